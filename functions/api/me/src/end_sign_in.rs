//! Somebody ends one of their sign-ins; the browser there is out within a minute.

use axum::{extract::State, response::Response};
use domain::{SignInId, permission::OwnProfile};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};

/// Ends one of one's own sign-ins. Ending it twice is once.
#[utoipa::path(delete, path = "/v1/me/sign-ins/{id}", tag = "me", params(("id" = SignInId, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument)))]
pub(crate) async fn end_sign_in(State(app): State<App>, caller: Caller<OwnProfile>, Named(id): Named<SignInId>) -> Answer<Response> {
    app.store().end_sign_in(caller.account_id, caller.user_id, id).await?;
    Ok(answer::done())
}
