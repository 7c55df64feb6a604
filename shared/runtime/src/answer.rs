//! What a handler answers when all went well.

use axum::{
    Json,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use store::Page;
use utoipa::ToSchema;

use crate::if_match::etag;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct List<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Where the next page begins; null at the end.
    pub next_cursor: Option<String>,
}

/// 200 with a thing and its `ETag`.
pub fn show<T: Serialize>(thing: T, version: u64) -> Response {
    (HeaderMap::from_iter([(header::ETAG, etag(version))]), Json(thing)).into_response()
}

/// 201 with a new thing, its `ETag` and its place.
pub fn created<T: Serialize>(thing: T, version: u64, location: &str) -> Response {
    let mut response = (StatusCode::CREATED, show(thing, version)).into_response();
    if let Ok(location) = HeaderValue::from_str(location) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// 202: the work goes on without the caller.
pub fn accepted<T: Serialize>(thing: T) -> Response {
    (StatusCode::ACCEPTED, Json(thing)).into_response()
}

/// 204: done, and nothing more to say.
#[must_use]
pub fn done() -> Response {
    StatusCode::NO_CONTENT.into_response()
}

/// 204: done, and the work that follows from it is at `location`.
#[must_use]
pub fn done_with(location: &str) -> Response {
    let mut response = done();
    if let Ok(location) = HeaderValue::from_str(location) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// 303 to another place.
#[must_use]
pub fn see_other(location: &str) -> Response {
    let location = HeaderValue::from_str(location).unwrap_or_else(|_| HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// 200 with a file.
#[must_use]
pub fn file(name: &str, content_type: &'static str, body: String) -> Response {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let disposition = disposition.unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    (headers, body).into_response()
}

/// 200 with a page, each of its things as the outside sees it.
pub fn list<T, U: Serialize>(
    page: Page<T>,
    paging: &crate::Paging,
    view: impl FnMut(T) -> U,
) -> crate::Answer<Json<List<U>>> {
    let page = page.map(view);
    Ok(Json(List { next_cursor: paging.cursor(page.next.as_ref())?, items: page.items }))
}
