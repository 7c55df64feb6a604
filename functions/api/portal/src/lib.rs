//! The portal: where customers sign in, and see and change what is their own (CUS-2, CUS-4).
//!
//! Activation and setting a new password by the link of a mail are `sign-in`'s, for staff and customers alike.

mod begin;
mod end;
mod me;
mod refresh;
mod request_reset;
mod session;
mod update;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(begin::begin_portal_sign_in, end::end_portal_sign_in))
        .routes(routes!(refresh::refresh_portal_sign_in))
        .routes(routes!(request_reset::request_portal_password_reset))
        .routes(routes!(me::show_portal_me, update::update_portal_me))
}
