//! A manager changes a service.

use axum::{extract::State, response::Response};
use domain::{
    FieldError, Problem, ServiceId,
    permission::ManageServices,
    service::{Service, ServiceInput},
};
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
    check_companies(&app, &changed.now).await?;
    let kept = app.store().update_service(&before, changed).await?;
    Ok(answer::show(View::from(kept.thing), kept.version))
}

/// Refuses companies that there are not.
pub(crate) async fn check_companies(app: &App, service: &Service) -> Result<(), Problem> {
    let known = app.store().companies_by_id(service.account_id, &service.company_ids).await?;
    let unknown = service.company_ids.iter().enumerate().filter(|(_, id)| !known.contains_key(id));
    let errors: Vec<_> =
        unknown.map(|(at, _)| FieldError::new(format!("company_ids.{at}"), "company_unknown")).collect();
    if errors.is_empty() { Ok(()) } else { Err(Problem::Invalid(errors)) }
}
