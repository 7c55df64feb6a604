//! A manager wants to import a file, and is told where to upload it.

use axum::{extract::State, response::Response};
use domain::{
    import::{Import, Mode, UPLOAD},
    permission::ManageImports,
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, Upload, Words, answer};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use utoipa::ToSchema;

use crate::view::{View, importer};

/// The file that is to be imported.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Request {
    /// Its name.
    #[schema(max_length = 255)]
    file_name: String,
    /// Its exact size in bytes; at most 512 MiB.
    size: u64,
    /// What becomes of rows whose e-mail address a customer has already: left out, or their cells that are not empty
    /// change that customer.
    mode: Mode,
}

/// An import that waits for its file.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Requested {
    #[serde(flatten)]
    import: View,
    /// The request that uploads the file.
    upload: Upload,
}

/// Asks for an import: the answer says how to upload the file. Reading begins by itself when it is there.
#[utoipa::path(post, path = "/v1/imports", tag = "imports", request_body = Request,
    responses((status = 201, body = Requested), (status = 413, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn request_import(
    State(app): State<App>,
    caller: Caller<ManageImports>,
    Input(request): Input<Request>,
) -> Answer<Response> {
    let moment = &mut app.moment();
    let whose = (caller.user_id, caller.actor());
    let file = (request.file_name.as_str(), request.size);
    let changed = Import::request(moment, caller.account_id, whose, file, request.mode)?;
    let import = changed.now.clone();
    let lifetime = Duration::from_secs(UPLOAD.as_secs().unsigned_abs());
    let signed = app.files()?.upload(&import.key, "text/csv", import.size, lifetime).await?;
    app.store().create_import(changed).await?;
    let location = format!("/v1/imports/{}", import.id);
    let expires_at = moment.now.saturating_add(UPLOAD).unwrap_or(moment.now);
    let upload = Upload::new(signed, expires_at);
    let names = app.names(caller.account_id, vec![importer(&import)]).await?;
    let import = View::new(import, &names, Words(caller.locale));
    Ok(answer::created(Requested { import, upload }, 1, &location))
}
