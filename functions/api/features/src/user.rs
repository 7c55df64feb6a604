//! What is said of features for a representative alone, what holds for them, and why (SET-3, SET-4).

use axum::{extract::State, response::Response};
use domain::{
    PortalId, Problem, UserId,
    feature::{FeaturesInput, Key, Step, why},
    organisation::Organisation,
    permission::{SeeTeams, SetUpTeams},
    user::Role,
};
use futures::future::{try_join, try_join3};
use runtime::{Answer, App, Caller, IfMatch, Input, Named, ProblemDocument, Query, Trial, answer};
use serde::Deserialize;
use store::Whose;
use utoipa::IntoParams;

use crate::view::{ChangedFeatures, UserFeatures, WhyView};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Where {
    /// At which portal; left out: the one that they serve through their team, or none.
    portal_id: Option<PortalId>,
}

/// Every feature for a representative at a portal: what holds, who has decided it, all who say something, and who said so last.
/// Representatives see their own, team managers those of their teams.
#[utoipa::path(get, path = "/v1/users/{id}/features", tag = "features", params(("id" = UserId, Path), Where),
    responses((status = 200, body = UserFeatures), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_user_features(
    State(app): State<App>,
    caller: Caller<SeeTeams>,
    Named(id): Named<UserId>,
    Query(at): Query<Where>,
) -> Answer<Response> {
    let account = caller.account_id;
    let (kept, organisation) =
        try_join(app.store().user(account, id), app.store().organisation(account, Whose::Nobody)).await?;
    let user = &kept.thing;
    let own = caller.user_id == id && user.duties.role == Role::Representative;
    if user.duties.role != Role::Representative || !(own || caller.duties.care_for(user, &organisation.teams))
    {
        return Err(Problem::NotFound.into());
    }
    let portal = match at.portal_id {
        Some(id) => Some(organisation.portal_asked(id, caller.companies())?),
        None => organisation.served_by(user),
    };
    let chain = organisation.chain(user);
    let told: Vec<_> =
        Key::ALL.iter().map(|key| why(*key, &chain, portal.map(|portal| &portal.features))).collect();
    let actors = told.iter().flat_map(|why| &why.chain).map(|step| step.by).collect();
    let names = app.names(account, actors).await?;
    let who = |step: &Step| names.who(step.by);
    let effective = told.into_iter().map(|why| WhyView::new(why, who)).collect();
    let (team_id, portal_id) = (user.duties.team_id, portal.map(|portal| portal.id));
    let features = user.features.input();
    Ok(answer::show(UserFeatures { user_id: id, features, team_id, portal_id, effective }, kept.version))
}

/// Changes what is said of features for a representative alone, whole: of what is left out nothing is said. What a level above has
/// locked can't be said otherwise. With `dry_run`, it is only told what that would change.
#[utoipa::path(put, path = "/v1/users/{id}/features", tag = "features", params(("id" = UserId, Path), Trial), request_body = FeaturesInput,
    responses((status = 200, body = ChangedFeatures), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn change_user_features(
    State(app): State<App>,
    caller: Caller<SetUpTeams>,
    Named(id): Named<UserId>,
    if_match: IfMatch,
    Query(trial): Query<Trial>,
    Input(input): Input<FeaturesInput>,
) -> Answer<Response> {
    let (account, store) = (caller.account_id, app.store());
    let (kept, teams, owner) =
        Box::pin(try_join3(store.user(account, id), store.teams(account), store.account(account))).await?;
    if !caller.duties.care_for(&kept.thing, &teams) {
        return Err(Problem::NotFound.into());
    }
    let before = if_match.admit(kept)?;
    caller.duties.admit_features(&before.thing.features, &input)?;
    let above = teams.chain(&owner.thing.features, before.thing.duties.team_id, None);
    let changed = before.thing.clone().change_features(&mut app.moment(), caller.actor(), &above, &input)?;
    if trial.dry_run {
        let features = changed.now.features.input();
        let organisation = store.organisation(account, Whose::Nobody).await?;
        let with = |user| Organisation { representatives: vec![user], ..organisation.clone() };
        let impact = Some(with(before.thing).impact(&with(changed.now)));
        return Ok(answer::show(ChangedFeatures { features, impact }, before.version));
    }
    let kept = store.update_member(&before, changed).await?;
    Ok(answer::show(ChangedFeatures { features: kept.thing.features.input(), impact: None }, kept.version))
}
