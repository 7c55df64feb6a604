//! Signing in and out, and the links of mails that let somebody in.

mod activate;
mod activation;
mod awaited;
mod begin;
pub mod cookie;
pub mod door;
mod end;
mod login;
mod refresh;
mod request_reset;
mod reset;
mod session;
mod totp;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(begin::begin_sign_in, end::end_sign_in))
        .routes(routes!(totp::finish_sign_in))
        .routes(routes!(login::take_login))
        .routes(routes!(refresh::refresh_sign_in))
        .routes(routes!(request_reset::request_password_reset))
        .routes(routes!(reset::reset_password))
        .routes(routes!(activation::show_activation, activate::activate))
}
