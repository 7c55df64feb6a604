//! The JSON that the outside sees.

use std::collections::BTreeMap;

use domain::{
    Actor, ImportId, ServiceId, Timestamp,
    csv_file::{Format, Options},
    import::{Counts, FileFault, Import, Mode, State, Undo, UndoCounts},
};
use runtime::{Names, Who, Words};
use serde::Serialize;
use utoipa::ToSchema;

/// An import.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Import)]
pub struct View {
    /// Its id.
    pub id: ImportId,
    /// Where it is.
    pub state: State,
    /// What becomes of rows whose address a customer has already.
    pub mode: Mode,
    /// Who asked for it; `system` when a program has dropped the file.
    pub created_by: Who,
    /// The file's name.
    pub file_name: String,
    /// The file's size in bytes.
    pub size: u64,
    /// Encoding and delimiter, once known.
    pub format: Option<Format>,
    /// What somebody has said of encoding and delimiter, instead of having them found out.
    pub options: Options,
    /// How often somebody has had the file read anew: which reading the preview is of, from 0.
    pub reading: u32,
    /// Whether the file may be read with another encoding or delimiter.
    pub can_be_read_anew: bool,
    /// Columns that are ignored.
    pub unknown_columns: Vec<String>,
    /// How many rows have which verdict, and how many are written.
    pub counts: Counts,
    /// How far the present work is.
    pub progress: Progress,
    /// Why the file can't be used.
    pub problem: Option<FileProblem>,
    /// The services that were confirmed.
    pub service_ids: Vec<ServiceId>,
    /// Whether activation mails were confirmed.
    pub send_activation: bool,
    /// Whether somebody wants it stopped.
    pub cancel_requested: bool,
    /// Until when it can be undone; nothing when it has written nothing, or is undone.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub undoable_until: Option<Timestamp>,
    /// How far undoing is, once somebody has asked for it.
    pub undo: Option<UndoView>,
    /// When it was asked for.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it ended.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub finished_at: Option<Timestamp>,
}

/// How far undoing is, and what has become of customers and companies so far.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportUndo)]
pub struct UndoView {
    /// When somebody asked for it.
    #[schema(value_type = String, format = DateTime)]
    pub requested_at: Timestamp,
    /// When all was done.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub finished_at: Option<Timestamp>,
    /// What has become of customers and companies.
    #[serde(flatten)]
    pub counts: UndoCounts,
}

impl From<Undo> for UndoView {
    fn from(Undo { requested_at, finished_at, counts, .. }: Undo) -> Self {
        Self { requested_at, finished_at, counts }
    }
}

/// How far work is: bytes while reading, customers while writing and undoing.
#[derive(Debug, Serialize, ToSchema)]
pub struct Progress {
    /// So much is done.
    pub done: u64,
    /// So much there is.
    pub total: u64,
}

/// Why a file can't be used.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileProblem {
    /// The kind of problem: a stable relative URI.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind of problem, in the reader's language.
    pub title: String,
    /// What is wrong and what helps, in the reader's language.
    pub detail: String,
}

/// Who asked for an import; a program drops a file as nobody.
pub(crate) fn importer(import: &Import) -> Actor {
    import.created_by.map_or(Actor::System, Actor::User)
}

impl View {
    /// An import in the reader's language.
    #[must_use]
    pub fn new(import: Import, names: &Names, words: Words) -> Self {
        let created_by = names.who(importer(&import));
        let (done, total) = import.progress();
        let undoable_until = import.undoable_until().filter(|_| import.undo.is_none());
        let can_be_read_anew = import.can_be_read_anew();
        let (service_ids, send_activation) = import
            .confirmation
            .map(|confirmed| (confirmed.service_ids, confirmed.send_activation))
            .unwrap_or_default();
        Self {
            id: import.id,
            state: import.state,
            mode: import.mode,
            created_by,
            file_name: import.file_name,
            size: import.size,
            format: import.format,
            options: import.options,
            reading: import.reading,
            can_be_read_anew,
            unknown_columns: import.header.map(|header| header.unknown).unwrap_or_default(),
            counts: import.counts,
            progress: Progress { done, total },
            problem: import.fault.as_ref().map(|fault| FileProblem::new(fault, words)),
            service_ids,
            send_activation,
            cancel_requested: import.cancel_requested,
            undoable_until,
            undo: import.undo.map(UndoView::from),
            created_at: import.created_at,
            finished_at: import.finished_at,
        }
    }
}

impl FileProblem {
    fn new(fault: &FileFault, words: Words) -> Self {
        Self {
            kind: format!("/problems/import/{}", fault.code),
            title: words.message("problem.file_refused.title", &BTreeMap::new()),
            detail: words.message(&format!("import.{}", fault.code), &fault.parameters),
        }
    }
}
