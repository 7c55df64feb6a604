//! A manager gives a device another key.

use axum::{extract::State, response::Response};
use domain::{DeviceId, permission::ManageDevices};
use runtime::{Answer, App, Caller, IfMatch, Named, ProblemDocument, answer};

use crate::view::{View, WithKey};

/// Renews a device's key. The answer shows the new one, once; the one before opens nothing from now on.
#[utoipa::path(post, path = "/v1/devices/{id}/key", tag = "devices", params(("id" = DeviceId, Path)),
    responses((status = 201, body = WithKey), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn renew_device_key(
    State(app): State<App>,
    caller: Caller<ManageDevices>,
    Named(id): Named<DeviceId>,
    if_match: IfMatch,
) -> Answer<Response> {
    let before = if_match.admit(app.store().device(caller.account_id, id).await?)?;
    caller.check_company(Some(before.thing.company_id))?;
    let (changed, key) = before.thing.clone().renew_key(&mut app.moment(), caller.actor());
    let (kept, pulse) = app.store().renew_device_key(&before, changed).await?;
    let view = View::new(kept.thing, Some(&pulse), app.now());
    Ok(answer::created(WithKey::new(view, &key), kept.version, &format!("/v1/devices/{id}")))
}
