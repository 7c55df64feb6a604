//! Carrying: files in the bucket. The only crate that knows S3.

mod draft;
mod fault;
mod signed;
mod writer;

pub use signed::{DOWNLOAD, Download, Upload};
pub use writer::Writer;

use std::collections::BTreeMap;

use aws_sdk_s3::{Client, operation::get_object::GetObjectError, primitives::ByteStream};
use aws_types::SdkConfig;
use domain::Problem;

use crate::fault::problem;

/// The bucket for uploads, previews and results.
#[derive(Debug, Clone)]
pub struct Files {
    client: Client,
    bucket: String,
}

/// What the bucket says of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stat {
    /// Its size in bytes.
    pub size: u64,
    /// Its `ETag`, quotes included; another content has another.
    pub etag: String,
    /// What its uploader has said of it: the metadata, by lower-case name.
    pub metadata: BTreeMap<String, String>,
}

impl Files {
    /// The bucket called `bucket`. Its name is part of the path where an endpoint other than AWS's own is configured,
    /// because there are no host names for buckets there.
    #[must_use]
    pub fn new(config: &SdkConfig, bucket: String) -> Self {
        let s3 = aws_sdk_s3::config::Builder::from(config).force_path_style(config.endpoint_url().is_some());
        Self { client: Client::from_conf(s3.build()), bucket }
    }

    /// Size, `ETag` and metadata of a file, if it is there.
    pub async fn stat(&self, key: &str) -> Result<Option<Stat>, Problem> {
        match self.client.head_object().bucket(&self.bucket).key(key).send().await {
            Ok(head) => Ok(Some(Stat {
                size: head.content_length.and_then(|size| u64::try_from(size).ok()).unwrap_or_default(),
                etag: head.e_tag.unwrap_or_default(),
                metadata: head.metadata.unwrap_or_default().into_iter().collect(),
            })),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(aws_sdk_s3::operation::head_object::HeadObjectError::is_not_found) =>
            {
                Ok(None)
            }
            Err(error) => Err(problem(error)),
        }
    }

    /// The bytes of a file from `from` on, at most `most` of them; refused when it is no longer the one with `etag`.
    pub async fn read(&self, key: &str, etag: &str, from: u64, most: u64) -> Result<Vec<u8>, Problem> {
        let range = format!("bytes={from}-{}", from + most - 1);
        let call = self.client.get_object().bucket(&self.bucket).key(key).range(range).if_match(etag);
        let body = call.send().await.map_err(problem)?.body;
        Ok(body.collect().await.map_err(fault::broken_off)?.to_vec())
    }

    /// The first `most` bytes of a file, if it is there.
    pub async fn beginning(&self, key: &str, most: u64) -> Result<Option<Vec<u8>>, Problem> {
        let range = format!("bytes=0-{}", most - 1);
        match self.client.get_object().bucket(&self.bucket).key(key).range(range).send().await {
            Ok(found) => Ok(Some(found.body.collect().await.map_err(fault::broken_off)?.to_vec())),
            Err(error) if error.as_service_error().is_some_and(GetObjectError::is_no_such_key) => Ok(None),
            Err(error) => Err(problem(error)),
        }
    }

    /// Deletes a file; one that is not there is as good as deleted.
    pub async fn remove(&self, key: &str) -> Result<(), Problem> {
        let call = self.client.delete_object().bucket(&self.bucket).key(key);
        call.send().await.map(drop).map_err(problem)
    }

    /// A whole file; only for those we wrote ourselves and know to be small.
    pub async fn load(&self, key: &str) -> Result<Vec<u8>, Problem> {
        let body = self.client.get_object().bucket(&self.bucket).key(key).send().await.map_err(problem)?.body;
        Ok(body.collect().await.map_err(fault::broken_off)?.to_vec())
    }

    /// Copies a file within the bucket, over whatever was there.
    pub async fn copy(&self, from: &str, to: &str) -> Result<(), Problem> {
        // A source is given as part of a URL. Our own keys, which are copied, hold nothing that would have to be escaped.
        let source = format!("{}/{from}", self.bucket);
        let call = self.client.copy_object().copy_source(source).bucket(&self.bucket).key(to);
        call.send().await.map(drop).map_err(problem)
    }

    /// A whole file, if it is there; only for those we wrote ourselves and know to be small.
    pub async fn find(&self, key: &str) -> Result<Option<Vec<u8>>, Problem> {
        match self.client.get_object().bucket(&self.bucket).key(key).send().await {
            Ok(found) => Ok(Some(found.body.collect().await.map_err(fault::broken_off)?.to_vec())),
            Err(error) if error.as_service_error().is_some_and(GetObjectError::is_no_such_key) => Ok(None),
            Err(error) => Err(problem(error)),
        }
    }

    /// Deletes a file; one that is not there is as good as deleted.
    pub async fn delete(&self, key: &str) -> Result<(), Problem> {
        self.client.delete_object().bucket(&self.bucket).key(key).send().await.map(drop).map_err(problem)
    }

    /// Deletes every file under a prefix; gives how many there were.
    pub async fn delete_all(&self, prefix: &str) -> Result<u64, Problem> {
        let mut count = 0;
        loop {
            let call = self.client.list_objects_v2().bucket(&self.bucket).prefix(prefix);
            let found = call.send().await.map_err(problem)?.contents.unwrap_or_default();
            if found.is_empty() {
                return Ok(count);
            }
            for key in found.iter().filter_map(|object| object.key.as_deref()) {
                self.delete(key).await?;
                count += 1;
            }
        }
    }

    /// Writes a file over whatever was there.
    pub async fn save(&self, key: &str, content_type: &str, bytes: Vec<u8>) -> Result<(), Problem> {
        let call = self.client.put_object().bucket(&self.bucket).key(key).content_type(content_type);
        call.body(ByteStream::from(bytes)).send().await.map(drop).map_err(problem)
    }
}
