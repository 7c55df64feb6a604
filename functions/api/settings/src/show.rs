//! Staff look at the settings of the account (SET-1).

use axum::{extract::State, response::Response};
use domain::permission::SeeSettings;
use runtime::{Answer, App, Caller, ProblemDocument, Words, answer};

use crate::view::View;

/// The settings of the account: each with its value, and where it comes from.
#[utoipa::path(get, path = "/v1/settings", tag = "settings",
    responses((status = 200, body = View), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_settings(State(app): State<App>, caller: Caller<SeeSettings>) -> Answer<Response> {
    let (account, logo) = app.store().account_and_logo(caller.account_id).await?;
    Ok(answer::show(View::new(&account.thing, &logo.thing, Words(caller.locale)), account.version))
}
