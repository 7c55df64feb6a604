//! A manager adds a device.

use axum::{extract::State, response::Response};
use domain::{
    device::{Device, DeviceInput},
    permission::ManageDevices,
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, answer};

use crate::view::{View, WithKey};

/// Adds a device. The answer shows the key with which it reports, and nothing ever does again.
#[utoipa::path(post, path = "/v1/devices", tag = "devices", request_body = DeviceInput,
    responses((status = 201, body = WithKey), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_device(
    State(app): State<App>,
    caller: Caller<ManageDevices>,
    Input(input): Input<DeviceInput>,
) -> Answer<Response> {
    let (changed, key) = Device::create(&mut app.moment(), caller.account_id, caller.actor(), &input)?;
    let kept = app.store().create_device(changed).await?;
    let location = format!("/v1/devices/{}", kept.thing.id);
    let view = View::new(kept.thing, None, app.now());
    Ok(answer::created(WithKey::new(view, &key), kept.version, &location))
}
