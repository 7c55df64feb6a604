//! Columns are found by name, and the delimiter by the columns.

use super::{read, read_with, refusal};
use crate::csv_file::{Column, Delimiter, FileProblem, MAX_COLUMNS, MAX_HEADER, Options};

#[test]
fn all_columns_are_known_in_any_order_and_case() {
    let names: Vec<String> =
        Column::ALL.iter().rev().map(|column| column.name().to_uppercase().replace('_', " ")).collect();
    let row = Column::ALL.map(Column::name);
    let file =
        format!("{}\n{}\n", names.join(" ; "), row.iter().rev().copied().collect::<Vec<_>>().join(";"));
    let read = read(file);
    let header = read.header.expect("a header");
    assert_eq!(header.unknown, [""; 0]);
    assert_eq!(Column::ALL.map(|column| header.cell(&read.records[0], column)), row.map(Some));
}

#[test]
fn columns_are_named_by_their_code() {
    for column in Column::ALL {
        assert_eq!(serde_json::to_value(column).unwrap(), column.name());
    }
}

#[test]
fn unknown_columns_are_reported_and_kept() {
    let read = read("shoe size,\u{feff}Email , Größe\n44,a@example.com,L\n");
    let header = read.header.as_ref().expect("a header");
    assert_eq!(header.unknown, ["shoe size", "Größe"]);
    assert_eq!(header.names, ["shoe size", "Email", "Größe"]);
    assert_eq!(header.cell(&read.records[0], Column::Email), Some("a@example.com"));
    assert_eq!(header.cell(&read.records[0], Column::Fax), None);
    assert_eq!(read.cells(), [["44", "a@example.com", "L"]]);
}

#[test]
fn a_column_that_is_there_twice_is_refused() {
    assert_eq!(
        refusal("email,job title,Job_Title\n1,2,3"),
        FileProblem::DuplicateColumn { column: Column::JobTitle }
    );
    assert_eq!(read("email,x,x\n1,2,3").problem, None, "of unknown columns two may be alike");
}

#[test]
fn without_email_the_columns_found_are_told() {
    let found = |names: &[&str]| FileProblem::NoEmailColumn {
        found: names.iter().map(ToString::to_string).collect(),
    };
    assert_eq!(refusal("first_name;Mail address;;\nA;b;;"), found(&["first_name", "Mail address"]));
    assert_eq!(refusal("a@example.com\nb@example.com"), found(&["a@example.com"]));
    let long = refusal("x".repeat(1000) + &",y".repeat(1000));
    assert!(
        matches!(long, FileProblem::NoEmailColumn { found } if found.len() == 50 && found[0].len() == 60)
    );
}

#[test]
fn nameless_columns_at_the_end_are_no_columns() {
    let read = read("email,,fax, ,\n1,2,3,,\n1,2,3\n");
    assert_eq!(read.header.as_ref().expect("a header").names, ["email", "", "fax"]);
    assert_eq!(read.cells(), [["1", "2", "3"], ["1", "2", "3"]]);
}

#[test]
fn the_delimiter_that_gives_known_names_wins() {
    let files = [
        ("email,company\n1,2", Delimiter::Comma),
        ("email;company\n1;2", Delimiter::Semicolon),
        ("email\tcompany\n1\t2", Delimiter::Tab),
        ("a,b,c,d;email;e\n1;2;3", Delimiter::Semicolon),
        ("email\n1;2\n", Delimiter::Comma),
        ("\"email\";\"a,fax,b\"\n1;2", Delimiter::Semicolon),
        ("SEP=\t\nemail\tfax\n1\t2", Delimiter::Tab),
        ("\"sep=;\"\r\nemail;fax\r\n1;2", Delimiter::Semicolon),
    ];
    for (file, delimiter) in files {
        let read = read(file);
        assert_eq!(
            (read.problem, read.format.map(|format| format.delimiter)),
            (None, Some(delimiter)),
            "{file:?}"
        );
    }
}

#[test]
fn a_line_that_names_the_delimiter_is_obeyed_and_counted() {
    let read = read("sep=;\r\nemail;fax,x\r\na;b\r\n");
    assert_eq!((read.cells(), read.records[0].line), (vec![vec!["a", "b"]], 3));
    assert_eq!(refusal("sep=|\nemail|fax\n"), FileProblem::UnsupportedDelimiter { found: "|".to_owned() });
}

#[test]
fn a_told_delimiter_is_taken() {
    let told = Options { encoding: None, delimiter: Some(Delimiter::Semicolon) };
    assert_eq!(read_with(told, "email,x;email\n1;2").cells(), [["1", "2"]]);
    assert_eq!(read_with(told, "sep=|\nemail;fax\n1;2").cells(), [["1", "2"]]);
}

#[test]
fn a_header_without_end_is_refused() {
    assert_eq!(refusal("email,\"name\na@example.com,Ada\n"), FileProblem::HeaderUnclosedQuote);
    assert_eq!(
        refusal("\"name;email\n".to_owned() + &"x".repeat(MAX_HEADER)),
        FileProblem::HeaderUnclosedQuote
    );
    let long = |length: usize| format!("email,{}\n1,2", "x".repeat(length - 7));
    assert_eq!(read(long(MAX_HEADER + 1)).problem, None);
    assert_eq!(refusal(long(MAX_HEADER + 2)), FileProblem::HeaderTooLong { limit: MAX_HEADER });
}

#[test]
fn columns_have_a_limit() {
    let columns = |count: usize| "email".to_owned() + &",x".repeat(count - 1) + "\n" + &",".repeat(count - 1);
    assert_eq!(read(columns(MAX_COLUMNS)).faults(), [(1, 2, None)]);
    assert_eq!(refusal(columns(MAX_COLUMNS + 1)), FileProblem::TooManyColumns { limit: MAX_COLUMNS });
}
