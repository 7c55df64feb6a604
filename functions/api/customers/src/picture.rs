//! A browser shows an avatar. Who has its address may see it: pictures on pages can't send a token, so the address has a
//! hash in it that nobody can guess, and is told to nobody but those who may see the customer.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::{AccountId, CustomerId, Problem};
use runtime::{Answer, App, ProblemDocument, show_picture};

/// It is a person's, so no cache between may have it.
const FOR_EVER: &str = "private, max-age=31536000, immutable";

/// An avatar, as a PNG of 61 or 122 pixels.
#[utoipa::path(get, path = "/v1/avatars/{account_id}/{customer_id}/{file}", tag = "customers", security(()), params(("account_id" = AccountId, Path), ("customer_id" = CustomerId, Path), ("file" = String, Path)),
    responses((status = 200, content_type = "image/png"), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_avatar(
    State(app): State<App>,
    Path((account, customer, file)): Path<(String, String, String)>,
) -> Answer<Response> {
    let (account, customer): (AccountId, CustomerId) =
        account.parse().ok().zip(customer.parse().ok()).ok_or(Problem::NotFound)?;
    Ok(show_picture(&app, (&format!("avatars/{account}/{customer}"), &file), FOR_EVER).await?)
}
