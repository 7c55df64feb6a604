//! Reads a CSV file as an import does, and tells what is in it and how fast that was.
//!
//! `cargo run --release -p domain --example csv_rows -- FILE [SLICE_BYTES]`

use std::fs::File;
use std::io::{Read, Write};
use std::time::Instant;

use domain::csv_file::{Column, Options, Reader};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let mut file = File::open(args.next().ok_or("which file?")?)?;
    let size = args.next().map_or(Ok(1024 * 1024), |size| size.parse())?;
    let (mut slice, mut bytes) = (vec![0; size], 0_usize);
    let (mut rows, mut malformed, mut mails) = (0_u64, 0_u64, 0_usize);
    let mut reader = Reader::new(Options::default());
    let begun = Instant::now();
    loop {
        let length = file.read(&mut slice)?;
        bytes += length;
        let mut rest = slice.get(..length).unwrap_or_default();
        while let Some(record) = reader.read(&mut rest, length == 0)? {
            rows = record.row;
            malformed += u64::from(record.malformed.is_some());
            let mail = reader.header().and_then(|header| header.cell(&record, Column::Email));
            mails += mail.unwrap_or_default().len();
        }
        if length == 0 {
            break;
        }
    }
    let seconds = begun.elapsed().as_secs_f64();
    let format = serde_json::to_string(&reader.format())?;
    #[expect(clippy::cast_precision_loss, reason = "a figure to look at")]
    let speed = bytes as f64 / seconds / 1e6;
    writeln!(std::io::stdout(), "{rows} rows, {malformed} malformed, {mails} bytes of addresses, {format}")?;
    writeln!(std::io::stdout(), "{bytes} bytes in {seconds:.3} s: {speed:.0} MB/s")?;
    Ok(())
}
