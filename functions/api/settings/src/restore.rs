//! A manager brings back what the account was opened with and has been deleted since (SET-2).

use axum::{Json, extract::State};
use domain::{ServiceId, permission::ManageSettings};
use runtime::{Answer, App, Caller, ProblemDocument};
use serde::Serialize;
use utoipa::ToSchema;

/// What was brought back.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct Restored {
    /// The services that are on offer again; none when nothing was missing.
    services: Vec<RestoredService>,
}

/// A service that is on offer again.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RestoredService {
    /// Its id.
    id: ServiceId,
    /// Its name.
    name: String,
}

/// Restores defaults: the service with which the account was opened comes back when it was deleted. Whatever was added or changed stays as
/// it is.
#[utoipa::path(post, path = "/v1/settings/restore", tag = "settings",
    responses((status = 200, body = Restored), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn restore_defaults(
    State(app): State<App>,
    caller: Caller<ManageSettings>,
) -> Answer<Json<Restored>> {
    let Some(before) = app.store().default_service(caller.account_id).await? else {
        return Ok(Json(Restored::default()));
    };
    let changed = before.thing.clone().offer(&mut app.moment(), caller.actor())?;
    let back = RestoredService { id: changed.now.id, name: changed.now.name.clone() };
    let services = if changed.events.is_empty() { vec![] } else { vec![back] };
    app.store().update_service(&before, changed).await?;
    Ok(Json(Restored { services }))
}
