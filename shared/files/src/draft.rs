//! Files written in parts, by one worker after another: each part is there for good as soon as it is sent.

use aws_sdk_s3::{
    primitives::ByteStream,
    types::{CompletedMultipartUpload, CompletedPart},
};
use domain::{Problem, export::Draft};

use crate::{Files, fault::problem};

impl Files {
    /// Sends the next part of a file: at least 5 MiB, unless it is the last.
    pub async fn add_part(
        &self,
        (key, content_type): (&str, &str),
        draft: &mut Draft,
        bytes: Vec<u8>,
    ) -> Result<(), Problem> {
        let upload = match &draft.upload {
            Some(upload) => upload,
            None => draft.upload.insert(self.begin(key, content_type).await?),
        };
        let call = self.client.upload_part().bucket(&self.bucket).key(key).upload_id(upload);
        let call = call.part_number(number(draft.parts.len())).body(ByteStream::from(bytes));
        let etag = call.send().await.map_err(problem)?.e_tag;
        draft.parts.push(etag.unwrap_or_default());
        Ok(())
    }

    /// Ends a file with its last bytes. It is there from now on; until then whatever was there stays. A file without parts
    /// is written at once.
    pub async fn complete(
        &self,
        (key, content_type): (&str, &'static str),
        mut draft: Draft,
        last: Vec<u8>,
    ) -> Result<(), Problem> {
        if draft.parts.is_empty() {
            return self.save(key, content_type, last).await;
        }
        if !last.is_empty() {
            self.add_part((key, content_type), &mut draft, last).await?;
        }
        let parts = draft
            .parts
            .into_iter()
            .enumerate()
            .map(|(at, etag)| CompletedPart::builder().part_number(number(at)).e_tag(etag).build());
        let whole = CompletedMultipartUpload::builder().set_parts(Some(parts.collect())).build();
        let call = self.client.complete_multipart_upload().bucket(&self.bucket).key(key);
        let call = call.set_upload_id(draft.upload).multipart_upload(whole);
        call.send().await.map(drop).map_err(problem)
    }

    async fn begin(&self, key: &str, content_type: &str) -> Result<String, Problem> {
        let call = self.client.create_multipart_upload().bucket(&self.bucket).key(key);
        let answer = call.content_type(content_type).send().await.map_err(problem)?;
        answer.upload_id.ok_or_else(|| Problem::Bug("a multipart upload without id".into()))
    }
}

/// Parts count from 1.
fn number(at: usize) -> i32 {
    i32::try_from(at + 1).unwrap_or(i32::MAX)
}
