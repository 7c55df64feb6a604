//! A manager says which features a portal takes away (SET-3).

use axum::{extract::State, response::Response};
use domain::{PortalId, feature::FeaturesInput, organisation::Organisation, permission::ManagePortals};
use runtime::{Answer, App, Caller, IfMatch, Input, Named, ProblemDocument, Query, Trial, answer};
use store::Whose;

use crate::{change::tried, view::ChangedFeatures};

/// Says what the portal says of features, whole: of what is left out it says nothing. It can only take away, and locks nothing.
/// With `dry_run`, it is only told what that would change.
#[utoipa::path(put, path = "/v1/portals/{id}/features", tag = "features", params(("id" = PortalId, Path), Trial), request_body = FeaturesInput,
    responses((status = 200, body = ChangedFeatures), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn change_portal_features(
    State(app): State<App>,
    caller: Caller<ManagePortals>,
    Named(id): Named<PortalId>,
    if_match: IfMatch,
    Query(trial): Query<Trial>,
    Input(input): Input<FeaturesInput>,
) -> Answer<Response> {
    let before = if_match.admit(app.store().find_portal(caller.account_id, id).await?)?;
    let changed = before.thing.clone().change_features(&mut app.moment(), caller.actor(), &input)?;
    if trial.dry_run {
        let features = changed.now.features.input();
        let after = |before: &Organisation| {
            let mut after = before.clone();
            after.portals.insert(id, changed.now);
            after
        };
        let impact = tried(&app, caller.account_id, Whose::Everybody, after).await?;
        return Ok(answer::show(ChangedFeatures { features, impact }, before.version));
    }
    let kept = app.store().update_portal(&before, changed).await?;
    Ok(answer::show(ChangedFeatures { features: kept.thing.features.input(), impact: None }, kept.version))
}
