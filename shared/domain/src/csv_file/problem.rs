//! Why a file is refused, and why a row is.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Column;

/// Why a file can't be read at all, or no further.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum FileProblem {
    /// There is nothing in it.
    #[error("The file is empty.")]
    Empty,
    /// There is a header and nothing else.
    #[error("The file has column names but no rows.")]
    NoRows,
    /// A PDF document.
    #[error("This is a PDF document, not a CSV file.")]
    Pdf,
    /// A workbook, of the old or the new kind.
    #[error("This is an Excel workbook. Save it as CSV UTF-8 and upload that.")]
    Excel,
    /// A ZIP archive.
    #[error("This is a ZIP archive. Unpack it and upload the CSV file in it.")]
    Zip,
    /// A gzip archive.
    #[error("This is compressed with gzip. Unpack it and upload the CSV file in it.")]
    Gzip,
    /// A picture.
    #[error("This is an image, not a CSV file.")]
    Image,
    /// Text, but in UTF-32.
    #[error("The file is in UTF-32. Save it as UTF-8.")]
    Utf32,
    /// No text.
    #[error("This is not a text file.")]
    Binary,
    /// Its first line, `sep=`, asks for a delimiter that isn't one of ours.
    #[error("The file's cells are separated by “{found}”. Use a comma, a semicolon or a tab.")]
    UnsupportedDelimiter {
        /// What the line asks for.
        found: String,
    },
    /// The header doesn't end.
    #[error("The line with the column names is longer than {limit} bytes.")]
    HeaderTooLong {
        /// How long it may be.
        limit: usize,
    },
    /// A quote in the header is opened and never closed.
    #[error("A quote in the line with the column names is never closed.")]
    HeaderUnclosedQuote,
    /// Too many columns.
    #[error("The file has more than {limit} columns.")]
    TooManyColumns {
        /// How many there may be.
        limit: usize,
    },
    /// The same column is there twice.
    #[error("The column {} is there more than once.", column.name())]
    DuplicateColumn {
        /// Which.
        column: Column,
    },
    /// No column is named `email`.
    #[error("There is no column email. The file has: {}", found.join(", "))]
    NoEmailColumn {
        /// The columns that are there, cut short when they are many or long.
        found: Vec<String>,
    },
    /// Quotes are opened and not closed in so many rows that reading on is pointless.
    #[error("Quotes don't match in more than {rows} rows, the last of them in line {line}.")]
    QuotesDontMatch {
        /// How many such rows were reported.
        rows: u32,
        /// The line that was one too many.
        line: u64,
    },
}

impl FileProblem {
    /// The problem's name for programs; it never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoRows => "no_rows",
            Self::Pdf => "pdf",
            Self::Excel => "excel",
            Self::Zip => "zip",
            Self::Gzip => "gzip",
            Self::Image => "image",
            Self::Utf32 => "utf32",
            Self::Binary => "binary",
            Self::UnsupportedDelimiter { .. } => "unsupported_delimiter",
            Self::HeaderTooLong { .. } => "header_too_long",
            Self::HeaderUnclosedQuote => "header_unclosed_quote",
            Self::TooManyColumns { .. } => "too_many_columns",
            Self::DuplicateColumn { .. } => "duplicate_column",
            Self::NoEmailColumn { .. } => "no_email_column",
            Self::QuotesDontMatch { .. } => "quotes_dont_match",
        }
    }
}

/// Why one row can't be used; the others can.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Malformed {
    /// More or fewer cells than columns.
    #[error("The row has {found} cells instead of {expected}.")]
    CellCount {
        /// The number of columns.
        expected: usize,
        /// The number of cells.
        found: usize,
    },
    /// Bytes that mean nothing in the file's encoding; each stands as U+FFFD in the cells.
    #[error("The row has bytes that are no characters in the file's encoding.")]
    Undecodable,
    /// A NUL character.
    #[error("The row has a NUL character.")]
    Nul,
    /// Longer than [`super::MAX_RECORD`].
    #[error("The row is longer than {limit} bytes.")]
    TooLong {
        /// How long it may be.
        limit: usize,
    },
    /// A quote is opened in the row's first line and not closed within [`super::MAX_RECORD`].
    #[error("A quote is opened in this line and never closed.")]
    UnclosedQuote,
}

impl Malformed {
    /// The reason's name for programs; it never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::CellCount { .. } => "cell_count",
            Self::Undecodable => "undecodable",
            Self::Nul => "nul",
            Self::TooLong { .. } => "too_long",
            Self::UnclosedQuote => "unclosed_quote",
        }
    }
}
