//! What a customer's browser gets for a password or a refresh token.

use axum::{
    Json,
    http::header,
    response::{IntoResponse, Response},
};
use domain::{
    Problem,
    account::Account,
    customer::Customer,
    sign_in::{ACCESS, RefreshToken, SignIn},
};
use runtime::{App, CustomerClaims};
use serde::Serialize;
use sign_in::cookie::{self, Portal};
use utoipa::ToSchema;

use crate::view::PortalCustomer;

/// An access token and whose it is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalSession)]
pub(crate) struct Session {
    /// For `Authorization: Bearer`.
    access_token: String,
    /// How long it is good for, in seconds.
    expires_in: i64,
    /// Who is signed in.
    customer: PortalCustomer,
}

/// 200 with a session; the refresh token goes into its cookie.
pub(crate) fn answer(
    app: &App,
    (customer, account): (&Customer, Account),
    sign_in: &SignIn,
    token: &RefreshToken,
) -> Result<Response, Problem> {
    let access_token = CustomerClaims::new(customer, sign_in).sign(app)?;
    let customer = PortalCustomer::new(customer, &account);
    let session = Session { access_token, expires_in: ACCESS.as_secs(), customer };
    Ok(([(header::SET_COOKIE, cookie::set::<Portal>(token))], Json(session)).into_response())
}
