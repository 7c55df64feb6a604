//! Whatever a file holds: the reader never panics, and reads the same however the file is cut into slices.

#![no_main]

use domain::csv_file::{FileProblem, MAX_RECORD, Options, Reader, Record};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u16, Vec<u8>)| {
    let (size, file) = input;
    let whole = read(&file, file.len().max(1));
    assert_eq!(whole, read(&file, usize::from(size).max(1)), "slices of {size} bytes read differently");
    let records = whole.0;
    for pair in records.windows(2) {
        assert!(pair[0].row < pair[1].row && pair[0].line < pair[1].line, "rows and lines go forward");
    }
    for record in &records {
        assert!(record.cells.iter().map(String::len).sum::<usize>() <= MAX_RECORD, "a record is bounded");
    }
});

/// The records of a file that comes in slices of this size, and why it was refused, if it was.
fn read(file: &[u8], size: usize) -> (Vec<Record>, Option<FileProblem>) {
    let (mut reader, mut records) = (Reader::new(Options::default()), vec![]);
    let slices: Vec<&[u8]> = if file.is_empty() { vec![file] } else { file.chunks(size).collect() };
    for (at, slice) in slices.iter().enumerate() {
        let (mut rest, last) = (*slice, at + 1 == slices.len());
        loop {
            match reader.read(&mut rest, last) {
                Ok(Some(record)) => records.push(record),
                Ok(None) => break,
                Err(problem) => return (records, Some(problem)),
            }
        }
    }
    (records, None)
}
