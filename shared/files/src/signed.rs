//! Requests that we sign and others make: uploads and downloads go past us.

use std::{collections::BTreeMap, time::Duration};

use aws_sdk_s3::presigning::{PresignedRequest, PresigningConfig};
use domain::Problem;

use crate::{Files, fault::problem};

/// How long a download link is good for. Nobody asks who shows it: whoever loses the right to the file loses it within this time.
pub const DOWNLOAD: Duration = Duration::from_mins(1);

/// A request by which one file of one size can be uploaded once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// `PUT`.
    pub method: String,
    /// Where to.
    pub url: String,
    /// The headers that must be sent as they are.
    pub headers: BTreeMap<String, String>,
}

/// A link under which a file can be downloaded for a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// The link.
    pub url: String,
}

impl Files {
    /// Lets somebody upload a file of `size` bytes to `key` for `lifetime`, unless there is one already.
    pub async fn upload(
        &self,
        key: &str,
        content_type: &str,
        size: u64,
        lifetime: Duration,
    ) -> Result<Upload, Problem> {
        let length = i64::try_from(size).map_err(|_| Problem::TooLarge { limit: i64::MAX.unsigned_abs() })?;
        let call = self
            .client
            .put_object()
            .bucket(&self.bucket)
            .key(key)
            .content_type(content_type)
            .content_length(length);
        let signed = call.if_none_match("*").presigned(signing(lifetime)?).await.map_err(problem)?;
        let headers = signed.headers().filter(|(name, _)| !name.eq_ignore_ascii_case("content-length"));
        Ok(Upload {
            method: signed.method().to_owned(),
            url: signed.uri().to_owned(),
            headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        })
    }

    /// Lets somebody download the file at `key` under the name `file_name`.
    pub async fn download(&self, key: &str, file_name: &str) -> Result<Download, Problem> {
        let disposition = format!("attachment; filename=\"{file_name}\"");
        let call =
            self.client.get_object().bucket(&self.bucket).key(key).response_content_disposition(disposition);
        let signed: PresignedRequest = call.presigned(signing(DOWNLOAD)?).await.map_err(problem)?;
        Ok(Download { url: signed.uri().to_owned() })
    }
}

fn signing(lifetime: Duration) -> Result<PresigningConfig, Problem> {
    let config = PresigningConfig::expires_in(lifetime);
    config.map_err(|error| Problem::Bug(error.to_string()))
}
