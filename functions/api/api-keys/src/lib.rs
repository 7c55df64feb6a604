//! API keys: how programs sign in.

mod create;
mod list;
mod revoke;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_api_keys, create::create_api_key))
        .routes(routes!(revoke::revoke_api_key))
}
