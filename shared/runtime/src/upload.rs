//! How a file gets into the bucket: past us, by a request that we have signed.

use std::collections::BTreeMap;

use domain::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A request that uploads one file, once.
#[derive(Debug, Serialize, ToSchema)]
pub struct Upload {
    /// `PUT`.
    method: String,
    /// Where to.
    url: String,
    /// Headers to send as they are.
    headers: BTreeMap<String, String>,
    /// Until when.
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

impl Upload {
    /// A signed request, good until `expires_at`.
    #[must_use]
    pub fn new(signed: files::Upload, expires_at: Timestamp) -> Self {
        let files::Upload { method, url, headers } = signed;
        Self { method, url, headers, expires_at }
    }
}
