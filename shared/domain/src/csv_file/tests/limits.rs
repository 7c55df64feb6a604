//! Quotes that are never closed, rows that never end: they cost their own row, and no more.

use super::{read, read_sliced};
use crate::csv_file::{FileProblem, MAX_RECORD, MAX_UNCLOSED, Malformed, Options};

const TOO_LONG: Option<Malformed> = Some(Malformed::TooLong { limit: MAX_RECORD });
const UNCLOSED: Option<Malformed> = Some(Malformed::UnclosedQuote);

#[test]
fn a_quote_open_at_the_end_costs_its_row() {
    let read = read("email,notes\n1,a\n2,\"b\n\n3,c\r\n4,d");
    assert_eq!(read.faults(), [(1, 2, None), (2, 3, UNCLOSED), (3, 5, None), (4, 6, None)]);
    assert_eq!(read.cells(), [["1", "a"], ["2", "b"], ["3", "c"], ["4", "d"]]);
}

#[test]
fn a_quote_open_in_the_last_line_costs_that() {
    for file in ["email,notes\n1,a\n2,\"b", "email,notes\n1,a\n2,\"b\n", "email,notes\n1,a\n2,\"b\r\n"] {
        let read = read(file);
        assert_eq!(read.faults(), [(1, 2, None), (2, 3, UNCLOSED)], "{file:?}");
        assert_eq!(read.cells()[1], ["2", "b"]);
    }
}

#[test]
fn a_quote_open_in_a_long_file_costs_its_row() {
    let rows = 3 * MAX_RECORD / 10;
    for end in ["\n", "\r\n", "\r"] {
        let read = read(format!("email,notes{end}1,\"b{end}{}", format!("12345,789{end}").repeat(rows)));
        assert_eq!(read.records.len(), rows + 1);
        assert_eq!(read.faults()[..2], [(1, 2, UNCLOSED), (2, 3, None)]);
        assert!(
            read.records[1..]
                .iter()
                .all(|record| record.line == record.row + 1 && record.malformed.is_none())
        );
    }
}

#[test]
fn a_record_may_be_as_long_as_allowed() {
    for end in ["\n", "\r\n", "\r", ""] {
        let row = |length: usize| format!("email,notes\n1,{}{end}", "x".repeat(length - 2));
        assert_eq!(read(row(MAX_RECORD)).faults(), [(1, 2, None)], "{end:?}");
        assert_eq!(read(row(MAX_RECORD + 1)).faults(), [(1, 2, TOO_LONG)], "{end:?}");
        let quoted = |length: usize| format!("email,notes\n1,\"\n{}\"{end}", "x".repeat(length - 5));
        assert_eq!(read(quoted(MAX_RECORD)).faults(), [(1, 2, None)], "{end:?}");
        assert_eq!(read(quoted(MAX_RECORD + 2)).faults()[0], (1, 2, UNCLOSED), "{end:?}");
    }
}

#[test]
fn a_line_too_long_is_dropped_to_its_end() {
    let long = "x\"".repeat(MAX_RECORD);
    let read = read(format!("email,notes\r\n1,{long}\r\n2,b\r\n\"{long}\r\n\r\n3,c\r\n"));
    assert_eq!(read.faults(), [(1, 2, TOO_LONG), (2, 3, None), (3, 4, TOO_LONG), (4, 6, None)]);
    assert_eq!(read.records[0].cells[0], "1");
}

#[test]
fn a_record_of_several_lines_that_is_too_long_is_left_after_its_first() {
    let read = read(format!("email,notes\n\"a\nb\",{}\n2,b\n", "x".repeat(MAX_RECORD)));
    assert_eq!(read.faults(), [(1, 2, TOO_LONG), (2, 3, TOO_LONG), (3, 4, None)]);
}

#[test]
fn open_quotes_in_many_rows_refuse_the_file() {
    // Two quotes would close each other, so it takes a wall between them.
    let wall = format!("1,\"b\n{}", "12345,789\n".repeat(MAX_RECORD / 10 + 1));
    let file = format!("email,notes\n{}", wall.repeat(MAX_UNCLOSED as usize + 1));
    let read = read_sliced(Options::default(), file.as_bytes(), usize::MAX);
    let unclosed = read.faults().iter().filter(|fault| fault.2 == UNCLOSED).count();
    assert_eq!(unclosed, 100);
    let line = 2 + u64::from(MAX_UNCLOSED) * (MAX_RECORD as u64 / 10 + 2);
    assert_eq!(read.problem, Some(FileProblem::QuotesDontMatch { rows: 100, line }));
}
