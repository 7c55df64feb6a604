//! A manager changes a team (TEA-1).

use axum::{extract::State, response::Response};
use domain::{Problem, TeamId, permission::SetUpTeams, team::TeamInput};
use runtime::{Answer, App, Caller, IfMatch, Named, Patch, ProblemDocument, answer};

use crate::{create::named, view::View};

/// Changes a team. Its name, parent and portal are for company managers to change; team managers who may change settings say
/// the rest of their teams.
#[utoipa::path(patch, path = "/v1/teams/{id}", tag = "teams", params(("id" = TeamId, Path)), request_body = TeamInput,
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_team(
    State(app): State<App>,
    caller: Caller<SetUpTeams>,
    Named(id): Named<TeamId>,
    if_match: IfMatch,
    patch: Patch,
) -> Answer<Response> {
    let (kept, teams) = app.store().team(caller.account_id, id).await?;
    if !teams.are_managed_by(&caller.duties, Some(id)) {
        return Err(Problem::NotFound.into());
    }
    let before = if_match.admit(kept)?;
    let input: TeamInput = patch.apply(&before.thing.input())?;
    caller.duties.admit_team(&before.thing, &input)?;
    let portal = named(&app, caller.account_id, &input).await?;
    let changed =
        before.thing.clone().update(&mut app.moment(), caller.actor(), &input, (&teams, portal.as_ref()))?;
    let kept = app.store().update_team(&before, changed).await?;
    Ok(answer::show(View::new(kept.thing, &teams), kept.version))
}
