//! Somebody looks who they are signed in as.

use axum::{extract::State, response::Response};
use domain::permission::OwnSignIn;
use runtime::{Answer, App, Caller, ProblemDocument, answer};

use crate::view::Me;

/// Who is signed in.
#[utoipa::path(get, path = "/v1/me", tag = "me", responses((status = 200, body = Me), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_me(State(app): State<App>, caller: Caller<OwnSignIn>) -> Answer<Response> {
    let (user, account) = app.store().user_and_account(caller.account_id, caller.user_id).await?;
    Ok(answer::show(Me::new(user.thing, &account), user.version))
}
