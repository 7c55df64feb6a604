//! Staff look at a team.

use axum::{extract::State, response::Response};
use domain::{Problem, TeamId, permission::SeeTeams};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};

use crate::view::View;

/// A team.
#[utoipa::path(get, path = "/v1/teams/{id}", tag = "teams", params(("id" = TeamId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_team(
    State(app): State<App>,
    caller: Caller<SeeTeams>,
    Named(id): Named<TeamId>,
) -> Answer<Response> {
    let (kept, teams) = app.store().team(caller.account_id, id).await?;
    if !teams.are_seen_by(&caller.duties, id) {
        return Err(Problem::NotFound.into());
    }
    Ok(answer::show(View::new(kept.thing, &teams), kept.version))
}
