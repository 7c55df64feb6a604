//! Somebody comes to the portal's door, and sees whose it is before they sign in.

use axum::{
    Json,
    extract::{Path, State},
};
use domain::{AccountId, Problem, account::Brand};
use runtime::{Answer, App, ProblemDocument};

/// How an organisation looks: its name, logo and colour. Whoever has the address of its portal may see it.
#[utoipa::path(get, path = "/v1/brands/{account_id}", tag = "settings", security(()), params(("account_id" = AccountId, Path)),
    responses((status = 200, body = Brand), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_brand(State(app): State<App>, Path(account): Path<String>) -> Answer<Json<Brand>> {
    let account: AccountId = account.parse().map_err(|_| Problem::NotFound)?;
    Ok(Json(app.store().account(account).await?.thing.brand()))
}
