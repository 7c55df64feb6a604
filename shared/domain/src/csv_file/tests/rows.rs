//! Rows and lines, quotes and faults.

use super::{read, refusal};
use crate::csv_file::Malformed;

#[test]
fn cells_are_raw() {
    let read = read("email,notes\n a@example.com ,\" b\"\n");
    assert_eq!(read.cells(), [[" a@example.com ", " b"]]);
}

#[test]
fn quotes_keep_delimiters_quotes_and_line_ends() {
    let read = read("email,notes\r\n\"a,b\",\"say \"\"hi\"\"\"\r\n\"x\r\ny\rz\n\",\"\"\r\nc,d\r\n");
    assert_eq!(read.cells(), [["a,b", "say \"hi\""], ["x\r\ny\rz\n", ""], ["c", "d"]]);
    assert_eq!(read.faults(), [(1, 2, None), (2, 3, None), (3, 7, None)]);
}

#[test]
fn stray_quotes_are_text() {
    let read = read("email,notes\n5\" disk,a\"b\"\n\"a\"b,\"c\" \"d\"\n");
    assert_eq!(read.cells(), [["5\" disk", "a\"b\""], ["ab", "c \"d\""]]);
}

#[test]
fn every_kind_of_line_end_counts_once() {
    for end in ["\n", "\r\n", "\r"] {
        let file = ["", "email,fax", "", "1,2", "", "", "3,4", "\"5", "\",6", "7,8"].join(end);
        let lines: Vec<_> = read(file).records.iter().map(|record| (record.row, record.line)).collect();
        assert_eq!(lines, [(1, 4), (2, 7), (3, 8), (4, 10)], "{end:?}");
    }
}

#[test]
fn blank_lines_are_not_rows_but_empty_cells_are() {
    assert_eq!(read("email,fax\n \t \n1,2\n   ").faults(), [(1, 3, None)]);
    assert_eq!(read("email,fax\n,\n").cells(), [["", ""]]);
    assert_eq!(read("email\n \n\"\"\n\n1").cells(), [[" "], [""], ["1"]], "of one column, a blank is a cell");
}

#[test]
fn a_wrong_number_of_cells_is_told() {
    let read = read("email,fax\n1\n1,2,3\n1,2,,\n1,2,\"\",x\n\"\"\n1,2\n");
    let count = |found| Some(Malformed::CellCount { expected: 2, found });
    let faults: Vec<_> = read.records.iter().map(|record| record.malformed.clone()).collect();
    assert_eq!(faults, [count(1), count(3), None, count(4), count(1), None]);
    assert_eq!(read.cells()[1..4], [vec!["1", "2", "3"], vec!["1", "2"], vec!["1", "2", "", "x"]]);
}

#[test]
fn many_cells_are_counted_and_not_kept() {
    let read = read(format!("email\n1{}\n1{},x\n2\n", ",".repeat(100_000), ",".repeat(100_000)));
    assert_eq!(read.cells()[0], ["1"]);
    assert_eq!(read.records[1].malformed, Some(Malformed::CellCount { expected: 1, found: 100_002 }));
    assert_eq!(read.records[1].cells.len(), crate::csv_file::MAX_COLUMNS);
    assert_eq!(read.cells()[2], ["2"]);
}

#[test]
fn a_nul_spoils_its_row_only() {
    let read = read("email,notes\n1,a\0b\n2,c\n");
    assert_eq!(read.faults(), [(1, 2, Some(Malformed::Nul)), (2, 3, None)]);
    assert_eq!(read.cells()[0], ["1", "a\0b"]);
}

#[test]
fn records_and_problems_are_told_by_code() {
    let read = read("email,fax\n1\n1,2\n");
    let json = serde_json::to_value(&read.records).unwrap();
    let fault = serde_json::json!({"code": "cell_count", "expected": 2, "found": 1});
    let first = serde_json::json!({"row": 1, "line": 2, "cells": ["1"], "malformed": fault});
    assert_eq!(json, serde_json::json!([first, {"row": 2, "line": 3, "cells": ["1", "2"]}]));
    for file in ["", "email", "%PDF-", "x\0y", "sep=|\n", "email,\"", "email,fax,fax\n", "fax\n"] {
        let problem = refusal(file);
        assert_eq!(serde_json::to_value(&problem).unwrap()["code"], problem.code());
    }
}
