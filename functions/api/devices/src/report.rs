//! A device says that it is there (DEV-1).

use axum::{extract::State, response::Response};
use domain::{DeviceId, Problem};
use runtime::{Answer, App, DeviceCaller, Named, ProblemDocument, answer};

/// Takes a report of a device, which shows its own key, `dhd_…`. A device counts as online for five minutes after a report, so
/// it should send one at least every two minutes.
#[utoipa::path(post, path = "/v1/devices/{id}/reports", tag = "devices", security(("device" = [])), params(("id" = DeviceId, Path)),
    responses((status = 204), (status = 401, body = ProblemDocument, content_type = "application/problem+json"), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn report_device(
    State(app): State<App>,
    DeviceCaller(key): DeviceCaller,
    Named(id): Named<DeviceId>,
) -> Answer<Response> {
    let (hash, now) = (key.hash(), app.now());
    let Some(pulse) = app.store().report(id, &hash, now).await? else { return Ok(answer::done()) };
    let device = app.store().device(pulse.thing.account_id, id).await?;
    let changed = device.thing.clone().came_online(&mut app.moment());
    match app.store().tell_pulse((&device, &pulse), changed).await {
        // Another report of it was faster, or somebody changed the device: what is left to do is to note this one.
        Err(Problem::Stale) => app.store().report(id, &hash, now).await.map(drop)?,
        told => told?,
    }
    Ok(answer::done())
}
