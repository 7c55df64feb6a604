//! The operations of S3 that we answer: files by `s3s-fs`, and what it lacks.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use s3s::dto::{
    AbortMultipartUploadInput, AbortMultipartUploadOutput, CompleteMultipartUploadInput,
    CompleteMultipartUploadOutput, CopyObjectInput, CopyObjectOutput, CopySource, CreateMultipartUploadInput,
    CreateMultipartUploadOutput, DeleteObjectInput, DeleteObjectOutput, DeleteObjectsInput,
    DeleteObjectsOutput, ETag, ETagCondition, GetBucketLocationInput, GetBucketLocationOutput,
    GetObjectInput, GetObjectOutput, HeadBucketInput, HeadBucketOutput, HeadObjectInput, HeadObjectOutput,
    ListBucketsInput, ListBucketsOutput, ListObjectsInput, ListObjectsOutput, ListObjectsV2Input,
    ListObjectsV2Output, ListPartsInput, ListPartsOutput, PutObjectInput, PutObjectOutput,
    UploadPartCopyInput, UploadPartCopyOutput, UploadPartInput, UploadPartOutput,
};
use s3s::{S3, S3Request, S3Response, S3Result, s3_error};
use s3s_fs::FileSystem;
use serde_json::json;
use tokio::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::cloud::Cloud;
use crate::template::Bucket;
use crate::work::bus::Told;

/// Objects in folders.
pub(super) struct Store {
    files: FileSystem,
    cloud: Cloud,
    buckets: HashMap<String, Bucket>,
    sequence: AtomicU64,
    /// An object is three files: nobody reads or writes one of them while another writes. A key has the lock of its hash.
    locks: [RwLock<()>; 256],
}

impl Store {
    pub fn new(files: FileSystem, cloud: Cloud, buckets: HashMap<String, Bucket>) -> Self {
        let start = u64::try_from(cloud.clock.now().as_microsecond()).unwrap_or_default();
        let locks = std::array::from_fn(|_| RwLock::new(()));
        Self { files, cloud, buckets, sequence: AtomicU64::new(start), locks }
    }

    fn place(&self, bucket: &str, key: &str) -> usize {
        let mut hasher = DefaultHasher::new();
        (bucket, key).hash(&mut hasher);
        usize::try_from(hasher.finish() % self.locks.len() as u64).unwrap_or_default()
    }

    #[expect(clippy::indexing_slicing, reason = "a place is a remainder of the length")]
    fn lock(&self, place: usize) -> &RwLock<()> {
        &self.locks[place]
    }

    /// Held while an object is opened.
    async fn reading(&self, bucket: &str, key: &str) -> RwLockReadGuard<'_, ()> {
        self.lock(self.place(bucket, key)).read().await
    }

    /// Held while objects are written or deleted; locked in one order, so that two never wait for each other.
    async fn writing(
        &self,
        objects: impl IntoIterator<Item = (&str, &str)>,
    ) -> Vec<RwLockWriteGuard<'_, ()>> {
        let places: BTreeSet<usize> =
            objects.into_iter().map(|(bucket, key)| self.place(bucket, key)).collect();
        let mut guards = Vec::with_capacity(places.len());
        for place in places {
            guards.push(self.lock(place).write().await);
        }
        guards
    }

    /// Tells the default bus of a new object, when the bucket does that.
    async fn created(&self, bucket: &str, key: &str, etag: Option<&ETag>, reason: &str) -> S3Result<()> {
        if !self.buckets.get(bucket).is_some_and(|bucket| bucket.events) {
            return Ok(());
        }
        let path = self.cloud.folder.join("buckets").join(bucket).join(key);
        let size = tokio::fs::metadata(&path).await.map_or(0, |file| file.len());
        let sequencer = format!("{:018X}", self.sequence.fetch_add(1, Ordering::Relaxed));
        let told = Told {
            bus: "default".to_owned(),
            source: "aws.s3".to_owned(),
            detail_type: "Object Created".to_owned(),
            resources: json!([format!("arn:aws:s3:::{bucket}")]),
            time: None,
            detail: json!({"version": "0", "bucket": {"name": bucket}, "request-id": uuid::Uuid::new_v4().simple().to_string(),
                "object": {"key": key, "size": size, "etag": etag.map(ETag::value), "sequencer": sequencer},
                "requester": crate::options::ACCOUNT, "source-ip-address": "127.0.0.1", "reason": reason}),
        };
        self.cloud.put(vec![told]).await.map(drop).map_err(|error| s3_error!(InternalError, "{error}"))
    }

    /// Removes what `s3s-fs` keeps beside an object, or the next of this key would inherit it.
    fn forget(&self, bucket: &str, key: &str) {
        use base64::Engine as _;
        let encode = |text: &str| base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(text);
        for kind in ["metadata", "internal"] {
            let name = format!(".bucket-{}.object-{}.{kind}.json", encode(bucket), encode(key));
            drop(std::fs::remove_file(self.cloud.folder.join("buckets").join(Path::new(&name))));
        }
    }
}

