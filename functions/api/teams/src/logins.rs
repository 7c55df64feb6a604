//! Staff look at who is signed in of a team whose logins are counted (TEA-3).

use axum::{Json, extract::State};
use domain::{Problem, TeamId, Timestamp, UserId, permission::SeeTeams, team::Occupant, user::User};
use runtime::{Answer, App, Caller, Named, ProblemDocument};
use serde::Serialize;
use utoipa::ToSchema;

/// The logins of a team.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TeamLogins {
    /// The team that says how many there are, itself or its parent; null: nobody counts them.
    team_id: Option<TeamId>,
    /// How many there are; null: any number.
    available_logins: Option<u32>,
    /// Those that are taken, the longest unheard of first; of all who share them.
    taken: Vec<LoginView>,
}

/// A login that somebody has.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TakenLogin)]
pub struct LoginView {
    /// Who.
    pub user_id: UserId,
    /// Their first name.
    pub first_name: String,
    /// Their last name.
    pub last_name: String,
    /// Since when they are signed in.
    #[schema(value_type = String, format = DateTime)]
    pub since: Timestamp,
    /// When they were last heard of, to a quarter of an hour.
    #[schema(value_type = String, format = DateTime)]
    pub heard_at: Timestamp,
    /// Whether the next who signs in may end it: nobody has heard of them for 35 minutes.
    pub idle: bool,
}

impl LoginView {
    /// A login as it is now.
    #[must_use]
    pub fn new(occupant: &Occupant, now: Timestamp) -> Self {
        let User { id, first_name, last_name, .. } = occupant.user.clone();
        let Occupant { since, heard_at, .. } = *occupant;
        Self { user_id: id, first_name, last_name, since, heard_at, idle: occupant.is_idle(now) }
    }
}

/// Who of a team is signed in, where it says how many may be at once.
#[utoipa::path(get, path = "/v1/teams/{id}/logins", tag = "teams", params(("id" = TeamId, Path)),
    responses((status = 200, body = TeamLogins), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_team_logins(
    State(app): State<App>,
    caller: Caller<SeeTeams>,
    Named(id): Named<TeamId>,
) -> Answer<Json<TeamLogins>> {
    let teams = app.store().teams(caller.account_id).await?;
    if teams.get(id).is_none() || !teams.are_seen_by(&caller.duties, id) {
        return Err(Problem::NotFound.into());
    }
    let Some(limit) = teams.login_limit(Some(id)) else {
        return Ok(Json(TeamLogins { team_id: None, available_logins: None, taken: vec![] }));
    };
    let logins = app.store().logins(caller.account_id, limit.team_id).await?.thing;
    let now = app.now();
    let there = app.store().occupants(&logins, &teams, now).await?;
    Ok(Json(TeamLogins {
        team_id: Some(limit.team_id),
        available_logins: Some(limit.available),
        taken: there.iter().map(|occupant| LoginView::new(occupant, now)).collect(),
    }))
}
