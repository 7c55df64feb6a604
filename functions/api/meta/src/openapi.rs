//! A program asks what it can ask.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};

/// Made from the code by `make openapi`; a test refuses it when it is stale.
const DOCUMENT: &str = include_str!("../../../../infra/openapi.json");

/// The OpenAPI 3.1 document of this interface.
#[utoipa::path(get, path = "/v1/openapi.json", tag = "meta", security(()), responses((status = 200, body = serde_json::Value)))]
pub(crate) async fn show_openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=300")], DOCUMENT)
        .into_response()
}
