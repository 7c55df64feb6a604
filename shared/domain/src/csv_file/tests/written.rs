//! What is written can be read again.

use super::read;
use crate::csv_file::{Column, Delimiter, sample, write};

fn written(rows: &[&[&str]], delimiter: Delimiter) -> String {
    let mut out = Vec::new();
    for cells in rows {
        write::row(cells.iter().copied(), delimiter, &mut out);
    }
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn cells_are_quoted_where_that_is_needed() {
    assert_eq!(written(&[&["a", "b c", "", "ü"]], Delimiter::Comma), "a,b c,,ü\r\n");
    assert_eq!(
        written(&[&["a,b", "c\"d", "e\nf", "g\rh"]], Delimiter::Comma),
        "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\"\r\n"
    );
    assert_eq!(written(&[&["a,b", "c;d"]], Delimiter::Semicolon), "a,b;\"c;d\"\r\n");
    assert_eq!(written(&[&[""]], Delimiter::Comma), "\"\"\r\n", "a blank line would be no row");
    assert_eq!(written(&[&["\""]], Delimiter::Tab), "\"\"\"\"\r\n");
}

#[test]
fn what_is_written_reads_the_same() {
    let rows: [&[&str]; 4] = [&["email", "notes"], &["\"", "\"\"\r\n\""], &["", ",;\t"], &["\r", "\n"]];
    for delimiter in Delimiter::ALL {
        let read = read(written(&rows, delimiter));
        assert_eq!(
            (read.problem.clone(), read.cells()),
            (None, rows[1..].iter().map(|row| row.to_vec()).collect())
        );
    }
    let marked = [write::MARK, written(&rows, Delimiter::Comma).as_bytes()].concat();
    assert_eq!(read(marked).records.len(), 3);
}

/// CUS-7.
#[test]
fn what_a_spreadsheet_would_run_is_written_as_text_and_reads_as_it_was() {
    let formulas = ["=1+1", "+49 30 5550", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''-1"];
    let harmless = ["ada@example.org", "1-2", "'quoted'", "'", " =1", ""];
    for cell in formulas {
        let file = written(&[&["email", "notes"], &["a", cell]], Delimiter::Comma);
        let there = file.split_once("a,").expect("a row").1.trim_start_matches('"');
        assert!(there.starts_with('\''), "{cell:?} is written as {there:?}");
        assert_eq!(read(file).cells(), [["a", cell]]);
    }
    for cell in harmless {
        let file = written(&[&["email", "notes"], &["a", cell]], Delimiter::Comma);
        assert_eq!(file, format!("email,notes\r\na,{cell}\r\n"));
        assert_eq!(read(file).cells(), [["a", cell]]);
    }
}

#[test]
fn the_sample_reads_cleanly() {
    let read = read(sample());
    let header = read.header.as_ref().expect("a header");
    assert_eq!(header.names, Column::ALL.map(Column::name));
    assert_eq!(header.unknown, [""; 0]);
    assert_eq!((read.problem.clone(), read.faults()), (None, vec![(1, 2, None), (2, 3, None), (3, 4, None)]));
    let cell = |row: usize, column| header.cell(&read.records[row], column).unwrap_or_default();
    assert_eq!(cell(0, Column::Company), "Analytical Engines, Ltd.");
    assert_eq!(cell(1, Column::EmailAliases), "b.pascal@example.org, pascal@example.org");
    assert_eq!(cell(2, Column::Address), "4 Vestal Street\r\nNantucket, MA 02554");
}
