//! Reads a customers' CSV file that arrives in slices, and writes rows of it back.
//!
//! The way of a byte: `head` looks at the first of them and decides what the file is; `decode` makes them
//! UTF-8; `rows` cuts them into records with the help of `scan`; `record` says which are good. Both ways, `formula`
//! keeps spreadsheets from running a cell.
//! Whatever the size of the file, a [`Reader`] holds less than a megabyte.

mod column;
mod decode;
mod format;
pub mod formula;
mod head;
mod header;
mod lines;
mod problem;
mod reader;
mod record;
mod rows;
mod sample;
mod scan;
mod signature;
pub mod write;

#[cfg(test)]
mod tests;

pub use column::Column;
pub use format::{Delimiter, Encoding, Format};
pub use header::Header;
pub use problem::{FileProblem, Malformed};
pub use reader::{Options, Reader};
pub use record::Record;
pub use sample::sample;

/// A record may take as many bytes of UTF-8 as this in the file, its line end not counted.
pub const MAX_RECORD: usize = 256 * 1024;

/// A file may have as many columns as this.
pub const MAX_COLUMNS: usize = 4096;

/// The header must end within as many bytes of the file as this.
pub const MAX_HEADER: usize = 64 * 1024;

/// As many rows whose quotes don't match are reported before the file is refused.
pub const MAX_UNCLOSED: u32 = 100;
