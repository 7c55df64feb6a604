//! A key is no longer needed, or has got into the wrong hands.

use axum::{extract::State, response::Response};
use domain::{ApiKeyId, Problem, permission::HoldKeys, user::Role};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};

/// Revokes an API key; within a minute it opens nothing any more. An API manager's own, a company manager's any.
#[utoipa::path(delete, path = "/v1/api-keys/{id}", tag = "api-keys", params(("id" = ApiKeyId, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn revoke_api_key(
    State(app): State<App>,
    caller: Caller<HoldKeys>,
    Named(id): Named<ApiKeyId>,
) -> Answer<Response> {
    let kept = app.store().api_key(caller.account_id, id).await?;
    if caller.duties.role != Role::CompanyManager && kept.thing.user_id != caller.user_id {
        return Err(Problem::NotFound.into());
    }
    let changed = kept.thing.revoke(&mut app.moment(), caller.actor());
    app.store().revoke_api_key(kept.version, changed).await?;
    Ok(answer::done())
}
