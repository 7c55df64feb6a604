//! The page of a portal, for whoever comes: a form that works without a script, what becomes of it, and the script that puts a
//! button onto other sites (POR-6).

mod embed;
mod filled;
mod form;
mod http;
mod offered;
mod page;
mod render;
mod submit;
mod words;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(page::show_portal_page))
        .routes(routes!(submit::submit_query))
        .routes(routes!(embed::show_portal_script))
}
