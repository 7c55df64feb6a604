//! A manager puts an address or a domain on the denylist (DEN-1).

use axum::{extract::State, response::Response};
use domain::{
    denylist::{Denial, DenialInput},
    permission::ManageDenylist,
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, answer};

use crate::view::View;

/// Puts an address, or a domain with its subdomains, on the denylist. Those who are customers already stay.
#[utoipa::path(post, path = "/v1/denylist", tag = "denylist", request_body = DenialInput,
    responses((status = 201, body = View), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_denial(
    State(app): State<App>,
    caller: Caller<ManageDenylist>,
    Input(input): Input<DenialInput>,
) -> Answer<Response> {
    let me = app.store().user(caller.account_id, caller.user_id).await?.thing;
    let (marker, own) = (app.marker(caller.account_id)?, [&me.login, &me.email]);
    let by = (caller.user_id, caller.actor());
    let changed = Denial::create(&mut app.moment(), &marker, by, &input, &own)?;
    let kept = app.store().create_denial(changed).await?;
    let location = format!("/v1/denylist/{}", kept.thing.id);
    let names = app.names(caller.account_id, vec![kept.thing.created_by.into()]).await?;
    Ok(answer::created(View::new(kept.thing, &names), kept.version, &location))
}
