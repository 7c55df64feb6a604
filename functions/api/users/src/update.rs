//! A manager changes what a user may do, or suspends them (PPL-4, PPL-9, PPL-11).

use axum::{extract::State, response::Response};
use domain::{Problem, UserId, permission::ManageUsers, user::UserInput};
use runtime::{Answer, App, Caller, IfMatch, Named, Patch, ProblemDocument, answer};

use crate::{care, create::named, view::View};

/// Changes a user. Another role or status signs them out everywhere. Names and addresses of somebody who has been active
/// are their own to change, and one's own role and status are for another manager. A team manager changes the representatives of
/// their teams.
#[utoipa::path(patch, path = "/v1/users/{id}", tag = "users", params(("id" = UserId, Path)), request_body = UserInput,
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_user(
    State(app): State<App>,
    caller: Caller<ManageUsers>,
    Named(id): Named<UserId>,
    if_match: IfMatch,
    patch: Patch,
) -> Answer<Response> {
    let kept = app.store().user(caller.account_id, id).await?;
    care::check(&app, &caller, &kept.thing).await?;
    let before = if_match.admit(kept)?;
    let input: UserInput = patch.apply(&before.thing.input())?;
    let named = named(&app, &caller, &input, Some(&before.thing)).await?;
    let changed = before.thing.clone().update(&mut app.moment(), caller.actor(), &input, &named)?;
    caller.duties.admit_change(Some(&before.thing), &changed.now, &named.teams)?;
    let ends = changed.now.must_sign_in_again(&before.thing);
    if ends && id == caller.user_id {
        return Err(Problem::conflict("not_yourself").into());
    }
    let kept = app.store().update_user(&before, changed, Some(caller.user_id)).await?;
    if ends {
        app.store().end_sign_ins(caller.account_id, id, None).await?;
    }
    Ok(answer::show(View::from(kept.thing), kept.version))
}
