//! Staff look at a portal.

use axum::{extract::State, response::Response};
use domain::{PortalId, Problem, permission::SeePortals, portal::Portal};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};
use store::Kept;

use crate::view::View;

/// A portal.
#[utoipa::path(get, path = "/v1/portals/{id}", tag = "portals", params(("id" = PortalId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_portal(
    State(app): State<App>,
    caller: Caller<SeePortals>,
    Named(id): Named<PortalId>,
) -> Answer<Response> {
    let kept = seen(&app, &caller, id).await?;
    Ok(answer::show(View::from(kept.thing), kept.version))
}

/// A portal that the caller may see.
pub(crate) async fn seen(
    app: &App,
    caller: &Caller<SeePortals>,
    id: PortalId,
) -> Result<Kept<Portal>, Problem> {
    let kept = app.store().find_portal(caller.account_id, id).await?;
    if kept.thing.is_seen_by(caller.companies()) { Ok(kept) } else { Err(Problem::NotFound) }
}
