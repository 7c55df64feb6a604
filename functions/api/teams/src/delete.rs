//! A manager deletes a team (TEA-2).

use axum::{extract::State, response::Response};
use domain::{TeamId, permission::ManageTeams};
use runtime::{Answer, App, Caller, IfMatch, Named, ProblemDocument, answer};

/// Deletes a team or a subteam. Its representatives stay, and are in none a moment later. A team with subteams is not deleted.
#[utoipa::path(delete, path = "/v1/teams/{id}", tag = "teams", params(("id" = TeamId, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn delete_team(
    State(app): State<App>,
    caller: Caller<ManageTeams>,
    Named(id): Named<TeamId>,
    if_match: IfMatch,
) -> Answer<Response> {
    let (kept, teams) = app.store().team(caller.account_id, id).await?;
    let before = if_match.admit(kept)?;
    let changed = before.thing.clone().delete(&mut app.moment(), caller.actor(), &teams)?;
    app.store().delete_team(&before, changed).await?;
    Ok(answer::done())
}
