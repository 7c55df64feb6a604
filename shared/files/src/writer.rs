//! Writing a file of any size in one go, a part at a time.

use domain::{Problem, export::Draft};

use crate::Files;

/// S3 takes parts of at least 5 MiB, but for the last.
const PART: usize = 5 * 1024 * 1024;

/// A file that is being written. It is there when it is finished; until then whatever was there stays.
pub struct Writer<'a> {
    files: &'a Files,
    key: String,
    content_type: &'static str,
    waiting: Vec<u8>,
    draft: Draft,
}

impl Files {
    /// Begins a file. One that fits into one part is written at once, at the end.
    #[must_use]
    pub fn writer(&self, key: &str, content_type: &'static str) -> Writer<'_> {
        Writer { files: self, key: key.to_owned(), content_type, waiting: vec![], draft: Draft::default() }
    }
}

impl Writer<'_> {
    /// Adds bytes.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() < PART {
            return Ok(());
        }
        let part = std::mem::take(&mut self.waiting);
        self.files.add_part((&self.key, self.content_type), &mut self.draft, part).await
    }

    /// Ends the file.
    pub async fn finish(self) -> Result<(), Problem> {
        self.files.complete((&self.key, self.content_type), self.draft, self.waiting).await
    }
}
