//! Somebody ends one of their sign-ins; the browser there is out within a minute.

use axum::{extract::State, response::Response};
use domain::{Event, Problem, SignInId, permission::OwnProfile};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};

/// Ends one of one's own sign-ins. Somebody else's is not found, nor is one that has ended.
#[utoipa::path(delete, path = "/v1/me/sign-ins/{id}", tag = "me", params(("id" = SignInId, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn end_one_sign_in(
    State(app): State<App>,
    caller: Caller<OwnProfile>,
    Named(id): Named<SignInId>,
) -> Answer<Response> {
    app.store().sign_in(caller.account_id, caller.user_id, id).await?.ok_or(Problem::NotFound)?;
    let event = Event::new(&mut app.moment(), caller.account_id, caller.actor(), "sign_in.ended", id);
    app.store().sign_out(caller.account_id, caller.user_id, id, event).await?;
    Ok(answer::done())
}
