//! Codes: nine digits that a representative says, by which a customer comes to them (POR-5).

mod create;
mod delete;
mod list;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_codes, create::create_code))
        .routes(routes!(delete::delete_code))
}
