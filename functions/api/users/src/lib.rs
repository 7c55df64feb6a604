//! Users: staff who sign in.

mod batch;
mod care;
mod create;
mod delete;
mod invitation;
mod list;
mod show;
mod update;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_users, create::create_user))
        .routes(routes!(batch::create_users))
        .routes(routes!(show::show_user, update::update_user, delete::delete_user))
        .routes(routes!(invitation::send_invitation))
}