/// A key must stay inside its bucket: as a path it must be the same as written.
fn safe(key: &str) -> S3Result<()> {
    let fits = !key.is_empty() && key.len() <= 1024 && !key.contains(['\\', '\0']);
    let parts = key.strip_suffix('/').unwrap_or(key).split('/').all(|part| !matches!(part, "" | "." | ".."));
    if fits && parts {
        Ok(())
    } else {
        Err(s3_error!(InvalidArgument, "The key must have no empty part, '.' or '..'"))
    }
}

#[async_trait::async_trait]
impl S3 for Store {
    async fn put_object(&self, req: S3Request<PutObjectInput>) -> S3Result<S3Response<PutObjectOutput>> {
        safe(&req.input.key)?;
        let (bucket, key) = (req.input.bucket.clone(), req.input.key.clone());
        let guards = self.writing([(bucket.as_str(), key.as_str())]).await;
        let put = self.files.put_object(req).await?;
        drop(guards);
        self.created(&bucket, &key, put.output.e_tag.as_ref(), "PutObject").await?;
        Ok(put)
    }

    async fn copy_object(&self, req: S3Request<CopyObjectInput>) -> S3Result<S3Response<CopyObjectOutput>> {
        safe(&req.input.key)?;
        let (bucket, key) = (req.input.bucket.clone(), req.input.key.clone());
        let source = match &req.input.copy_source {
            CopySource::Bucket { bucket, key, .. } => Some((bucket.clone(), key.clone())),
            _ => None,
        };
        source.iter().try_for_each(|(_, key)| safe(key))?;
        let objects = source.iter().map(|(bucket, key)| (&**bucket, &**key)).chain([(&*bucket, &*key)]);
        let guards = self.writing(objects).await;
        let copied = self.files.copy_object(req).await?;
        drop(guards);
        let etag = copied.output.copy_object_result.as_ref().and_then(|result| result.e_tag.as_ref());
        self.created(&bucket, &key, etag, "CopyObject").await?;
        Ok(copied)
    }

    async fn complete_multipart_upload(
        &self,
        req: S3Request<CompleteMultipartUploadInput>,
    ) -> S3Result<S3Response<CompleteMultipartUploadOutput>> {
        safe(&req.input.key)?;
        let (bucket, key) = (req.input.bucket.clone(), req.input.key.clone());
        let guards = self.writing([(bucket.as_str(), key.as_str())]).await;
        let completed = self.files.complete_multipart_upload(req).await?;
        drop(guards);
        self.created(&bucket, &key, completed.output.e_tag.as_ref(), "CompleteMultipartUpload").await?;
        Ok(completed)
    }

    async fn delete_object(
        &self,
        req: S3Request<DeleteObjectInput>,
    ) -> S3Result<S3Response<DeleteObjectOutput>> {
        safe(&req.input.key)?;
        let (bucket, key) = (req.input.bucket.clone(), req.input.key.clone());
        let _guards = self.writing([(bucket.as_str(), key.as_str())]).await;
        let deleted = self.files.delete_object(req).await?;
        self.forget(&bucket, &key);
        Ok(deleted)
    }

