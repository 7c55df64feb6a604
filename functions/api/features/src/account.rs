//! What the account says of features (SET-3).

use axum::{extract::State, response::Response};
use domain::{
    feature::{FeaturesInput, Key},
    organisation::Organisation,
    permission::{ManageSettings, SeeTeams},
};
use runtime::{Answer, App, Caller, IfMatch, Input, ProblemDocument, Query, Trial, answer};
use store::Whose;

use crate::{
    change::tried,
    view::{AccountFeatures, ChangedFeatures},
};

/// What the account says of features, and every feature there is.
#[utoipa::path(get, path = "/v1/features", tag = "features", responses((status = 200, body = AccountFeatures)))]
pub(crate) async fn show_features(State(app): State<App>, caller: Caller<SeeTeams>) -> Answer<Response> {
    let kept = app.store().account(caller.account_id).await?;
    let catalogue = Key::ALL.iter().map(|key| (*key).into()).collect();
    Ok(answer::show(AccountFeatures { features: kept.thing.features.input(), catalogue }, kept.version))
}

/// Changes what the account says of features, whole: of what is left out it says nothing. With `dry_run`, it is only told what
/// that would change.
#[utoipa::path(put, path = "/v1/features", tag = "features", params(Trial), request_body = FeaturesInput,
    responses((status = 200, body = ChangedFeatures), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn change_features(
    State(app): State<App>,
    caller: Caller<ManageSettings>,
    if_match: IfMatch,
    Query(trial): Query<Trial>,
    Input(input): Input<FeaturesInput>,
) -> Answer<Response> {
    let before = if_match.admit(app.store().account(caller.account_id).await?)?;
    let changed = before.thing.clone().change_features(&mut app.moment(), caller.actor(), &input)?;
    if trial.dry_run {
        let features = changed.now.features;
        let after = |before: &Organisation| Organisation { account: features.clone(), ..before.clone() };
        let impact = tried(&app, caller.account_id, Whose::Everybody, after).await?;
        return Ok(answer::show(ChangedFeatures { features: features.input(), impact }, before.version));
    }
    let kept = app.store().update_account(&before, changed).await?;
    Ok(answer::show(ChangedFeatures { features: kept.thing.features.input(), impact: None }, kept.version))
}
