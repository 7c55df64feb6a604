//! Services: what is supported.

mod create;
mod list;
mod retire;
mod show;
mod update;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_services, create::create_service)).routes(routes!(
        show::show_service,
        update::update_service,
        retire::retire_service
    ))
}
