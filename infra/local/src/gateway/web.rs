//! The web app's files, with the headers that the deployment's edge sends too.

use std::path::Path;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Uri, header};
use axum::response::Response;
use tower::ServiceExt;
use tower_http::services::ServeDir;

/// The folder of the built web app.
#[derive(Clone)]
pub(super) struct Web {
    files: ServeDir,
    policy: HeaderValue,
}

impl Web {
    /// Serves `folder`; its pages may talk to us and to the AWS endpoint, where files are uploaded.
    pub fn new(folder: &Path, endpoint: &str) -> Self {
        let policy = format!(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
             connect-src 'self' {endpoint}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        );
        let policy = HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"));
        Self { files: ServeDir::new(folder), policy }
    }

    /// Answers a request for a file; every path that names no file is a page of the app, and begins with its index.
    pub async fn answer(self, mut request: Request) -> Response {
        let last = request.uri().path().rsplit('/').next().unwrap_or_default();
        let is_page = !last.contains('.');
        // Built files are named by their content.
        let is_built = request.uri().path().starts_with("/assets/");
        if is_page {
            *request.uri_mut() = Uri::from_static("/index.html");
        }
        let response = match self.files.oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let mut response = response.map(Body::new);
        let caching = if is_built { "public, max-age=31536000, immutable" } else { "no-cache" };
        let caching = if response.status().is_success() { caching } else { "no-store" };
        let headers = [
            (header::CACHE_CONTROL, HeaderValue::from_static(caching)),
            (header::CONTENT_SECURITY_POLICY, self.policy),
            (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            // Tokens of mails are in paths.
            (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
            (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
        ];
        response.headers_mut().extend(headers);
        response
    }
}
