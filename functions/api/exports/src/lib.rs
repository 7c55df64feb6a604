//! Exports of customers to a CSV file.

mod cancel;
mod list;
mod request;
mod show;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_exports, request::request_export))
        .routes(routes!(show::show_export))
        .routes(routes!(cancel::cancel_export))
}
