//! One's own profile, password and sign-ins.

mod end_sign_in;
mod password;
mod show;
mod sign_ins;
mod totp;
mod update;
pub mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show::show_me, update::update_me))
        .routes(routes!(password::change_password))
        .routes(routes!(totp::request_totp, totp::switch_totp_on, totp::switch_totp_off))
        .routes(routes!(sign_ins::list_sign_ins))
        .routes(routes!(end_sign_in::end_one_sign_in))
}
