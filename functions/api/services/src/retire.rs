//! A manager takes a service off offer. Those who have it keep it.

use axum::{extract::State, response::Response};
use domain::{ServiceId, permission::ManageServices};
use runtime::{Answer, App, Caller, IfMatch, Named, ProblemDocument, answer};

/// Retires a service: nobody else gets it, those who have it keep it.
#[utoipa::path(delete, path = "/v1/services/{id}", tag = "services", params(("id" = ServiceId, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn retire_service(
    State(app): State<App>,
    caller: Caller<ManageServices>,
    Named(id): Named<ServiceId>,
    if_match: IfMatch,
) -> Answer<Response> {
    let before = if_match.admit(app.store().service(caller.account_id, id).await?)?;
    let changed = before.thing.clone().retire(&mut app.moment(), caller.actor())?;
    app.store().update_service(&before, changed).await?;
    Ok(answer::done())
}
