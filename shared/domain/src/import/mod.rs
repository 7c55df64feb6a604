//! Imports of customers from a CSV file (IMP-1 to IMP-7): upload → reading → preview → confirm → writing → result → undo.
//!
//! The reader and the writer are functions that may die at any line, and their events may come twice. So each holds a
//! [`Lease`] on the import, works in chunks, and ends each chunk by one conditional write that moves the checkpoint and
//! the counts together. Whoever finds the checkpoint elsewhere than expected has lost the lease, and stops.

mod counts;
mod fault;
mod judge;
mod order;
mod read_anew;
mod report;
mod row;
mod seen;
mod steps;
mod undo;
mod update;

pub use counts::{Counts, Verdict};
pub use fault::FileFault;
pub use judge::{Judge, Known, Sighting};
pub use order::{Order, named_services, order};
pub use report::{Reason, Report, is_answer};
pub use row::{Row, RowFile, customer_of, draft};
pub use seen::Seen;
pub use undo::{Mark, UNDO, Undo, UndoCounts};
pub use update::{Change, Compared, Mode, Target};

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{
    AccountId, CustomerId, ImportId, ServiceId, Timestamp, UserId,
    csv_file::{Format, Header, Options},
    job::{Lease, Leased},
};

/// The largest file, in bytes.
pub const MAX_SIZE: u64 = 512 * 1024 * 1024;
/// The most rows of a file.
pub const MAX_ROWS: u64 = 1_000_000;
/// The most rows of a chunk: what one checkpoint keeps.
pub const CHUNK_ROWS: usize = 1000;
/// The most bytes of a chunk's cells; rows with long notes make smaller chunks, so that memory stays bounded.
pub const CHUNK_BYTES: usize = 4 * 1024 * 1024;
/// How long an upload may be begun after it was asked for.
pub const UPLOAD: SignedDuration = SignedDuration::from_mins(15);
/// How long after an upload's end the watchdog asks whether the file came and its event did not.
pub const UPLOAD_PATIENCE: SignedDuration = SignedDuration::from_mins(60);

/// Where an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ImportState)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Waits for its file.
    AwaitingUpload,
    /// Its rows are being judged.
    Reading,
    /// The preview is complete; nothing is written yet.
    Ready,
    /// Customers are being written.
    Writing,
    /// All are written.
    Done,
    /// Somebody stopped it.
    Cancelled,
    /// What it wrote has been taken back.
    Undone,
    /// The file can't be used.
    Failed,
}

/// What was said at confirmation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// The services that every customer of the file gets, besides those of their company.
    pub service_ids: Vec<ServiceId>,
    /// Whether the new customers are mailed an activation link.
    pub send_activation: bool,
    /// When; the new customers' ids begin with it.
    pub at: Timestamp,
    /// How many customers the preview promised. Fewer in the end: some rows turned out to exist by then.
    pub promised: u64,
}

impl Confirmation {
    /// The customer that a row makes: the same one however often it is asked for.
    #[must_use]
    pub fn customer_id(&self, import: ImportId, row: u64) -> CustomerId {
        CustomerId::derived(self.at, &[import.bytes(), &row.to_be_bytes()])
    }
}

