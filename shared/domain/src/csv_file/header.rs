//! The row of column names.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Column, FileProblem, MAX_COLUMNS, Record};

/// A refusal names as many columns as this, each with as many characters at most.
const SHOWN: (usize, usize) = (50, 60);

/// The columns of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Their names as the file has them, trimmed, in its order. Nameless columns at the end are left out.
    pub names: Vec<String>,
    /// Where the columns are that an import understands.
    pub columns: BTreeMap<Column, usize>,
    /// The names of the others, which are ignored.
    pub unknown: Vec<String>,
}

impl Header {
    /// Finds the columns by their names.
    pub(super) fn new(cells: Vec<String>, count: usize) -> Result<Self, FileProblem> {
        if count > MAX_COLUMNS {
            return Err(FileProblem::TooManyColumns { limit: MAX_COLUMNS });
        }
        let mut names: Vec<String> = cells.into_iter().map(|cell| trimmed(&cell)).collect();
        // Excel writes a delimiter for every column that was ever used.
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        let mut header = Self { names, columns: BTreeMap::new(), unknown: Vec::new() };
        for (at, name) in header.names.iter().enumerate() {
            match Column::named(name) {
                Some(column) if header.columns.insert(column, at).is_some() => {
                    return Err(FileProblem::DuplicateColumn { column });
                }
                None if !name.is_empty() => header.unknown.push(name.clone()),
                _ => {}
            }
        }
        if header.columns.contains_key(&Column::Email) { Ok(header) } else { Err(header.without_email()) }
    }

    /// The record's cell in that column as it is in the file; `None` when the file has no such column, or the
    /// record is malformed and has no such cell.
    #[must_use]
    pub fn cell<'a>(&self, record: &'a Record, column: Column) -> Option<&'a str> {
        let at = self.columns.get(&column)?;
        record.cells.get(*at).map(String::as_str)
    }

    fn without_email(self) -> FileProblem {
        let shown = |name: String| name.chars().filter(|c| !c.is_control()).take(SHOWN.1).collect();
        let named = self.names.into_iter().filter(|name| !name.is_empty());
        FileProblem::NoEmailColumn { found: named.take(SHOWN.0).map(shown).collect() }
    }
}

/// A byte order mark before a name is what some programs write twice.
fn trimmed(cell: &str) -> String {
    cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_owned()
}
