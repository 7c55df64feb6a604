//! A manager gives a subportal another name.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::{PortalId, SubportalId, permission::ManagePortals, portal::SubportalInput};
use runtime::{Answer, App, Caller, IfMatch, Patch, ProblemDocument, answer};

use crate::view::{self, View};

/// Changes a subportal; the answer is the portal.
#[utoipa::path(patch, path = "/v1/portals/{id}/subportals/{subportal_id}", tag = "portals", params(("id" = PortalId, Path), ("subportal_id" = SubportalId, Path)), request_body = SubportalInput,
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn rename_subportal(
    State(app): State<App>,
    caller: Caller<ManagePortals>,
    Path(named): Path<(String, String)>,
    if_match: IfMatch,
    patch: Patch,
) -> Answer<Response> {
    let (id, subportal) = view::both(named)?;
    let before = if_match.admit(app.store().find_portal(caller.account_id, id).await?)?;
    let name = before.thing.subportal(subportal)?.name.clone();
    let (input, moment) = (patch.apply(&SubportalInput { name })?, &mut app.moment());
    let changed = before.thing.clone().rename_subportal(moment, caller.actor(), subportal, &input)?;
    let kept = app.store().update_portal(&before, changed).await?;
    Ok(answer::show(View::from(kept.thing), kept.version))
}
