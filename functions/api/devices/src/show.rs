//! Staff look at a device.

use axum::{extract::State, response::Response};
use domain::{DeviceId, permission::SeeDevices};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};

use crate::view::View;

/// A device, with its last report.
#[utoipa::path(get, path = "/v1/devices/{id}", tag = "devices", params(("id" = DeviceId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_device(
    State(app): State<App>,
    caller: Caller<SeeDevices>,
    Named(id): Named<DeviceId>,
) -> Answer<Response> {
    let kept = app.store().device(caller.account_id, id).await?;
    caller.check_company(Some(kept.thing.company_id))?;
    let pulse = app.store().pulse(&kept.thing.key_hash).await?.map(|kept| kept.thing);
    Ok(answer::show(View::new(kept.thing, pulse.as_ref(), app.now()), kept.version))
}
