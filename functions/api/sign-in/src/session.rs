//! What a browser gets for a password or a refresh token.

use axum::{
    Json,
    http::header,
    response::{IntoResponse, Response},
};
use domain::{
    Problem,
    account::Account,
    sign_in::{ACCESS, RefreshToken, SignIn},
    user::User,
};
use me::view::Me;
use runtime::{App, Claims};
use serde::Serialize;
use utoipa::ToSchema;

use crate::cookie::{self, Staff};

/// An access token and whose it is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Session {
    /// For `Authorization: Bearer`.
    access_token: String,
    /// How long it is good for, in seconds.
    expires_in: i64,
    /// Who is signed in.
    user: Me,
}

/// 200 with a session; the refresh token goes into its cookie.
pub(crate) fn answer(
    app: &App,
    (user, account): (User, Account),
    sign_in: &SignIn,
    token: &RefreshToken,
) -> Result<Response, Problem> {
    let access_token = Claims::new(&user, sign_in).sign(app)?;
    let session = Session { access_token, expires_in: ACCESS.as_secs(), user: Me::new(user, &account) };
    Ok(([(header::SET_COOKIE, cookie::set::<Staff>(token))], Json(session)).into_response())
}
