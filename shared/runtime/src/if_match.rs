//! `If-Match`: a change of what the caller has seen, and of nothing newer (API-2, INC-7).

use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, header, request::Parts},
};
use domain::Problem;
use store::Kept;

use crate::Failure;

/// The version that the caller has seen, if they say so.
#[derive(Debug, Clone, Copy)]
pub struct IfMatch(Option<u64>);

impl IfMatch {
    /// The thing, unless the caller has seen another version of it.
    pub fn admit<T>(self, kept: Kept<T>) -> Result<Kept<T>, Problem> {
        if self.0.is_none_or(|seen| seen == kept.version) { Ok(kept) } else { Err(Problem::Stale) }
    }
}

impl<S: Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let Some(value) = parts.headers.get(header::IF_MATCH) else { return Ok(Self(None)) };
        let text = value.to_str().unwrap_or_default().trim();
        if text == "*" {
            return Ok(Self(None));
        }
        // A tag that we never gave out matches nothing.
        let version = text.trim_start_matches("W/").trim_matches('"').parse().unwrap_or(u64::MAX);
        Ok(Self(Some(version)))
    }
}

/// The `ETag` of a version.
pub(crate) fn etag(version: u64) -> HeaderValue {
    HeaderValue::from_str(&format!("\"{version}\"")).unwrap_or_else(|_| HeaderValue::from_static("\"0\""))
}
