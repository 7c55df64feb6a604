//! Somebody asks whether accounts can be opened here.

use axum::{Json, extract::State};
use runtime::App;
use serde::Serialize;
use utoipa::ToSchema;

/// Whether organisations open accounts by themselves.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Openness {
    /// Whether `POST /v1/accounts` opens one.
    open: bool,
}

/// Whether this deployment allows it.
pub(crate) fn is_open(app: &App) -> bool {
    app.config().optional("OPEN_ACCOUNTS") == Some("true")
}

/// Whether an account can be opened here by whoever wants one.
#[utoipa::path(get, path = "/v1/accounts", tag = "accounts", security(()), responses((status = 200, body = Openness)))]
pub(crate) async fn show_openness(State(app): State<App>) -> Json<Openness> {
    Json(Openness { open: is_open(&app) })
}