    async fn delete_objects(
        &self,
        req: S3Request<DeleteObjectsInput>,
    ) -> S3Result<S3Response<DeleteObjectsOutput>> {
        let bucket = req.input.bucket.clone();
        let keys: Vec<String> = req.input.delete.objects.iter().map(|object| object.key.clone()).collect();
        keys.iter().try_for_each(|key| safe(key))?;
        let _guards = self.writing(keys.iter().map(|key| (bucket.as_str(), key.as_str()))).await;
        let deleted = self.files.delete_objects(req).await?;
        for key in &keys {
            self.forget(&bucket, key);
        }
        Ok(deleted)
    }

    async fn get_object(&self, req: S3Request<GetObjectInput>) -> S3Result<S3Response<GetObjectOutput>> {
        safe(&req.input.key)?;
        let wanted = req.input.if_match.clone();
        let _guard = self.reading(&req.input.bucket, &req.input.key).await;
        let answer = self.files.get_object(req).await?;
        if let (Some(ETagCondition::ETag(wanted)), Some(found)) = (&wanted, &answer.output.e_tag)
            && wanted.value() != found.value()
        {
            return Err(s3_error!(PreconditionFailed));
        }
        Ok(answer)
    }

    async fn head_object(&self, req: S3Request<HeadObjectInput>) -> S3Result<S3Response<HeadObjectOutput>> {
        safe(&req.input.key)?;
        let _guard = self.reading(&req.input.bucket, &req.input.key).await;
        self.files.head_object(req).await
    }

    async fn create_multipart_upload(
        &self,
        req: S3Request<CreateMultipartUploadInput>,
    ) -> S3Result<S3Response<CreateMultipartUploadOutput>> {
        safe(&req.input.key)?;
        self.files.create_multipart_upload(req).await
    }

    async fn upload_part(&self, req: S3Request<UploadPartInput>) -> S3Result<S3Response<UploadPartOutput>> {
        safe(&req.input.key)?;
        self.files.upload_part(req).await
    }

    async fn upload_part_copy(
        &self,
        req: S3Request<UploadPartCopyInput>,
    ) -> S3Result<S3Response<UploadPartCopyOutput>> {
        safe(&req.input.key)?;
        self.files.upload_part_copy(req).await
    }

    async fn list_parts(&self, req: S3Request<ListPartsInput>) -> S3Result<S3Response<ListPartsOutput>> {
        safe(&req.input.key)?;
        self.files.list_parts(req).await
    }

    async fn abort_multipart_upload(
        &self,
        req: S3Request<AbortMultipartUploadInput>,
    ) -> S3Result<S3Response<AbortMultipartUploadOutput>> {
        safe(&req.input.key)?;
        self.files.abort_multipart_upload(req).await
    }

    async fn head_bucket(&self, req: S3Request<HeadBucketInput>) -> S3Result<S3Response<HeadBucketOutput>> {
        self.files.head_bucket(req).await
    }

    async fn list_buckets(
        &self,
        req: S3Request<ListBucketsInput>,
    ) -> S3Result<S3Response<ListBucketsOutput>> {
        self.files.list_buckets(req).await
    }

    async fn list_objects(
        &self,
        mut req: S3Request<ListObjectsInput>,
    ) -> S3Result<S3Response<ListObjectsOutput>> {
        // It would be echoed but not done: keys come as they are.
        req.input.encoding_type = None;
        self.files.list_objects(req).await
    }

    async fn list_objects_v2(
        &self,
        mut req: S3Request<ListObjectsV2Input>,
    ) -> S3Result<S3Response<ListObjectsV2Output>> {
        // It would be echoed but not done: keys come as they are.
        req.input.encoding_type = None;
        self.files.list_objects_v2(req).await
    }

    async fn get_bucket_location(
        &self,
        req: S3Request<GetBucketLocationInput>,
    ) -> S3Result<S3Response<GetBucketLocationOutput>> {
        self.files.get_bucket_location(req).await
    }
}
