//! A manager deletes a portal that no team serves.

use axum::{extract::State, response::Response};
use domain::{PortalId, permission::ManagePortals};
use runtime::{Answer, App, Caller, IfMatch, Named, ProblemDocument, answer};

/// Deletes a portal, unless teams serve it: then the refusal says how many. Its address leads nowhere from now on.
#[utoipa::path(delete, path = "/v1/portals/{id}", tag = "portals", params(("id" = PortalId, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn delete_portal(
    State(app): State<App>,
    caller: Caller<ManagePortals>,
    Named(id): Named<PortalId>,
    if_match: IfMatch,
) -> Answer<Response> {
    let before = if_match.admit(app.store().find_portal(caller.account_id, id).await?)?;
    let teams = app.store().teams(caller.account_id).await?;
    let changed = before.thing.clone().delete(&mut app.moment(), caller.actor(), &teams)?;
    app.store().delete_portal(&before, changed).await?;
    Ok(answer::done())
}
