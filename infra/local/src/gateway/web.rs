//! The web app's files, with the headers that the deployment's edge sends too: the template has them.

use std::path::Path;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri, header};
use axum::response::Response;
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::template::Template;

/// The folder of the built web app.
#[derive(Clone)]
pub(super) struct Web {
    files: ServeDir,
    headers: HeaderMap,
}

impl Web {
    /// Serves `folder` with the template's headers. Where they name a bucket, it is at `endpoint` here.
    pub fn new(folder: &Path, template: &Template, region: &str, endpoint: &str) -> Result<Self, String> {
        let mut headers = HeaderMap::new();
        for (name, value) in &template.page_headers {
            let here = template.buckets.iter().fold(value.clone(), |value, bucket| {
                value.replace(&format!("https://{}.s3.{region}.amazonaws.com", bucket.name), endpoint)
            });
            let value = HeaderValue::try_from(here).map_err(|error| format!("{name}: {error}"))?;
            let name = HeaderName::try_from(name).map_err(|error| format!("{name}: {error}"))?;
            headers.insert(name, value);
        }
        Ok(Self { files: ServeDir::new(folder), headers })
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
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
        response.headers_mut().extend(self.headers);
        response
    }
}
