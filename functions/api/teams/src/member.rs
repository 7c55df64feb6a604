//! A manager moves a representative to another team (PPL-13).

use axum::{extract::State, response::Response};
use domain::{Problem, TeamId, UserId, permission::MoveRepresentatives};
use futures::future::try_join;
use runtime::{Answer, App, Caller, IfMatch, Input, Named, ProblemDocument, answer};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a representative is to be.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Membership {
    /// The team or subteam; null: none.
    team_id: Option<TeamId>,
}

/// Moves a representative to a team, or to none. A team manager moves them between teams that they manage both.
#[utoipa::path(put, path = "/v1/users/{id}/team", tag = "teams", params(("id" = UserId, Path)), request_body = Membership,
    responses((status = 200, body = Membership), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn move_user(
    State(app): State<App>,
    caller: Caller<MoveRepresentatives>,
    Named(id): Named<UserId>,
    if_match: IfMatch,
    Input(to): Input<Membership>,
) -> Answer<Response> {
    let (account, store) = (caller.account_id, app.store());
    let (kept, teams) = try_join(store.user(account, id), store.teams(account)).await?;
    if !caller.duties.care_for(&kept.thing, &teams) {
        return Err(Problem::NotFound.into());
    }
    let before = if_match.admit(kept)?;
    let changed = before.thing.clone().move_to(&mut app.moment(), caller.actor(), to.team_id, &teams)?;
    caller.duties.admit_change(Some(&before.thing), &changed.now, &teams)?;
    let kept = app.store().update_member(&before, changed).await?;
    Ok(answer::show(Membership { team_id: kept.thing.duties.team_id }, kept.version))
}
