//! Devices: the inventory of companies, and what reports of itself (DEV-1).

mod create;
mod delete;
mod key;
mod list;
mod relocate;
mod report;
mod show;
mod update;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_devices, create::create_device))
        .routes(routes!(relocate::move_devices))
        .routes(routes!(show::show_device, update::update_device, delete::delete_device))
        .routes(routes!(key::renew_device_key))
        .routes(routes!(report::report_device))
}
