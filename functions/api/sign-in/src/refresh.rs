//! A browser shows its cookie and gets a new access token (PPL-9).

use axum::{extract::State, response::Response};
use domain::{Actor, Event, Problem, sign_in::Refresh, user::Status};
use runtime::{Answer, App, ProblemDocument};

use crate::{cookie::Cookie, session};

/// Renews a sign-in by its cookie. Needs the header `X-Deskhand: 1`, which pages of other sites can't send.
#[utoipa::path(post, path = "/v1/sign-in/refresh", tag = "sign-in", security(()),
    responses((status = 200, body = session::Session), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn refresh_sign_in(State(app): State<App>, Cookie(token): Cookie) -> Answer<Response> {
    let (account_id, user_id) = (token.account_id, token.user_id);
    let kept =
        app.store().sign_in(account_id, user_id, token.sign_in_id).await?.ok_or(Problem::Unauthenticated)?;
    let moment = &mut app.moment();
    match kept.thing.refresh(moment, &token) {
        Refresh::Rotated(sign_in, token) => {
            let (user, account) = app.store().user_and_account(account_id, user_id).await?;
            if user.thing.status != Status::Active {
                return Err(Problem::Unauthenticated.into());
            }
            app.store().rotate_sign_in(kept.version, &sign_in).await?;
            Ok(session::answer(&app, (user.thing, account), &sign_in, &token)?)
        }
        Refresh::Expired => Err(Problem::Unauthenticated.into()),
        Refresh::Reused => {
            app.store().end_sign_in(account_id, user_id, token.sign_in_id).await?;
            let event = Event::new(moment, account_id, Actor::Visitor, "sign_in.reused", token.sign_in_id);
            app.store().tell(event).await?;
            Err(Problem::Unauthenticated.into())
        }
    }
}
