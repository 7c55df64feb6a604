//! A manager watches an import.

use axum::{extract::State, response::Response};
use domain::{ImportId, permission::SeeImports};
use runtime::{Answer, App, Caller, Named, ProblemDocument, Words, answer};

use crate::view::{View, importer};

/// An import: state, counts and progress.
#[utoipa::path(get, path = "/v1/imports/{id}", tag = "imports", params(("id" = ImportId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_import(
    State(app): State<App>,
    caller: Caller<SeeImports>,
    Named(id): Named<ImportId>,
) -> Answer<Response> {
    let kept = app.store().import(caller.account_id, id).await?;
    let names = app.names(caller.account_id, vec![importer(&kept.thing)]).await?;
    Ok(answer::show(View::new(kept.thing, &names, Words(caller.locale)), kept.version))
}
