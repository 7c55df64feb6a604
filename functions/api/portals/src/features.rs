//! A manager says which features a portal takes away (SET-3).

use axum::{extract::State, response::Response};
use domain::{PortalId, feature::FeaturesInput, permission::ManagePortals};
use runtime::{Answer, App, Caller, IfMatch, Input, Named, ProblemDocument, answer};

use crate::view::View;

/// Says what the portal says of features, whole: of what is left out it says nothing. It can only take away, and locks nothing.
#[utoipa::path(put, path = "/v1/portals/{id}/features", tag = "portals", params(("id" = PortalId, Path)), request_body = FeaturesInput,
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn change_portal_features(
    State(app): State<App>,
    caller: Caller<ManagePortals>,
    Named(id): Named<PortalId>,
    if_match: IfMatch,
    Input(input): Input<FeaturesInput>,
) -> Answer<Response> {
    let before = if_match.admit(app.store().find_portal(caller.account_id, id).await?)?;
    let changed = before.thing.clone().change_features(&mut app.moment(), caller.actor(), &input)?;
    let kept = app.store().update_portal(&before, changed).await?;
    Ok(answer::show(View::from(kept.thing), kept.version))
}
