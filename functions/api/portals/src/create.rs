//! A manager opens a portal, with its first subportal.

use axum::{extract::State, response::Response};
use domain::{
    permission::ManagePortals,
    portal::{Portal, PortalInput},
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, answer};

use crate::view::View;

/// Opens a portal. Its first subportal is made with it.
#[utoipa::path(post, path = "/v1/portals", tag = "portals", request_body = PortalInput,
    responses((status = 201, body = View), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_portal(
    State(app): State<App>,
    caller: Caller<ManagePortals>,
    Input(input): Input<PortalInput>,
) -> Answer<Response> {
    let there = app.store().count_portals(caller.account_id).await?;
    let whose = (caller.account_id, caller.actor());
    let changed = Portal::create(&mut app.moment(), whose, &input, there)?;
    let kept = app.store().create_portal(changed).await?;
    let location = format!("/v1/portals/{}", kept.thing.id);
    Ok(answer::created(View::from(kept.thing), kept.version, &location))
}
