//! What Deskhand says of itself.

mod health;
mod openapi;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(health::show_health)).routes(routes!(openapi::show_openapi))
}
