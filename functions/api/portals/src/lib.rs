//! Portals: where customers start, and the subportals to which their queries are routed (POR-1 to POR-4).

mod add_subportal;
mod copy;
mod create;
mod delete;
mod list;
mod remove_subportal;
mod rename_subportal;
mod representatives;
mod show;
mod update;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_portals, create::create_portal))
        .routes(routes!(show::show_portal, update::update_portal, delete::delete_portal))
        .routes(routes!(copy::copy_portal))
        .routes(routes!(representatives::list_representatives))
        .routes(routes!(add_subportal::add_subportal))
        .routes(routes!(rename_subportal::rename_subportal, remove_subportal::remove_subportal))
}
