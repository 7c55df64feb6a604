//! The CSV reader against files that nobody thought of.

#[cfg(test)]
mod any_bytes;
#[cfg(test)]
mod files;
#[cfg(test)]
mod peer;

use domain::csv_file::{FileProblem, Format, Header, Options, Reader, Record};

/// What came of a file.
#[derive(Debug, PartialEq)]
struct Outcome {
    records: Vec<Record>,
    header: Option<Header>,
    format: Option<Format>,
    problem: Option<FileProblem>,
}

/// Reads a file in slices of these sizes, over and over.
fn read(options: Options, mut file: &[u8], slices: &[usize]) -> Outcome {
    let mut reader = Reader::new(options);
    let (mut records, mut problem) = (Vec::new(), None);
    for size in slices.iter().cycle() {
        let (mut slice, rest) = file.split_at(file.len().min(*size));
        file = rest;
        let taken = loop {
            match reader.read(&mut slice, rest.is_empty()) {
                Ok(Some(record)) => records.push(record),
                end => break end,
            }
        };
        problem = taken.err();
        assert!(problem.is_some() || slice.is_empty(), "bytes are left over");
        if rest.is_empty() || problem.is_some() {
            break;
        }
    }
    Outcome { records, header: reader.header().cloned(), format: reader.format(), problem }
}
