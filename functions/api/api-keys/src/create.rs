//! A company manager or API manager makes a key for a program (PPL-16).

use axum::{extract::State, response::Response};
use domain::{
    api_key::{ApiKey, ApiKeyInput},
    permission::HoldKeys,
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, answer};

use crate::view::{Made, View};

/// Makes an API key of one's own. The answer shows it, and nothing ever does again. A program sends it as
/// `Authorization: Bearer dhk_…`.
#[utoipa::path(post, path = "/v1/api-keys", tag = "api-keys", request_body = ApiKeyInput,
    responses((status = 201, body = Made), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_api_key(
    State(app): State<App>,
    caller: Caller<HoldKeys>,
    Input(input): Input<ApiKeyInput>,
) -> Answer<Response> {
    let owner = (caller.user_id, caller.duties.role);
    let (changed, token) = ApiKey::create(&mut app.moment(), caller.account_id, owner, &input)?;
    let key = app.store().create_api_key(changed).await?;
    let location = format!("/v1/api-keys/{}", key.id);
    let names = app.names(caller.account_id, vec![key.user_id.into()]).await?;
    Ok(answer::created(
        Made { view: View::new(key, None, &names), key: token.as_str().to_owned() },
        1,
        &location,
    ))
}
