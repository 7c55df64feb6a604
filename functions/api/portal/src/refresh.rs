//! A customer's browser shows its cookie and gets a new access token (PPL-9).

use axum::{extract::State, response::Response};
use domain::{Problem, link::Person};
use runtime::{Answer, App, ProblemDocument};
use sign_in::{
    cookie::{Cookie, Portal},
    door,
};

use crate::session;

/// Renews a customer's sign-in by its cookie. Needs the header `X-Deskhand: 1`, which pages of other sites can't send.
#[utoipa::path(post, path = "/v1/portal/sign-in/refresh", tag = "portal", security(()),
    responses((status = 200, body = session::Session), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn refresh_portal_sign_in(
    State(app): State<App>,
    Cookie { token, .. }: Cookie<Portal>,
) -> Answer<Response> {
    let Person::Customer(id) = token.person else { return Err(Problem::Unauthenticated.into()) };
    let turned = door::turn(&app, &token).await?;
    let gone = |problem| if problem == Problem::NotFound { Problem::Unauthenticated } else { problem };
    let (customer, account) = app.store().customer_and_account(token.account_id, id).await.map_err(gone)?;
    if !customer.thing.may_sign_in() {
        return Err(Problem::Unauthenticated.into());
    }
    let (sign_in, token) = turned.keep(&app).await?;
    Ok(session::answer(&app, (&customer.thing, account), &sign_in, &token)?)
}
