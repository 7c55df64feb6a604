//! A browser shows its cookie and gets a new access token (PPL-9).

use axum::{extract::State, response::Response};
use domain::{Problem, link::Person, user::Status};
use runtime::{Answer, App, ProblemDocument};

use crate::{
    cookie::{Cookie, Staff},
    door, login, session,
};

/// Renews a sign-in by its cookie. Needs the header `X-Deskhand: 1`, which pages of other sites can't send.
#[utoipa::path(post, path = "/v1/sign-in/refresh", tag = "sign-in", security(()),
    responses((status = 200, body = session::Session), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn refresh_sign_in(
    State(app): State<App>,
    Cookie { token, .. }: Cookie<Staff>,
) -> Answer<Response> {
    let Person::User(user_id) = token.person else { return Err(Problem::Unauthenticated.into()) };
    let mut turned = door::turn(&app, &token).await?;
    let (user, account) = app.store().user_and_account(token.account_id, user_id).await?;
    if user.thing.status != Status::Active {
        return Err(Problem::Unauthenticated.into());
    }
    login::stay(&app, &user.thing, turned.sign_in.id).await?;
    // What the account wants may have changed since the sign-in began.
    turned.sign_in.restricted = account.wants_second_factor_of(&user.thing);
    let (sign_in, token) = turned.keep(&app).await?;
    Ok(session::answer(&app, (user.thing, account), &sign_in, &token)?)
}
