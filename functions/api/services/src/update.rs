//! A manager changes a service.

use axum::{extract::State, response::Response};
use domain::{ServiceId, permission::ManageServices, service::ServiceInput};
use runtime::{Answer, App, Caller, IfMatch, Named, Patch, ProblemDocument, answer};

use crate::view::View;

/// Changes a service.
#[utoipa::path(patch, path = "/v1/services/{id}", tag = "services", params(("id" = ServiceId, Path)), request_body = ServiceInput,
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_service(
    State(app): State<App>,
    caller: Caller<ManageServices>,
    Named(id): Named<ServiceId>,
    if_match: IfMatch,
    patch: Patch,
) -> Answer<Response> {
    let before = if_match.admit(app.store().service(caller.account_id, id).await?)?;
    let input = patch.apply(&before.thing.input())?;
    let changed = before.thing.clone().update(&mut app.moment(), caller.actor(), &input)?;
    let (named, old) = (&changed.now.company_ids, &before.thing.company_ids);
    app.store().check_companies(caller.account_id, "company_ids", named, old).await?;
    let kept = app.store().update_service(&before, changed).await?;
    Ok(answer::show(View::from(kept.thing), kept.version))
}
