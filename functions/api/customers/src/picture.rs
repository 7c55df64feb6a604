//! A browser shows an avatar. Who has its address may see it: pictures on pages can't send a token, so the address has a
//! hash in it that nobody can guess, and is told to nobody but those who may see the customer.

use axum::{
    extract::{Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use domain::{AccountId, CustomerId, Problem, avatar::MAX_BYTES};
use runtime::{Answer, App, ProblemDocument};

/// A picture is never another one under the same address; it is a person's, so no cache between may have it.
const FOR_EVER: HeaderValue = HeaderValue::from_static("private, max-age=31536000, immutable");

/// An avatar, as a PNG of 61 or 122 pixels.
#[utoipa::path(get, path = "/v1/avatars/{account_id}/{customer_id}/{file}", tag = "customers", security(()), params(("account_id" = AccountId, Path), ("customer_id" = CustomerId, Path), ("file" = String, Path)),
    responses((status = 200, content_type = "image/png"), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_avatar(
    State(app): State<App>,
    Path((account, customer, file)): Path<(String, String, String)>,
) -> Answer<Response> {
    let (account, customer): (AccountId, CustomerId) =
        account.parse().ok().zip(customer.parse().ok()).ok_or(Problem::NotFound)?;
    let simple = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    if !file.chars().all(simple) || file.contains("..") {
        return Err(Problem::NotFound.into());
    }
    let key = format!("avatars/{account}/{customer}/{file}");
    let picture = app.files()?.beginning(&key, MAX_BYTES).await?.ok_or(Problem::NotFound)?;
    let headers =
        [(header::CONTENT_TYPE, HeaderValue::from_static("image/png")), (header::CACHE_CONTROL, FOR_EVER)];
    Ok((headers, picture).into_response())
}
