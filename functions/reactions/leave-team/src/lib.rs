//! `team.deleted`: a team is no more; its representatives are in none, and its managers manage one less (TEA-2). Told twice, done once.

use domain::{Changed, Problem, TeamId, user::User};
use runtime::{App, BusEvent, Deadline, Detail};
use serde_json::Value;

/// How often somebody is read anew who was changed at the same moment.
const ATTEMPTS: usize = 5;

/// Takes everybody out of the team that an event tells of.
pub async fn handle(app: App, event: Value, _: Deadline) -> Result<Value, Problem> {
    let Detail::Ours(event) = BusEvent::parse(event)? else { return Ok(Value::Null) };
    let team: TeamId = event.subject.parse().map_err(|_| Problem::Bug("a team without id".into()))?;
    let account = event.account_id;
    let members = app.store().members(account, Some(team)).await?;
    let managers = app.store().team_managers(account).await?;
    let managers = managers.into_iter().filter(|user| user.duties.team_ids.contains(&team));
    for user in members.into_iter().chain(managers) {
        leave(&app, &user, team).await?;
    }
    Ok(Value::Null)
}

/// The list tells late: whoever is gone, or is elsewhere by now, is left alone.
async fn leave(app: &App, user: &User, team: TeamId) -> Result<(), Problem> {
    for _ in 0..ATTEMPTS {
        let before = match app.store().user(user.account_id, user.id).await {
            Err(Problem::NotFound) => return Ok(()),
            found => found?,
        };
        let changed: Changed<User> = before.thing.clone().leave_team(&mut app.moment(), team);
        match app.store().update_member(&before, changed).await {
            Err(Problem::Stale) => {}
            done => return done.map(drop),
        }
    }
    Err(Problem::Unavailable("somebody is changed again and again".into()))
}
