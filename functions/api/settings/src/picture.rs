//! A browser or a mail shows a logo. Its address is no secret: whoever gets a mail has it.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::{AccountId, Problem};
use runtime::{Answer, App, ProblemDocument, show_picture};

/// Every cache between may have it.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// A logo, as a PNG.
#[utoipa::path(get, path = "/v1/logos/{account_id}/{file}", tag = "settings", security(()), params(("account_id" = AccountId, Path), ("file" = String, Path)),
    responses((status = 200, content_type = "image/png"), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_logo(
    State(app): State<App>,
    Path((account, file)): Path<(String, String)>,
) -> Answer<Response> {
    let account: AccountId = account.parse().map_err(|_| Problem::NotFound)?;
    Ok(show_picture(&app, (&format!("logos/{account}"), &file), FOR_EVER).await?)
}
