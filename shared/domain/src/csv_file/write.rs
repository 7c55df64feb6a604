//! Writes rows as RFC 4180 has them.

use csv_core::{Terminator, WriterBuilder};

use super::{Delimiter, formula};

/// Excel takes a file for UTF-8 only when it begins with this.
pub const MARK: &[u8] = "\u{feff}".as_bytes();

/// Appends a row to `out`, ended by CRLF; cells are quoted where that is needed, and made harmless where a spreadsheet
/// would run them.
///
/// ```
/// use domain::csv_file::{Delimiter, write};
/// let mut out = Vec::new();
/// write::row(["Ada", "Engines, \"Ltd.\""], Delimiter::Comma, &mut out);
/// assert_eq!(out, b"Ada,\"Engines, \"\"Ltd.\"\"\"\r\n");
/// ```
pub fn row<'a>(cells: impl IntoIterator<Item = &'a str>, delimiter: Delimiter, out: &mut Vec<u8>) {
    let mut writer = WriterBuilder::new().delimiter(delimiter.byte()).terminator(Terminator::CRLF).build();
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            append(out, 2, |room| writer.delimiter(room).1);
        }
        let cell = formula::neutral(cell);
        // Each byte may be a quote that is doubled, and quotes stand around.
        append(out, cell.len() * 2 + 2, |room| writer.field(cell.as_bytes(), room).2);
    }
    append(out, 5, |room| writer.terminator(room).1);
}

/// Lets `write` fill the given room at the end, and gives back what it left.
fn append(out: &mut Vec<u8>, room: usize, write: impl FnOnce(&mut [u8]) -> usize) {
    let had = out.len();
    out.resize(had + room, 0);
    let written = write(out.get_mut(had..).unwrap_or_default());
    out.truncate(had + written);
}
