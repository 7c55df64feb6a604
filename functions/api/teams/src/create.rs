//! A manager adds a team or a subteam (TEA-1).

use axum::{extract::State, response::Response};
use domain::{
    Problem,
    permission::ManageTeams,
    portal::Portal,
    team::{Team, TeamInput},
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, answer};

use crate::view::View;

/// Adds a team, or with a parent a subteam.
#[utoipa::path(post, path = "/v1/teams", tag = "teams", request_body = TeamInput,
    responses((status = 201, body = View), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_team(
    State(app): State<App>,
    caller: Caller<ManageTeams>,
    Input(input): Input<TeamInput>,
) -> Answer<Response> {
    let teams = app.store().teams(caller.account_id).await?;
    let portal = named(&app, caller.account_id, &input).await?;
    let whose = (caller.account_id, caller.actor());
    let changed = Team::create(&mut app.moment(), whose, &input, (&teams, portal.as_ref()))?;
    let kept = app.store().create_team(changed).await?;
    let location = format!("/v1/teams/{}", kept.thing.id);
    Ok(answer::created(View::new(kept.thing, &teams), kept.version, &location))
}

/// The portal that an input names, if there is such a one.
pub(crate) async fn named(
    app: &App,
    account: domain::AccountId,
    input: &TeamInput,
) -> Result<Option<Portal>, Problem> {
    let Some(id) = input.portal_id else { return Ok(None) };
    Ok(app.store().portal(account, id).await?.map(|kept| kept.thing))
}
