//! A manager stops an import.

use axum::{extract::State, response::Response};
use domain::{ImportId, import::Import, permission::ManageImports};
use runtime::{Answer, App, Caller, Named, ProblemDocument};

use crate::{change::change, view::View};

/// Stops an import: at once while nothing is being written, else within a few seconds; the counts say how many were
/// written (IMP-7).
#[utoipa::path(post, path = "/v1/imports/{id}/cancel", tag = "imports", params(("id" = ImportId, Path)),
    responses((status = 202, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn cancel_import(
    State(app): State<App>,
    caller: Caller<ManageImports>,
    Named(id): Named<ImportId>,
) -> Answer<Response> {
    change(&app, &caller, id, Import::cancel).await
}
