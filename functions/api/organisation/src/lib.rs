//! The organisation as one file: written out, compared and applied.

mod apply;
mod plan;
mod show;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show::show_organisation))
        .routes(routes!(plan::plan_organisation))
        .routes(routes!(apply::apply_organisation))
}
