//! A manager wants back what was before an import.

use axum::{extract::State, response::Response};
use domain::{ImportId, import::Import, permission::ManageImports};
use runtime::{Answer, App, Caller, Named, ProblemDocument};

use crate::{change::change, view::View};

/// Undoes an import that has ended within the last 24 hours (IMP-7), in the background: removes the customers and the
/// companies that it made, and restores the customers that it changed, as far as nobody has touched them since. The state
/// is `undone` when all is done; who was kept and why is in the rows (`kept=true`). Asked twice: once.
#[utoipa::path(post, path = "/v1/imports/{id}/undo", tag = "imports", params(("id" = ImportId, Path)),
    responses((status = 202, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn undo_import(
    State(app): State<App>,
    caller: Caller<ManageImports>,
    Named(id): Named<ImportId>,
) -> Answer<Response> {
    change(&app, &caller, id, Import::undo).await
}
