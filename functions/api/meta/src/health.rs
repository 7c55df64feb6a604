//! Somebody asks whether we are there.

use axum::Json;
use serde_json::{Value, json};

/// Whether the functions answer. Asks nothing of anything else.
#[utoipa::path(get, path = "/health", tag = "meta", security(()), responses((status = 200, body = Value)))]
pub(crate) async fn show_health() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}
