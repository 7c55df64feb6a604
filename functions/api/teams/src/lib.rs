//! Teams and subteams: groups of representatives.

mod copy;
mod create;
mod delete;
mod list;
pub mod logins;
mod member;
mod show;
mod update;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_teams, create::create_team))
        .routes(routes!(show::show_team, update::update_team, delete::delete_team))
        .routes(routes!(logins::show_team_logins))
        .routes(routes!(copy::copy_team))
        .routes(routes!(member::move_user))
}
