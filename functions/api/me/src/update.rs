//! Somebody changes their own profile (PPL-11).

use axum::{extract::State, response::Response};
use domain::{permission::OwnProfile, user::Profile};
use runtime::{Answer, App, Caller, IfMatch, Patch, ProblemDocument, answer};

use crate::view::Me;

/// Changes one's own name, login, e-mail address, language or time zone.
#[utoipa::path(patch, path = "/v1/me", tag = "me", request_body = Profile,
    responses((status = 200, body = Me), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_me(
    State(app): State<App>,
    caller: Caller<OwnProfile>,
    if_match: IfMatch,
    patch: Patch,
) -> Answer<Response> {
    let (before, account) = app.store().user_and_account(caller.account_id, caller.user_id).await?;
    let before = if_match.admit(before)?;
    let profile = patch.apply(&before.thing.profile())?;
    let changed = before.thing.clone().change_profile(&mut app.moment(), &profile)?;
    let kept = app.store().update_user(&before, changed, None).await?;
    Ok(answer::show(Me::new(kept.thing, &account), kept.version))
}
