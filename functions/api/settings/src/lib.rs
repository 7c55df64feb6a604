//! Settings of the account and of its companies, and how an organisation looks to those who come to its door.

mod brand;
mod logo;
mod of_company;
mod picture;
mod restore;
mod show;
mod update;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show::show_settings, update::update_settings))
        .routes(routes!(restore::restore_defaults))
        .routes(routes!(logo::request_logo))
        .routes(routes!(picture::show_logo))
        .routes(routes!(brand::show_brand))
        .routes(routes!(of_company::show_company_settings, of_company::update_company_settings))
}
