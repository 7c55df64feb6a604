//! The audit log: who did what, from where and when.

mod export;
mod list;
mod search;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_audit)).routes(routes!(export::export_audit))
}
