//! The reader and the writer against Python's csv module.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use base64::prelude::{BASE64_STANDARD, Engine};
use domain::csv_file::{Delimiter, FileProblem, Malformed, Options, formula, write};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::files::{Case, case};
use crate::read;

/// One Python process that reads file after file.
struct Peer {
    child: Child,
    asked: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Peer {
    fn start() -> Option<Self> {
        let mut python = Command::new("python3");
        python.args(["-c", include_str!("peer.py")]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let Ok(mut child) = python.spawn() else {
            println!("skipped: there is no python3 to compare with");
            return None;
        };
        let asked = child.stdin.take().expect("stdin");
        let answers = BufReader::new(child.stdout.take().expect("stdout")).lines();
        Some(Self { child, asked, answers })
    }

    fn read(&mut self, file: &[u8], encoding: &str, delimiter: Delimiter) -> Value {
        let file = BASE64_STANDARD.encode(file);
        let delimiter = char::from(delimiter.byte());
        writeln!(self.asked, "{}", json!({"file": file, "encoding": encoding, "delimiter": delimiter}))
            .expect("asking");
        let answer = self.answers.next().expect("an answer").expect("a line");
        serde_json::from_str(&answer).expect("JSON")
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What the reader makes of the file, as the peer tells it.
fn ours(case: &Case, file: &[u8]) -> Value {
    let lone = case
        .text
        .split(['\r', '\n'])
        .next()
        .is_some_and(|header| !header.contains(char::from(case.delimiter.byte())));
    // Nothing shows the delimiter of a file with one column.
    let options = Options { encoding: None, delimiter: lone.then_some(case.delimiter) };
    let outcome = read(options, file, &case.slices);
    if outcome.problem == Some(FileProblem::NoRows) {
        return json!([]);
    }
    assert_eq!(outcome.problem, None);
    assert_eq!(outcome.format.expect("a format").delimiter, case.delimiter);
    let names = outcome.header.expect("a header").names;
    let records = outcome.records.iter().map(|record| {
        let fault = record.malformed.as_ref().map(Malformed::code);
        json!([record.row, record.line, record.cells, fault])
    });
    json!({"names": names, "records": records.collect::<Vec<_>>()})
}

/// What the peer makes of it.
fn theirs(peer: &mut Peer, case: &Case, file: &[u8]) -> Value {
    let encoding = match case.encoding {
        ("utf-8", true) => "utf-8-sig",
        (_, true) => "utf-16",
        (name, _) => name,
    };
    let told = without_guards(peer.read(file, encoding, case.delimiter));
    if told["records"] == json!([]) { json!([]) } else { told }
}

/// What keeps spreadsheets from running a cell is nothing to Python.
fn without_guards(told: Value) -> Value {
    match told {
        Value::String(text) => formula::plain(&text).into(),
        Value::Array(list) => list.into_iter().map(without_guards).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(name, value)| (name, without_guards(value))).collect()
        }
        other => other,
    }
}

fn run<S: Strategy>(cases: u32, strategy: &S, mut test: impl FnMut(&mut Peer, S::Value)) {
    let Some(peer) = Peer::start() else { return };
    let peer = RefCell::new(peer);
    let test = RefCell::new(&mut test);
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let outcome = TestRunner::new(config).run(strategy, |value| {
        (test.borrow_mut())(&mut peer.borrow_mut(), value);
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

#[test]
fn any_file_reads_as_python_reads_it() {
    run(1000, &case(), |peer, case| {
        let file = case.bytes();
        assert_eq!(ours(&case, &file), theirs(peer, &case, &file));
    });
}

#[test]
fn python_reads_what_is_written() {
    // Of a row with one cell the reader may say that it is a blank line, so there are two at least.
    let cells = vec("[a,;\t\"\r\n é😀=+']{0,6}", 2..6);
    run(
        500,
        &(vec(cells, 1..5), prop::sample::select(Delimiter::ALL.to_vec())),
        |peer, (rows, delimiter)| {
            let mut file = Vec::new();
            write::row(["first", "second"], delimiter, &mut file);
            for cells in &rows {
                write::row(cells.iter().map(String::as_str), delimiter, &mut file);
            }
            let told = without_guards(peer.read(&file, "utf-8", delimiter));
            let read: Vec<Value> =
                told["records"].as_array().expect("records").iter().map(|record| record[2].clone()).collect();
            // Both leave out empty cells beyond the header's.
            let expected = rows.iter().map(|cells| {
                let extra = cells.len() > 2 && cells[2..].iter().all(String::is_empty);
                json!(if extra { &cells[..2] } else { cells })
            });
            assert_eq!(read, expected.collect::<Vec<_>>());
        },
    );
}
