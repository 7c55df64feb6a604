//! Contacts: who receives alerts and scheduled reports, and how they are reached (CON-1, CON-2).

mod create;
mod delete;
mod list;
mod methods;
mod show;
mod update;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_contacts, create::create_contact))
        .routes(routes!(show::show_contact, update::update_contact, delete::delete_contact))
        .routes(routes!(methods::add::add_contact_method))
        .routes(routes!(methods::change::update_contact_method, methods::remove::remove_contact_method))
        .routes(routes!(methods::ask::send_verification))
        .routes(routes!(methods::test::send_test))
        .routes(routes!(methods::verify::show_verification, methods::verify::verify_contact_method))
}
