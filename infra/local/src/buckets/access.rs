//! Policies for S3: which operation needs which action on what.

use std::collections::HashMap;

use s3s::access::{S3Access, S3AccessContext};
use s3s::dto::{CopyObjectInput, CopySource, DeleteObjectsInput, UploadPartCopyInput};
use s3s::path::S3Path;
use s3s::{S3Request, S3Result, s3_error};

use crate::cloud::Cloud;
use crate::policy::Ask;

/// Asks the template's policies.
pub(super) struct Access {
    pub cloud: Cloud,
}

#[async_trait::async_trait]
impl S3Access for Access {
    async fn check(&self, cx: &mut S3AccessContext<'_>) -> S3Result<()> {
        let Some(credentials) = cx.credentials() else {
            return Err(s3_error!(AccessDenied, "Signature is required"));
        };
        let action = match cx.s3_op().name() {
            "HeadObject" | "GetObject" => "s3:GetObject",
            "PutObject"
            | "CopyObject"
            | "CreateMultipartUpload"
            | "UploadPart"
            | "UploadPartCopy"
            | "CompleteMultipartUpload" => "s3:PutObject",
            "AbortMultipartUpload" => "s3:AbortMultipartUpload",
            "ListParts" => "s3:ListMultipartUploadParts",
            "DeleteObject" => "s3:DeleteObject",
            "HeadBucket" | "ListObjects" | "ListObjectsV2" => "s3:ListBucket",
            "ListBuckets" => "s3:ListAllMyBuckets",
            // Asked for each key when the keys are known.
            "DeleteObjects" => return Ok(()),
            other => return self.may(&credentials.access_key, &format!("s3:{other}"), cx.s3_path(), None),
        };
        let prefix = cx
            .uri()
            .query()
            .and_then(|query| form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "prefix"));
        self.may(&credentials.access_key, action, cx.s3_path(), prefix.map(|(_, value)| value.into_owned()))
    }

    async fn delete_objects(&self, req: &mut S3Request<DeleteObjectsInput>) -> S3Result<()> {
        for object in &req.input.delete.objects {
            self.object(req.credentials.as_ref(), "s3:DeleteObject", &req.input.bucket, &object.key)?;
        }
        Ok(())
    }

    async fn copy_object(&self, req: &mut S3Request<CopyObjectInput>) -> S3Result<()> {
        self.source(req.credentials.as_ref(), &req.input.copy_source)
    }

    async fn upload_part_copy(&self, req: &mut S3Request<UploadPartCopyInput>) -> S3Result<()> {
        self.source(req.credentials.as_ref(), &req.input.copy_source)
    }
}

impl Access {
    fn source(&self, credentials: Option<&s3s::auth::Credentials>, source: &CopySource) -> S3Result<()> {
        match source {
            CopySource::Bucket { bucket, key, .. } => self.object(credentials, "s3:GetObject", bucket, key),
            _ => Err(s3_error!(NotImplemented)),
        }
    }

    fn object(
        &self,
        credentials: Option<&s3s::auth::Credentials>,
        action: &str,
        bucket: &str,
        key: &str,
    ) -> S3Result<()> {
        let Some(credentials) = credentials else {
            return Err(s3_error!(AccessDenied, "Signature is required"));
        };
        let path = S3Path::Object { bucket: bucket.into(), key: key.into() };
        self.may(&credentials.access_key, action, &path, None)
    }

    fn may(&self, key: &str, action: &str, path: &S3Path, prefix: Option<String>) -> S3Result<()> {
        let resource = match path {
            S3Path::Root => "*".to_owned(),
            S3Path::Bucket { bucket } => format!("arn:aws:s3:::{bucket}"),
            S3Path::Object { bucket, key } => format!("arn:aws:s3:::{bucket}/{key}"),
        };
        let context = prefix.map(|prefix| ("s3:prefix".to_owned(), vec![prefix]));
        let ask = Ask {
            action: action.to_owned(),
            resources: vec![resource],
            context: HashMap::from_iter(context),
        };
        self.cloud.may(key, &ask).map_err(|denied| s3_error!(AccessDenied, "{denied}"))
    }
}
