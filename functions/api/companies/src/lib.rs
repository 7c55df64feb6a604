//! Companies: subdivisions of the account, or clients of it.

mod create;
mod delete;
mod list;
mod merges;
mod show;
mod update;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_companies, create::create_company))
        .routes(routes!(show::show_company, update::update_company, delete::delete_company))
        .routes(routes!(merges::request::request_company_merge))
        .routes(routes!(merges::list::list_company_merges))
        .routes(routes!(merges::show::show_company_merge))
}
