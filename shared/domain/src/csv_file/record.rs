//! One row of data.

use memchr::memchr;
use serde::{Deserialize, Serialize};

use super::lines::Place;
use super::scan::Scan;
use super::{MAX_RECORD, Malformed};

/// One row of data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The row's number from 1. The header and blank lines are not counted.
    pub row: u64,
    /// The number of the physical line in which it begins, from 1.
    pub line: u64,
    /// Its cells, in the order of the file: of a good record as many as there are columns, of a malformed one
    /// those that could be made out.
    pub cells: Vec<String>,
    /// Why it can't be used, if so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub malformed: Option<Malformed>,
}

impl Record {
    /// The record that was cut from this text, its line end included; `None` when it is but a blank line.
    pub(super) fn new(row: u64, place: Place, text: &[u8], scan: &Scan, columns: usize) -> Option<Self> {
        let blank = |byte: &u8| byte.is_ascii_whitespace();
        if scan.count() == 1 && columns > 1 && text.iter().all(blank) {
            return None;
        }
        let malformed = fault(text, scan, columns);
        let mut cells = scan.cells();
        if malformed.is_none() {
            // Excel writes empty cells where a row beside this one has more.
            cells.truncate(columns);
        }
        Some(Self { row, line: place.line, cells, malformed })
    }
}

fn fault(text: &[u8], scan: &Scan, columns: usize) -> Option<Malformed> {
    let found = scan.count();
    if std::str::from_utf8(text).is_err() {
        Some(Malformed::Undecodable)
    } else if memchr(0, text).is_some() {
        Some(Malformed::Nul)
    } else if found == columns || (found > columns && scan.is_empty_after(columns)) {
        None
    } else {
        Some(Malformed::CellCount { expected: columns, found })
    }
}

/// Why a record has no end within the limit: amid quotes, or just too long.
pub(super) fn endless(amid_quotes: bool) -> Malformed {
    if amid_quotes { Malformed::UnclosedQuote } else { Malformed::TooLong { limit: MAX_RECORD } }
}
