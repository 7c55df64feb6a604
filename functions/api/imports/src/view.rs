//! The JSON that the outside sees.

use std::collections::BTreeMap;

use domain::{
    FieldError, ImportId, ServiceId, Timestamp,
    csv_file::Header,
    import::{Counts, FileFault, Import, Row, State, Verdict},
};
use runtime::{Words, WrongField};
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
    /// The file's name.
    pub file_name: String,
    /// The file's size in bytes.
    pub size: u64,
    /// Encoding and delimiter, once known.
    pub format: Option<FormatView>,
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
    /// When it was asked for.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it ended.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub finished_at: Option<Timestamp>,
}

/// How the file is written.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormatView {
    /// `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`.
    #[schema(value_type = String)]
    pub encoding: serde_json::Value,
    /// `,`, `;` or a tab.
    #[schema(value_type = String)]
    pub delimiter: serde_json::Value,
}

/// How far work is: bytes while reading, customers while writing.
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

impl View {
    /// An import in the reader's language.
    #[must_use]
    pub fn new(import: Import, words: Words) -> Self {
        let (done, total) = import.progress();
        let text = |value| serde_json::to_value(value).unwrap_or_default();
        let (service_ids, send_activation) = import
            .confirmation
            .map(|confirmed| (confirmed.service_ids, confirmed.send_activation))
            .unwrap_or_default();
        Self {
            id: import.id,
            state: import.state,
            file_name: import.file_name,
            size: import.size,
            format: import.format.map(|format| FormatView {
                encoding: text(serde_json::to_value(format.encoding).unwrap_or_default()),
                delimiter: text(serde_json::to_value(format.delimiter).unwrap_or_default()),
            }),
            unknown_columns: import.header.map(|header| header.unknown).unwrap_or_default(),
            counts: import.counts,
            progress: Progress { done, total },
            problem: import.fault.as_ref().map(|fault| FileProblem::new(fault, words)),
            service_ids,
            send_activation,
            cancel_requested: import.cancel_requested,
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

/// A row of the preview.
#[derive(Debug, Serialize, ToSchema)]
pub struct RowView {
    /// 1 for the first row below the header; blank lines are not counted.
    pub row: u64,
    /// The line of the file on which it begins.
    pub line: u64,
    /// What becomes of it.
    pub verdict: Verdict,
    /// What is wrong with it, or why it is left out.
    pub errors: Vec<WrongField>,
    /// Its values by column.
    pub values: BTreeMap<String, String>,
    /// The earlier row with the same address.
    pub same_as: Option<u64>,
}

impl RowView {
    /// A row in the reader's language.
    #[must_use]
    pub fn new(row: Row, header: &Header, words: Words) -> Self {
        let value = |(column, at): (&domain::csv_file::Column, &usize)| {
            Some((column.name().to_owned(), row.cells.get(*at)?.clone()))
        };
        let values = header.columns.iter().filter_map(value).collect();
        let error = |error: &FieldError| WrongField {
            field: error.field.clone(),
            code: error.code.clone(),
            message: words.row(error),
        };
        let errors = row.errors.iter().map(error).collect();
        Self { row: row.row, line: row.line, verdict: row.verdict, errors, values, same_as: row.same_as }
    }
}
