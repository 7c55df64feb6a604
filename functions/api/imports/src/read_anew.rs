//! A manager knows better than the reader how a file is written, and has it read anew.

use axum::{extract::State, response::Response};
use domain::{ImportId, Problem, csv_file::Options, permission::ManageImports};
use runtime::{Answer, App, Caller, Input, Named, ProblemDocument};

use crate::{change::change, view::View};

/// Has the file read anew with another encoding or delimiter, while nothing is confirmed (IMP-3). What is null is found
/// out. The same said twice: the answer is the same. Refused once the file is no longer kept.
#[utoipa::path(post, path = "/v1/imports/{id}/read", tag = "imports", params(("id" = ImportId, Path)), request_body = Options,
    responses((status = 202, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn read_import_anew(
    State(app): State<App>,
    caller: Caller<ManageImports>,
    Named(id): Named<ImportId>,
    Input(options): Input<Options>,
) -> Answer<Response> {
    let import = app.store().import(caller.account_id, id).await?.thing;
    if import.can_be_read_anew() && app.files()?.stat(&import.key).await?.is_none() {
        return Err(Problem::conflict("file_gone").into());
    }
    change(&app, &caller, id, |import, moment, actor| import.read_anew(moment, actor, options)).await
}
