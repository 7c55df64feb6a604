//! Somebody looks where they are signed in (PPL-9).

use axum::{Json, extract::State};
use domain::{SignInId, Timestamp, permission::OwnProfile};
use runtime::{Answer, App, Caller, Paging, ProblemDocument, answer, answer::List};
use serde::Serialize;
use utoipa::ToSchema;

/// A place where one is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SignIn {
    /// Its id.
    id: SignInId,
    /// The browser, as it calls itself.
    device: String,
    /// Whether it is the one that asks.
    current: bool,
    /// When the password was given.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When it was last renewed.
    #[schema(value_type = String, format = DateTime)]
    last_used_at: Timestamp,
    /// When it ends by itself.
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

/// One's own sign-ins, newest first.
#[utoipa::path(get, path = "/v1/me/sign-ins", tag = "me", params(runtime::PagingParameters),
    responses((status = 200, body = List<SignIn>), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_sign_ins(
    State(app): State<App>,
    caller: Caller<OwnProfile>,
    paging: Paging,
) -> Answer<Json<List<SignIn>>> {
    let page = app
        .store()
        .sign_ins(caller.account_id, caller.user_id, paging.limit, paging.position.as_ref())
        .await?;
    let current = caller.sign_in_id()?;
    let view = |sign_in: domain::sign_in::SignIn| SignIn {
        id: sign_in.id,
        device: sign_in.device,
        current: sign_in.id == current,
        created_at: sign_in.created_at,
        last_used_at: sign_in.rotated_at,
        expires_at: sign_in.expires_at,
    };
    answer::list(page, &paging, view)
}
