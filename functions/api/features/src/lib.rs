//! Features of live support: what each level says of them, what holds for whom, and why (SET-3 to SET-5).

mod account;
mod change;
mod matrix;
mod portal;
mod team;
mod user;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(account::show_features, account::change_features))
        .routes(routes!(matrix::list_effective_features))
        .routes(routes!(portal::change_portal_features))
        .routes(routes!(team::change_team_features))
        .routes(routes!(user::show_user_features, user::change_user_features))
}
