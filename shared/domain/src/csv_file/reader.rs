//! The reader as its callers see it.

use serde::{Deserialize, Serialize};

use super::head::Head;
use super::rows::Rows;
use super::{Delimiter, Encoding, FileProblem, Format, Header, Record};

/// What the caller knows better than the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = FileFormatChoice)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The encoding, instead of finding it out; null: find it out.
    pub encoding: Option<Encoding>,
    /// The delimiter, instead of finding it out; null: find it out.
    pub delimiter: Option<Delimiter>,
}

/// Reads a file that is given to it in slices, in order.
///
/// ```
/// use domain::csv_file::{Column, Options, Reader};
///
/// let slices: [&[u8]; 2] = [b"E-mail;Company\nada@exam", b"ple.com;Engines, Ltd.\n"];
/// let mut reader = Reader::new(Options::default());
/// let mut companies = Vec::new();
/// for (at, slice) in slices.iter().enumerate() {
///     let (mut rest, last) = (*slice, at + 1 == slices.len());
///     while let Some(record) = reader.read(&mut rest, last)? {
///         let company = reader.header().and_then(|header| header.cell(&record, Column::Company));
///         companies.push(company.unwrap_or_default().to_owned());
///     }
/// }
/// assert_eq!(companies, ["Engines, Ltd."]);
/// # Ok::<(), domain::csv_file::FileProblem>(())
/// ```
pub struct Reader {
    options: Options,
    head: Head,
    /// Once the header is known.
    rows: Option<(Delimiter, Box<Rows>)>,
    refused: Option<FileProblem>,
}

impl Reader {
    /// A reader at the beginning of a file.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self { options, head: Head::new(), rows: None, refused: None }
    }

    /// The next record, taking from the front of `bytes` what it needs for that. `None` says that `bytes` is
    /// used up: go on with the slice that follows, or, if this was the `last`, be done.
    ///
    /// What was refused once stays refused, with the same answer.
    pub fn read(&mut self, bytes: &mut &[u8], last: bool) -> Result<Option<Record>, FileProblem> {
        if let Some(problem) = &self.refused {
            return Err(problem.clone());
        }
        let result = self.advance(bytes, last);
        self.refused = result.as_ref().err().cloned();
        result
    }

    fn advance(&mut self, bytes: &mut &[u8], last: bool) -> Result<Option<Record>, FileProblem> {
        if let Some((_, rows)) = &mut self.rows {
            return rows.next(bytes, last);
        }
        if !self.head.fill(bytes, last) {
            return Ok(None);
        }
        let (delimiter, rows) = std::mem::replace(&mut self.head, Head::new()).open(self.options)?;
        let (_, rows) = self.rows.insert((delimiter, Box::new(rows)));
        rows.next(bytes, last)
    }

    /// How the file is written, once that was found out, which may take 64 KB of it.
    #[must_use]
    pub fn format(&self) -> Option<Format> {
        let (delimiter, rows) = self.rows.as_ref()?;
        Some(Format { encoding: rows.encoding(), delimiter: *delimiter })
    }

    /// The columns, once they were read, which may take 64 KB of the file. They are known when the first record
    /// is.
    #[must_use]
    pub fn header(&self) -> Option<&Header> {
        self.rows.as_ref().map(|(_, rows)| &rows.header)
    }
}
