//! A manager gives the account a logo (SET-1).

use axum::{extract::State, response::Response};
use domain::{
    Problem,
    logo::{LogoUpload, upload_key},
    permission::ManageSettings,
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, Upload, answer};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The picture that is to be the logo.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LogoRequest {
    /// Its exact size in bytes; at most 10 MB.
    size: u64,
}

/// Where the picture goes.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RequestedLogo {
    /// The request that uploads the picture.
    upload: Upload,
}

/// Asks for a logo: the answer says how to upload a GIF, JPEG, PNG or WebP picture. It is read by itself when it is there; the settings
/// then have it, or say why not. A newer request takes the place of an older one.
#[utoipa::path(post, path = "/v1/settings/logo", tag = "settings", request_body = LogoRequest,
    responses((status = 202, body = RequestedLogo), (status = 413, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn request_logo(
    State(app): State<App>,
    caller: Caller<ManageSettings>,
    Input(asked): Input<LogoRequest>,
) -> Answer<Response> {
    let moment = &mut app.moment();
    let request = |logo: LogoUpload| logo.request(moment, caller.actor(), asked.size);
    let logo = app.store().request_logo(caller.account_id, request).await?;
    let (id, _) = logo.upload.ok_or_else(|| Problem::Bug("a request without upload".into()))?;
    let key = upload_key(caller.account_id, id);
    Ok(answer::accepted(RequestedLogo { upload: Upload::of_picture(&app, &key, asked.size).await? }))
}
