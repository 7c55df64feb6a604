//! Another site shows a portal: the script that puts a button onto it, which opens the portal's page in a frame (POR-6).

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

/// The script. It asks for nothing until somebody presses its button, and is the same for every portal.
const SCRIPT: &str = include_str!("../layouts/embed.js");

/// The script that puts a button onto another site, by one tag: `<script src="https://…/p/acme/embed.js" async></script>`.
#[utoipa::path(get, path = "/p/{slug}/embed.js", tag = "portal page", security(()), params(("slug" = String, Path)),
    responses((status = 200, body = String, content_type = "text/javascript")))]
pub(crate) async fn show_portal_script() -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600")),
        (
            header::HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("cross-origin"),
        ),
    ];
    (headers, SCRIPT).into_response()
}
