//! Cells that a spreadsheet would run as a formula, made harmless (CUS-7).

use std::borrow::Cow;

/// What shows a spreadsheet that a cell is text.
const TEXT: char = '\'';

/// The characters with which a formula begins, the full-width ones included; and those that some programs skip before
/// they look for them.
fn begins_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'])
}

/// The cell as it may stand in a file: with an apostrophe before it if a spreadsheet would run it otherwise. Phone
/// numbers that begin with `+` get one, too, since a spreadsheet would do sums with them.
///
/// ```
/// use domain::csv_file::formula;
/// assert_eq!(formula::neutral("=HYPERLINK(\"https://example.org\")"), "'=HYPERLINK(\"https://example.org\")");
/// assert_eq!(formula::neutral("5 - 3"), "5 - 3");
/// assert_eq!(formula::plain(&formula::neutral("+49 30 5550")), "+49 30 5550");
/// ```
#[must_use]
pub fn neutral(cell: &str) -> Cow<'_, str> {
    // Text that looks as if it were neutralised is, too, so that reading gives back what was written.
    if begins_formula(cell.trim_start_matches(TEXT)) { format!("{TEXT}{cell}").into() } else { cell.into() }
}

/// The cell as it was before [`neutral`]; any other cell as it is.
#[must_use]
pub fn plain(cell: &str) -> &str {
    cell.strip_prefix(TEXT).filter(|rest| begins_formula(rest.trim_start_matches(TEXT))).unwrap_or(cell)
}
