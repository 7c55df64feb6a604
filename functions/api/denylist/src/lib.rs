//! The denylist: addresses and domains that are not to come in.

mod create;
mod delete;
mod list;
mod show;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_denials, create::create_denial))
        .routes(routes!(show::show_denial, delete::delete_denial))
}
