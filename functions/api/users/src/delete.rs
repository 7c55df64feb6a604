//! A manager deletes a user (PPL-14).

use axum::{extract::State, response::Response};
use domain::{Problem, UserId, erasure::Erasing, permission::ManageUsers};
use runtime::{Answer, App, Caller, IfMatch, Named, ProblemDocument, answer};

use crate::care;

/// Deletes a user. They are signed out everywhere, their login becomes free, and their data is erased: `Location` says
/// where to see how far that is. Somebody else does it: nobody deletes themselves.
#[utoipa::path(delete, path = "/v1/users/{id}", tag = "users", params(("id" = UserId, Path)),
    responses((status = 204, headers(("location" = String, description = "The erasure"))), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn delete_user(
    State(app): State<App>,
    caller: Caller<ManageUsers>,
    Named(id): Named<UserId>,
    if_match: IfMatch,
) -> Answer<Response> {
    let kept = app.store().user(caller.account_id, id).await?;
    care::check(&app, &caller, &kept.thing).await?;
    let before = if_match.admit(kept)?;
    if id == caller.user_id {
        return Err(Problem::conflict("not_yourself").into());
    }
    let (moment, marker) = (&mut app.moment(), app.marker(caller.account_id)?);
    let whose = (caller.account_id, id.into());
    let erasure = Erasing::of(moment, (&marker, caller.actor()), whose, before.thing.addresses());
    let location = format!("/v1/erasures/{}", erasure.now.id);
    let changed = before.thing.clone().delete(moment, caller.actor());
    app.store().delete_user(&before, changed, erasure, caller.user_id).await?;
    app.store().end_sign_ins(caller.account_id, id, None).await?;
    Ok(answer::done_with(&location))
}
