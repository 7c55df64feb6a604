//! A manager changes a portal.

use axum::{extract::State, response::Response};
use domain::{PortalId, permission::ManagePortals, portal::PortalInput};
use runtime::{Answer, App, Caller, IfMatch, Named, Patch, ProblemDocument, answer};

use crate::view::View;

/// Changes a portal. With another slug its page moves, and the old address leads nowhere.
#[utoipa::path(patch, path = "/v1/portals/{id}", tag = "portals", params(("id" = PortalId, Path)), request_body = PortalInput,
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_portal(
    State(app): State<App>,
    caller: Caller<ManagePortals>,
    Named(id): Named<PortalId>,
    if_match: IfMatch,
    patch: Patch,
) -> Answer<Response> {
    let before = if_match.admit(app.store().find_portal(caller.account_id, id).await?)?;
    let input = patch.apply(&before.thing.input())?;
    let changed = before.thing.clone().update(&mut app.moment(), caller.actor(), &input)?;
    let kept = app.store().update_portal(&before, changed).await?;
    Ok(answer::show(View::from(kept.thing), kept.version))
}
