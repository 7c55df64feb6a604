//! A manager changes a device.

use axum::{extract::State, response::Response};
use domain::{DeviceId, device::DeviceInput, permission::ManageDevices};
use runtime::{Answer, App, Caller, IfMatch, Named, Patch, ProblemDocument, answer};

use crate::view::View;

/// Changes a device.
#[utoipa::path(patch, path = "/v1/devices/{id}", tag = "devices", params(("id" = DeviceId, Path)), request_body = DeviceInput,
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_device(
    State(app): State<App>,
    caller: Caller<ManageDevices>,
    Named(id): Named<DeviceId>,
    if_match: IfMatch,
    patch: Patch,
) -> Answer<Response> {
    let before = if_match.admit(app.store().device(caller.account_id, id).await?)?;
    caller.check_company(Some(before.thing.company_id))?;
    let input = patch.apply(&before.thing.input())?;
    let changed = before.thing.clone().update(&mut app.moment(), caller.actor(), &input)?;
    let kept = app.store().update_device(&before, changed).await?;
    let pulse = app.store().pulse(&kept.thing.key_hash).await?.map(|kept| kept.thing);
    Ok(answer::show(View::new(kept.thing, pulse.as_ref(), app.now()), kept.version))
}
