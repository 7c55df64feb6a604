//! A manager takes a device out of the inventory.

use axum::{extract::State, response::Response};
use domain::{DeviceId, permission::ManageDevices};
use runtime::{Answer, App, Caller, IfMatch, Named, ProblemDocument, answer};

/// Deletes a device. Its key opens nothing from now on.
#[utoipa::path(delete, path = "/v1/devices/{id}", tag = "devices", params(("id" = DeviceId, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn delete_device(
    State(app): State<App>,
    caller: Caller<ManageDevices>,
    Named(id): Named<DeviceId>,
    if_match: IfMatch,
) -> Answer<Response> {
    let before = if_match.admit(app.store().device(caller.account_id, id).await?)?;
    caller.check_company(Some(before.thing.company_id))?;
    let changed = before.thing.clone().delete(&mut app.moment(), caller.actor());
    app.store().delete_device(&before, changed).await?;
    Ok(answer::done())
}
