//! A manager has looked at the preview and wants the customers written.

use axum::{extract::State, response::Response};
use domain::{FieldError, ImportId, Problem, ServiceId, permission::ManageImports, service::Status};
use runtime::{Answer, App, Caller, Input, Named, ProblemDocument};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{change::change, view::View};

/// What the new customers get.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Confirmation {
    /// The services that all of them get, where their company may see them. Those of their company come on top.
    service_ids: Vec<ServiceId>,
    /// Whether they are mailed an activation link.
    send_activation: bool,
    /// Which reading's preview was looked at; refused when the file has been read anew since. Any, unless said.
    reading: Option<u32>,
}

/// Confirms an import. Confirmed twice: the first time counts, and the answer is the same.
#[utoipa::path(post, path = "/v1/imports/{id}/confirm", tag = "imports", params(("id" = ImportId, Path)), request_body = Confirmation,
    responses((status = 202, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn confirm_import(
    State(app): State<App>,
    caller: Caller<ManageImports>,
    Named(id): Named<ImportId>,
    Input(confirmation): Input<Confirmation>,
) -> Answer<Response> {
    check_services(&app, &caller, &confirmation.service_ids).await?;
    let Confirmation { service_ids, send_activation, reading } = confirmation;
    change(&app, &caller, id, |import, moment, actor| {
        if reading.is_some_and(|seen| seen != import.reading) {
            return Err(Problem::Stale);
        }
        import.confirm(moment, actor, service_ids.clone(), send_activation)
    })
    .await
}

async fn check_services(app: &App, caller: &Caller<ManageImports>, ids: &[ServiceId]) -> Result<(), Problem> {
    if ids.is_empty() {
        return Ok(());
    }
    let (_, named) = app.store().named(caller.account_id, None, ids).await?;
    let refused = |id: &ServiceId| match named.services.iter().find(|service| service.id == *id) {
        None => Some("service_unknown"),
        Some(service) if service.status == Status::Retired => Some("service_retired"),
        Some(_) => None,
    };
    let wrong = ids
        .iter()
        .enumerate()
        .filter_map(|(at, id)| Some(FieldError::new(format!("service_ids.{at}"), refused(id)?)));
    let wrong: Vec<_> = wrong.collect();
    if wrong.is_empty() { Ok(()) } else { Err(Problem::Invalid(wrong)) }
}
