//! A manager adds a service.

use axum::{extract::State, response::Response};
use domain::{
    permission::ManageServices,
    service::{Service, ServiceInput},
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, answer};

use crate::view::View;

/// Adds a service.
#[utoipa::path(post, path = "/v1/services", tag = "services", request_body = ServiceInput,
    responses((status = 201, body = View), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_service(
    State(app): State<App>,
    caller: Caller<ManageServices>,
    Input(input): Input<ServiceInput>,
) -> Answer<Response> {
    let changed = Service::create(&mut app.moment(), caller.account_id, caller.actor(), &input)?;
    app.store().check_companies(caller.account_id, "company_ids", &changed.now.company_ids, &[]).await?;
    let kept = app.store().create_service(changed).await?;
    let location = format!("/v1/services/{}", kept.thing.id);
    Ok(answer::created(View::from(kept.thing), kept.version, &location))
}
