//! Accounts: the tenants of a deployment.

mod create;
mod show;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show::show_openness, create::create_account))
}
