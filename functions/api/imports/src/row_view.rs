//! The JSON of a row that the outside sees.

use std::collections::BTreeMap;

use domain::{
    CustomerId, FieldError,
    csv_file::{Column, Header},
    import::{Change, Row, Verdict},
};
use runtime::{Words, WrongField};
use serde::Serialize;
use utoipa::ToSchema;

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
    /// The customer that it changes.
    pub customer_id: Option<CustomerId>,
    /// What it changes of them, as they were when the preview was made.
    pub changes: Vec<Change>,
    /// Why undoing has left its customer as they are.
    pub kept: Option<Reason>,
}

/// Why something is so.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KeptReason)]
pub struct Reason {
    /// The stable word for it.
    pub code: String,
    /// The reason, in the reader's language.
    pub message: String,
}

impl RowView {
    /// A row in the reader's language.
    #[must_use]
    pub fn new(row: Row, header: &Header, words: Words) -> Self {
        let value =
            |(column, at): (&Column, &usize)| Some((column.name().to_owned(), row.cells.get(*at)?.clone()));
        let values = header.columns.iter().filter_map(value).collect();
        let error = |error: &FieldError| WrongField {
            field: error.field.clone(),
            code: error.code.clone(),
            message: words.row(error),
        };
        let errors = row.errors.iter().map(error).collect();
        let kept = row.kept.map(|code| {
            let message = words.row(&FieldError::new("", &code));
            Reason { code, message }
        });
        let target = row.target.map(|target| *target);
        let (customer_id, changes) = target.map(|target| (target.customer_id, target.changes)).unzip();
        let changes = changes.unwrap_or_default();
        let (number, line, verdict, same_as) = (row.row, row.line, row.verdict, row.same_as);
        Self { row: number, line, verdict, errors, values, same_as, customer_id, changes, kept }
    }
}