/// An import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// The account it belongs to.
    pub account_id: AccountId,
    /// Who asked for it; nobody when a program dropped the file.
    pub created_by: Option<UserId>,
    /// The file's name, for people.
    pub file_name: String,
    /// The file's size in bytes, as announced and then as found.
    pub size: u64,
    /// The file's key in the bucket.
    pub key: String,
    /// The `ETag` of the file whose rows the preview holds; a file that is replaced meanwhile has another.
    pub etag: Option<String>,
    /// What becomes of rows whose address a customer has already.
    #[serde(default)]
    pub mode: Mode,
    /// What a program has confirmed beforehand, with the file that it dropped.
    #[serde(default)]
    pub order: Option<Order>,
    /// Where it is.
    pub state: State,
    /// What somebody has said of encoding and delimiter, instead of having them found out.
    #[serde(default)]
    pub options: Options,
    /// How often somebody has had the file read anew: which reading the preview is of, from 0.
    #[serde(default)]
    pub reading: u32,
    /// Encoding and delimiter, once known.
    pub format: Option<Format>,
    /// The header row, once known.
    pub header: Option<Header>,
    /// How many rows have which verdict, and how many are written.
    pub counts: Counts,
    /// How many bytes of the file have been read.
    pub bytes_read: u64,
    /// How many chunks the preview has.
    pub chunks: u32,
    /// The most chunks that an earlier reading had: as many files with rows may be in the bucket.
    #[serde(default)]
    pub earlier_chunks: u32,
    /// How many chunks have been written.
    pub chunks_written: u32,
    /// Who works on it.
    pub lease: Option<Lease>,
    /// Somebody wants it stopped; the writer stops at the end of its chunk.
    pub cancel_requested: bool,
    /// What was confirmed.
    pub confirmation: Option<Confirmation>,
    /// Somebody wants it undone, or it is.
    #[serde(default)]
    pub undo: Option<Undo>,
    /// Why it failed.
    pub fault: Option<FileFault>,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
}

/// What a worker does to an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Judges its rows.
    Reading,
    /// Writes its customers.
    Writing,
    /// Takes back what was written.
    Undoing,
}

impl Import {
    /// What is to be done to it; `None` while it waits for somebody, and when nothing is left to do.
    #[must_use]
    pub fn phase(&self) -> Option<Phase> {
        match self.state {
            State::AwaitingUpload | State::Reading => Some(Phase::Reading),
            State::Writing => Some(Phase::Writing),
            State::Done | State::Cancelled if self.undo.is_some() => Some(Phase::Undoing),
            _ => None,
        }
    }

    /// Whether a program has dropped the file.
    #[must_use]
    pub fn is_dropped(&self) -> bool {
        self.created_by.is_none()
    }

    /// Whether it has a rejected-rows file: as soon as all rows are judged.
    #[must_use]
    pub fn has_preview(&self) -> bool {
        let judged = match self.state {
            State::Ready | State::Writing | State::Done | State::Undone => true,
            // Somebody may have stopped it amid the reading.
            State::Cancelled => self.bytes_read == self.size,
            State::AwaitingUpload | State::Reading | State::Failed => false,
        };
        judged && self.header.is_some()
    }

    /// The key of the file with the rows of a chunk, one JSON object a line.
    #[must_use]
    pub fn rows_key(&self, chunk: u32) -> String {
        format!("rows/{}/{}/{chunk:05}.ndjson", self.account_id, self.id)
    }

    /// The key of the file with the rejected rows.
    #[must_use]
    pub fn rejected_key(&self) -> String {
        format!("results/{}/{}/rejected.csv", self.account_id, self.id)
    }

    /// How far its present work is, and what the whole is: bytes while reading, rows while writing and
    /// after, and again when they are taken back.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        match self.state {
            State::AwaitingUpload | State::Reading | State::Failed => (self.bytes_read, self.size),
            State::Ready => (0, self.counts.to_write()),
            State::Writing | State::Done | State::Cancelled | State::Undone => match &self.undo {
                Some(undo) => (undo.counts.customers(), self.counts.written),
                None => (self.counts.written, self.counts.to_write()),
            },
        }
    }

    /// When the watchdog should look after it: when a worker's lease runs out, or an upload never came.
    #[must_use]
    pub fn due_at(&self) -> Option<Timestamp> {
        if self.state == State::AwaitingUpload {
            return self.created_at.saturating_add(UPLOAD_PATIENCE).ok();
        }
        self.phase()?;
        let confirmed = self.confirmation.as_ref().map_or(self.created_at, |confirmation| confirmation.at);
        let begun = self.undo.as_ref().map_or(confirmed, |undo| undo.requested_at);
        Some(self.lapses_at(begun))
    }
}
