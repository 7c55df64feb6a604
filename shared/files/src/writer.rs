//! Writing a file of any size, a part at a time.

use aws_sdk_s3::{
    primitives::ByteStream,
    types::{CompletedMultipartUpload, CompletedPart},
};
use domain::Problem;

use crate::{Files, fault::problem};

/// S3 takes parts of at least 5 MiB, but for the last.
const PART: usize = 5 * 1024 * 1024;

/// A file that is being written. It is there when it is finished; until then whatever was there stays.
pub struct Writer<'a> {
    files: &'a Files,
    key: String,
    content_type: &'static str,
    waiting: Vec<u8>,
    upload: Option<Upload>,
}

struct Upload {
    id: String,
    parts: Vec<CompletedPart>,
}

impl Files {
    /// Begins a file. One that fits into one part is written at once, at the end.
    #[must_use]
    pub fn writer(&self, key: &str, content_type: &'static str) -> Writer<'_> {
        Writer { files: self, key: key.to_owned(), content_type, waiting: vec![], upload: None }
    }
}

impl Writer<'_> {
    /// Adds bytes.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= PART { self.send().await } else { Ok(()) }
    }

    /// Ends the file.
    pub async fn finish(mut self) -> Result<(), Problem> {
        if self.upload.is_none() {
            return self.files.save(&self.key, self.content_type, self.waiting).await;
        }
        if !self.waiting.is_empty() {
            self.send().await?;
        }
        let Some(Upload { id, parts }) = self.upload else { return Ok(()) };
        let whole = CompletedMultipartUpload::builder().set_parts(Some(parts)).build();
        let call = self
            .files
            .client
            .complete_multipart_upload()
            .bucket(&self.files.bucket)
            .key(&self.key)
            .upload_id(id);
        call.multipart_upload(whole).send().await.map(drop).map_err(problem)
    }

    async fn send(&mut self) -> Result<(), Problem> {
        let mut upload = match self.upload.take() {
            Some(upload) => upload,
            None => Upload { id: self.begin().await?, parts: vec![] },
        };
        let number = i32::try_from(upload.parts.len() + 1).unwrap_or(i32::MAX);
        let body = ByteStream::from(std::mem::take(&mut self.waiting));
        let call =
            self.files.client.upload_part().bucket(&self.files.bucket).key(&self.key).upload_id(&upload.id);
        let etag = call.part_number(number).body(body).send().await.map_err(problem)?.e_tag;
        upload.parts.push(CompletedPart::builder().part_number(number).set_e_tag(etag).build());
        self.upload = Some(upload);
        Ok(())
    }

    async fn begin(&self) -> Result<String, Problem> {
        let call = self.files.client.create_multipart_upload().bucket(&self.files.bucket).key(&self.key);
        let answer = call.content_type(self.content_type).send().await.map_err(problem)?;
        answer.upload_id.ok_or_else(|| Problem::Bug("a multipart upload without id".into()))
    }
}
