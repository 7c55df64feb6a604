//! Erasures: how far it is with the data of customers who have been deleted.

mod list;
mod show;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_erasures)).routes(routes!(show::show_erasure))
}
