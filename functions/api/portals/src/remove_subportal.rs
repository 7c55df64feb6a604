//! A manager takes a subportal away.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::{PortalId, SubportalId, permission::ManagePortals};
use runtime::{Answer, App, Caller, IfMatch, ProblemDocument, answer};

use crate::view;

/// Takes a subportal away, unless it is the last one or teams serve it.
#[utoipa::path(delete, path = "/v1/portals/{id}/subportals/{subportal_id}", tag = "portals", params(("id" = PortalId, Path), ("subportal_id" = SubportalId, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn remove_subportal(
    State(app): State<App>,
    caller: Caller<ManagePortals>,
    Path(named): Path<(String, String)>,
    if_match: IfMatch,
) -> Answer<Response> {
    let (id, subportal) = view::both(named)?;
    let before = if_match.admit(app.store().find_portal(caller.account_id, id).await?)?;
    let (teams, moment) = (app.store().teams(caller.account_id).await?, &mut app.moment());
    let changed = before.thing.clone().remove_subportal(moment, caller.actor(), subportal, &teams)?;
    app.store().update_portal(&before, changed).await?;
    Ok(answer::done())
}
