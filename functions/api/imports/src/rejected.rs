//! A manager downloads the rows that were left out, to mend them and upload them again.

use axum::{extract::State, response::Response};
use domain::{ImportId, Problem, permission::SeeImports};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};

/// The rejected rows: the file's own columns and an `error` column. Leads to a download that is good for a minute.
#[utoipa::path(get, path = "/v1/imports/{id}/rejected.csv", tag = "imports", params(("id" = ImportId, Path)),
    responses((status = 303), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_rejected(
    State(app): State<App>,
    caller: Caller<SeeImports>,
    Named(id): Named<ImportId>,
) -> Answer<Response> {
    let import = app.store().import(caller.account_id, id).await?.thing;
    if !import.has_preview() {
        return Err(Problem::conflict("no_preview").into());
    }
    let download = app.files()?.download(&import.rejected_key(), "rejected.csv").await?;
    Ok(answer::see_other(&download.url))
}
