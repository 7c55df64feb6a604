mod encodings;
mod files;
mod headers;
mod limits;
mod rows;
mod written;

use super::{FileProblem, Format, Header, Malformed, Options, Reader, Record};

/// What came of a file.
#[derive(Debug, PartialEq)]
struct Outcome {
    records: Vec<Record>,
    header: Option<Header>,
    format: Option<Format>,
    problem: Option<FileProblem>,
}

impl Outcome {
    /// The row, line and fault of each record.
    fn faults(&self) -> Vec<(u64, u64, Option<Malformed>)> {
        self.records.iter().map(|record| (record.row, record.line, record.malformed.clone())).collect()
    }

    fn cells(&self) -> Vec<Vec<&str>> {
        self.records.iter().map(|record| record.cells.iter().map(String::as_str).collect()).collect()
    }
}

fn read(file: impl AsRef<[u8]>) -> Outcome {
    read_with(Options::default(), file)
}

fn read_with(options: Options, file: impl AsRef<[u8]>) -> Outcome {
    let file = file.as_ref();
    let whole = read_sliced(options, file, usize::MAX);
    assert_eq!(whole, read_sliced(options, file, 4093), "slices change the result");
    if file.len() < 5000 {
        assert_eq!(whole, read_sliced(options, file, 1), "slices of one byte change the result");
    }
    whole
}

fn read_sliced(options: Options, file: &[u8], size: usize) -> Outcome {
    let mut reader = Reader::new(options);
    let mut records = Vec::new();
    let problem = file.chunks(size).chain([&[][..]]).enumerate().find_map(|(at, mut slice)| {
        let last = at == file.len().div_ceil(size);
        loop {
            match reader.read(&mut slice, last) {
                Ok(Some(record)) => records.push(record),
                Ok(None) => break assert!(slice.is_empty(), "bytes are left over"),
                Err(problem) => return Some(problem),
            }
        }
        None
    });
    Outcome { records, header: reader.header().cloned(), format: reader.format(), problem }
}

fn refusal(file: impl AsRef<[u8]>) -> FileProblem {
    read(file).problem.expect("a refusal")
}
