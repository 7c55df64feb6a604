//! A manager has other teams say what one says.

use std::collections::BTreeSet;

use axum::{Json, extract::State};
use domain::{
    FieldError, Problem, TeamId,
    permission::SetUpTeams,
    team::{Part, Team},
};
use futures::future::try_join;
use runtime::{Answer, App, Caller, Input, Named, Piecemeal, ProblemDocument, Words, WrongField};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The most teams of a request.
const MAX: usize = 100;

/// To which teams, and what.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[schema(as = TeamCopy)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Copy {
    /// The teams that are to say the same, at most 100.
    team_ids: BTreeSet<TeamId>,
    /// What, at least one.
    parts: BTreeSet<Part>,
}

/// What has become of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TeamCopies)]
pub(crate) struct Copies {
    /// Team by team.
    items: Vec<Copied>,
}

/// What has become of a team.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TeamCopied)]
pub(crate) struct Copied {
    /// The team.
    team_id: TeamId,
    /// Whether it says the same now.
    done: bool,
    /// Why not: what levels above have locked.
    errors: Vec<WrongField>,
}

/// Has other teams say what this one says, in the parts that are named. Each by itself: where a level above has locked a feature, that
/// team stays as it is and the answer says why.
#[utoipa::path(post, path = "/v1/teams/{id}/copy", tag = "teams", params(("id" = TeamId, Path)), request_body = Copy,
    responses((status = 200, body = Copies), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn copy_team(
    State(app): State<App>,
    caller: Caller<SetUpTeams>,
    _: Piecemeal,
    Named(id): Named<TeamId>,
    Input(copy): Input<Copy>,
) -> Answer<Json<Copies>> {
    let store = app.store();
    let (account, all) =
        try_join(store.account(caller.account_id), store.kept_teams(caller.account_id)).await?;
    let teams = all.iter().map(|kept| kept.thing.clone()).collect::<domain::team::Teams>();
    let from = teams.get(id).filter(|_| teams.are_managed_by(&caller.duties, Some(id)));
    let from = from.ok_or(Problem::NotFound)?;
    check(&copy, |id| teams.get(id).is_some() && teams.are_managed_by(&caller.duties, Some(id)))?;
    let wrong = |error: &FieldError| WrongField::new(Words(caller.locale), error);
    let mut items = vec![];
    for before in all.iter().filter(|kept| copy.team_ids.contains(&kept.thing.id)) {
        let team: Team = before.thing.clone();
        let (team_id, parent) = (team.id, team.parent_id);
        let above = teams.chain(&account.thing.features, parent, None);
        let features = copy.parts.contains(&Part::Features).then(|| from.features.input());
        let admitted = features.map_or(Ok(()), |said| caller.duties.admit_features(&team.features, &said));
        let taken = admitted
            .and_then(|()| team.take_over(&mut app.moment(), caller.actor(), (from, &copy.parts), &above));
        let errors = match taken {
            Ok(changed) => store.update_team(before, changed).await.map(|_| vec![])?,
            Err(Problem::Invalid(errors)) => errors.iter().map(wrong).collect(),
            Err(problem) => return Err(problem.into()),
        };
        items.push(Copied { team_id, done: errors.is_empty(), errors });
    }
    Ok(Json(Copies { items }))
}

fn check(copy: &Copy, knows: impl Fn(TeamId) -> bool) -> Result<(), Problem> {
    let mut check = domain::text::Check::default();
    for (field, count) in [("team_ids", copy.team_ids.len()), ("parts", copy.parts.len())] {
        match count {
            0 => check.refuse(FieldError::new(field, "required")),
            count if count > MAX => check.refuse(FieldError::new(field, "too_many").with("max", MAX)),
            _ => {}
        }
    }
    for (at, _) in copy.team_ids.iter().enumerate().filter(|(_, id)| !knows(**id)) {
        check.refuse(FieldError::new(format!("team_ids.{at}"), "team_unknown"));
    }
    check.finish(())
}
