//! A manager changes settings of the account (SET-1).

use axum::{extract::State, response::Response};
use domain::{permission::ManageSettings, settings::Settings};
use runtime::{Answer, App, Caller, IfMatch, Patch, ProblemDocument, Query, Trial, Words, answer};

use crate::view::View;

/// Changes settings of the account. Null takes back what the account says, so that the default holds again. A part of a value can be
/// changed by itself: the rest stays as it holds. With `dry_run`, the answer is what would hold, and nothing is changed.
#[utoipa::path(patch, path = "/v1/settings", tag = "settings", params(Trial), request_body = Settings,
    responses((status = 200, body = View), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_settings(
    State(app): State<App>,
    caller: Caller<ManageSettings>,
    if_match: IfMatch,
    Query(trial): Query<Trial>,
    patch: Patch,
) -> Answer<Response> {
    let (before, logo) = app.store().account_and_logo(caller.account_id).await?;
    let before = if_match.admit(before)?;
    let present = before.thing.settings.clone().written_out(&patch.parts(), &before.thing.effective());
    let input = patch.apply(&present)?;
    let changed = before.thing.clone().change_settings(&mut app.moment(), caller.actor(), &input)?;
    if trial.dry_run {
        return Ok(answer::show(View::new(&changed.now, &logo.thing, Words(caller.locale)), before.version));
    }
    let kept = app.store().update_account(&before, changed).await?;
    Ok(answer::show(View::new(&kept.thing, &logo.thing, Words(caller.locale)), kept.version))
}
