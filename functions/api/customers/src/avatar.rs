//! A manager gives a customer an avatar, or takes it away (CUS-5).

use axum::{extract::State, response::Response};
use domain::{
    CustomerId,
    avatar::{Crop, upload_key},
    permission::ManageCustomers,
};
use runtime::{Answer, App, Caller, Input, Named, ProblemDocument, Upload, answer};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The picture that is to be an avatar.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct AvatarRequest {
    /// Its exact size in bytes; at most 10 MB.
    size: u64,
    /// The square of it that is to be seen; the largest in its middle when left out.
    crop: Option<Crop>,
}

/// Where the picture goes.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AvatarUpload {
    /// The request that uploads the picture.
    upload: Upload,
}

/// Asks for an avatar: the answer says how to upload a GIF, JPEG, PNG or WebP picture. It is read by itself when it is there;
/// the customer then has it, or says why not. A newer request takes the place of an older one.
#[utoipa::path(post, path = "/v1/customers/{id}/avatar", tag = "customers", params(("id" = CustomerId, Path)), request_body = AvatarRequest,
    responses((status = 202, body = AvatarUpload), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 413, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn request_avatar(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    Named(id): Named<CustomerId>,
    Input(asked): Input<AvatarRequest>,
) -> Answer<Response> {
    let moment = &mut app.moment();
    let request =
        |avatar: domain::avatar::Avatar| avatar.request(moment, caller.actor(), asked.size, asked.crop);
    let avatar = app.store().change_avatar(caller.account_id, id, request).await?;
    let upload = avatar.upload.ok_or_else(|| domain::Problem::Bug("a request without upload".into()))?;
    let key = upload_key(caller.account_id, id, upload.id);
    Ok(answer::accepted(AvatarUpload { upload: Upload::of_picture(&app, &key, asked.size).await? }))
}

/// Takes the avatar away, and the picture that may still be on its way.
#[utoipa::path(delete, path = "/v1/customers/{id}/avatar", tag = "customers", params(("id" = CustomerId, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn remove_avatar(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    Named(id): Named<CustomerId>,
) -> Answer<Response> {
    let moment = &mut app.moment();
    let remove = |avatar: domain::avatar::Avatar| Ok(avatar.remove(moment, caller.actor()));
    let avatar = app.store().change_avatar(caller.account_id, id, remove).await?;
    // Also when nothing has changed: somebody before may have been cut off here.
    for (_, key) in avatar.previous.iter().flat_map(|picture| avatar.files(picture)) {
        app.files()?.remove(&key).await?;
    }
    Ok(answer::done())
}
