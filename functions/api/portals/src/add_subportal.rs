//! A manager adds a subportal.

use axum::{extract::State, response::Response};
use domain::{PortalId, permission::ManagePortals, portal::SubportalInput};
use runtime::{Answer, App, Caller, IfMatch, Input, Named, ProblemDocument, answer};

use crate::view::View;

/// Adds a subportal; the answer is the portal, in which it stands last.
#[utoipa::path(post, path = "/v1/portals/{id}/subportals", tag = "portals", params(("id" = PortalId, Path)), request_body = SubportalInput,
    responses((status = 201, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn add_subportal(
    State(app): State<App>,
    caller: Caller<ManagePortals>,
    Named(id): Named<PortalId>,
    if_match: IfMatch,
    Input(input): Input<SubportalInput>,
) -> Answer<Response> {
    let before = if_match.admit(app.store().find_portal(caller.account_id, id).await?)?;
    let moment = &mut app.moment();
    let (changed, subportal) = before.thing.clone().add_subportal(moment, caller.actor(), &input)?;
    let kept = app.store().update_portal(&before, changed).await?;
    let location = format!("/v1/portals/{id}/subportals/{subportal}");
    Ok(answer::created(View::from(kept.thing), kept.version, &location))
}
