//! Customers: the people who are helped.

mod access;
mod activation;
mod avatar;
mod create;
mod data;
mod delete;
mod figures;
mod list;
mod picture;
mod show;
mod update;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_customers, create::create_customer))
        .routes(routes!(show::show_customer, update::update_customer, delete::delete_customer))
        .routes(routes!(data::show_data))
        .routes(routes!(figures::show_customer_figures))
        .routes(routes!(access::list::list_access_changes, access::request::request_access_change))
        .routes(routes!(access::show::show_access_change))
        .routes(routes!(access::skipped::show_skipped))
        .routes(routes!(access::cancel::cancel_access_change))
        .routes(routes!(activation::send_activation))
        .routes(routes!(avatar::request_avatar, avatar::remove_avatar))
        .routes(routes!(picture::show_avatar))
}
