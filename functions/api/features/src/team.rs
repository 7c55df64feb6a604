//! What a team says of features (SET-3).

use axum::{extract::State, response::Response};
use domain::{
    Problem, TeamId,
    feature::FeaturesInput,
    organisation::Organisation,
    permission::SetUpTeams,
    team::{Team, Teams},
};
use futures::future::try_join;
use runtime::{Answer, App, Caller, IfMatch, Input, Named, ProblemDocument, Query, Trial, answer};
use store::Whose;

use crate::{change::tried, view::ChangedFeatures};

/// Changes what a team says of features, whole: of what is left out it says nothing. What the account or, for a subteam, its team
/// has locked can't be said otherwise. With `dry_run`, it is only told what that would change.
#[utoipa::path(put, path = "/v1/teams/{id}/features", tag = "features", params(("id" = TeamId, Path), Trial), request_body = FeaturesInput,
    responses((status = 200, body = ChangedFeatures), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn change_team_features(
    State(app): State<App>,
    caller: Caller<SetUpTeams>,
    Named(id): Named<TeamId>,
    if_match: IfMatch,
    Query(trial): Query<Trial>,
    Input(input): Input<FeaturesInput>,
) -> Answer<Response> {
    let store = app.store();
    let (account, (kept, teams)) =
        try_join(store.account(caller.account_id), store.team(caller.account_id, id)).await?;
    if !teams.are_managed_by(&caller.duties, Some(id)) {
        return Err(Problem::NotFound.into());
    }
    let before = if_match.admit(kept)?;
    let above = teams.chain(&account.thing.features, before.thing.parent_id, None);
    caller.duties.admit_features(&before.thing.features, &input)?;
    let changed = before.thing.clone().change_features(&mut app.moment(), caller.actor(), &above, &input)?;
    if trial.dry_run {
        let features = changed.now.features.input();
        let after = |before: &Organisation| {
            let teams = with(&before.teams, changed.now);
            Organisation { teams, ..before.clone() }
        };
        let impact = tried(&app, caller.account_id, Whose::Team(id), after).await?;
        return Ok(answer::show(ChangedFeatures { features, impact }, before.version));
    }
    let kept = store.update_team(&before, changed).await?;
    Ok(answer::show(ChangedFeatures { features: kept.thing.features.input(), impact: None }, kept.version))
}

/// The teams, one of them as it would be.
fn with(teams: &Teams, team: Team) -> Teams {
    teams.iter().filter(|other| other.id != team.id).cloned().chain([team.clone()]).collect()
}
