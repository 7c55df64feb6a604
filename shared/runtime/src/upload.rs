//! How a file gets into the bucket: past us, by a request that we have signed.

use std::{collections::BTreeMap, time::Duration};

use domain::{Problem, Timestamp, picture::UPLOAD};
use serde::Serialize;
use utoipa::ToSchema;

use crate::App;

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

    /// A signed request for a picture of `size` bytes, which is read when it is there.
    pub async fn of_picture(app: &App, key: &str, size: u64) -> Result<Self, Problem> {
        let lifetime = Duration::from_secs(UPLOAD.as_secs().unsigned_abs());
        let signed = app.files()?.upload(key, "application/octet-stream", size, lifetime).await?;
        Ok(Self::new(signed, app.now().saturating_add(UPLOAD).unwrap_or_default()))
    }
}
