//! Queries: what customers have asked at portals (QRY-1).

mod list;
mod show;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_queries)).routes(routes!(show::show_query))
}
