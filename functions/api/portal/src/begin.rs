//! A customer signs in to the portal with their address and password (CUS-4, PPL-8).

use axum::{extract::State, http::HeaderMap, response::Response};
use domain::{AccountId, Actor, Problem, text::Email};
use runtime::{Answer, App, Input, ProblemDocument, password};
use serde::Deserialize;
use sign_in::door::{self, Known};
use store::Door;
use utoipa::ToSchema;

use crate::session;

/// Whose portal, and who.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = PortalSigningIn)]
pub(crate) struct SigningIn {
    /// The account whose portal it is: addresses are unique in one account only.
    account_id: String,
    /// An address of the customer; case ignored.
    email: String,
    /// The password.
    #[schema(format = Password)]
    password: String,
}

/// Signs a customer in.
#[utoipa::path(post, path = "/v1/portal/sign-in", tag = "portal", security(()), request_body = SigningIn,
    responses((status = 200, body = session::Session), (status = 401, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn begin_portal_sign_in(
    State(app): State<App>,
    headers: HeaderMap,
    Input(asked): Input<SigningIn>,
) -> Answer<Response> {
    let account_id: Option<AccountId> = asked.account_id.parse().ok();
    // What is no account or no address has no customer; it takes as long to say so.
    let Some((account_id, email)) = account_id.zip(Email::parse(&asked.email)) else {
        password::verify(&asked.password, None)?;
        return Err(Problem::SignInRefused.into());
    };
    let found = app.store().entrant(account_id, &email).await?;
    let person = found.id.into();
    let known =
        found.customer.as_ref().map(|_| Known { account_id, person, password: found.password.as_deref() });
    let here = (Door::Portal(account_id, found.id), found.attempts);
    door::admit(&app, here, &asked.password, known).await?;
    let Some((customer, account)) = found.customer.as_ref().zip(found.account) else {
        return Err(Problem::SignInRefused.into());
    };
    let denied = app.denied(account_id, std::slice::from_ref(&email)).await?;
    app.tell_hits(account_id, Actor::Visitor, &denied).await?;
    if !denied.is_empty() {
        return Err(door::deny(&app, here, known).await?.into());
    }
    let (sign_in, token) = door::begin(&app, account_id, person, &headers);
    door::keep(&app, here, &sign_in, vec![]).await?;
    Ok(session::answer(&app, (customer, account), &sign_in, &token)?)
}
