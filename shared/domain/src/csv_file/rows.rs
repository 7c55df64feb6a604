//! Cuts the text after the header into records.

use super::decode::Decoder;
use super::lines::{Place, first_break};
use super::record::endless;
use super::scan::Scan;
use super::{Encoding, FileProblem, Header, MAX_RECORD, MAX_UNCLOSED, Record};

/// As many bytes are decoded at a time.
const CHUNK: usize = 32 * 1024;

/// As much text as can be at hand: a record as long as allowed, and what a chunk becomes at worst.
pub(super) const ROOM: usize = MAX_RECORD + 4 * CHUNK;

/// The part of a file after its header.
pub(super) struct Rows {
    pub(super) decoder: Decoder,
    /// The text at hand, from the beginning of a record or before.
    pub(super) text: Vec<u8>,
    /// No text comes after that at hand.
    pub(super) ended: bool,
    /// Where the record begins that is being read, or the blank lines before it.
    pub(super) place: Place,
    pub(super) scan: Scan,
    /// How much of the record was given to `scan`.
    pub(super) scanned: usize,
    /// The rest of the physical line belongs to a record that was too long, and is dropped.
    pub(super) dropping: bool,
    pub(super) header: Header,
    /// The number of the last row.
    pub(super) row: u64,
    pub(super) unclosed: u32,
}

enum Step {
    Record(Record),
    Blank,
    /// All text at hand was looked at.
    Starved,
}

impl Rows {
    pub(super) fn encoding(&self) -> Encoding {
        self.decoder.encoding()
    }

    /// The next record, if the bytes have one; uses up the bytes otherwise.
    pub(super) fn next(&mut self, bytes: &mut &[u8], last: bool) -> Result<Option<Record>, FileProblem> {
        loop {
            match self.step()? {
                Step::Record(record) => return Ok(Some(record)),
                Step::Blank => {}
                Step::Starved if self.refill(bytes, last) => {}
                Step::Starved if self.ended && self.row == 0 => return Err(FileProblem::NoRows),
                Step::Starved => return Ok(None),
            }
        }
    }

    fn refill(&mut self, bytes: &mut &[u8], last: bool) -> bool {
        if self.ended || (bytes.is_empty() && !last) {
            return false;
        }
        self.text.drain(..self.place.at);
        self.place.at = 0;
        let (chunk, rest) = bytes.split_at(bytes.len().min(CHUNK));
        *bytes = rest;
        self.ended = last && rest.is_empty();
        self.decoder.decode(chunk, self.ended, &mut self.text);
        true
    }

    fn step(&mut self) -> Result<Step, FileProblem> {
        if self.dropping {
            self.dropping = !self.place.skip_line(&self.text);
        }
        if self.scanned == 0 && !self.dropping {
            self.place.skip_breaks(&self.text);
        }
        let (from, to) = (self.place.at + self.scanned, self.place.at + MAX_RECORD + 1);
        let fresh = self.text.get(from..to.min(self.text.len())).unwrap_or_default();
        let (used, complete) = self.scan.feed(fresh);
        self.scanned += used;
        if complete {
            return Ok(self.complete());
        }
        if self.scanned > MAX_RECORD {
            return self.give_up();
        }
        if self.scanned == 0 || !self.ended {
            return Ok(Step::Starved);
        }
        // The last line has no end of its own.
        if self.scan.feed(b"\n").1 { Ok(self.complete()) } else { self.give_up() }
    }

    fn complete(&mut self) -> Step {
        let text = self.text.get(self.place.at..self.place.at + self.scanned).unwrap_or_default();
        let record = Record::new(self.row + 1, self.place, text, &self.scan, self.header.names.len());
        self.place.pass(text);
        self.begin();
        record.map_or(Step::Blank, |record| {
            self.row += 1;
            Step::Record(record)
        })
    }

    /// The record has no end within the limit. A quote that is never closed must not swallow the rows after
    /// it, so reading goes on in the next physical line.
    fn give_up(&mut self) -> Result<Step, FileProblem> {
        let text = self.text.get(self.place.at..self.place.at + self.scanned).unwrap_or_default();
        let line = first_break(text);
        // A single line that is too long is just that, whatever its quotes.
        let amid_quotes = (line.is_some() || text.len() <= MAX_RECORD) && !self.scan.feed(b"\n").1;
        if line.is_some() {
            // The text after this line is read again. Were there no limit, a file of quotes could make that long.
            if self.unclosed == MAX_UNCLOSED {
                return Err(FileProblem::QuotesDontMatch { rows: MAX_UNCLOSED, line: self.place.line });
            }
            self.unclosed += 1;
        }
        self.scan.reset();
        self.scan.feed(text.get(..line.unwrap_or(text.len())).unwrap_or_default());
        self.scan.close();
        self.row += 1;
        let malformed = Some(endless(amid_quotes));
        let record = Record { row: self.row, line: self.place.line, cells: self.scan.cells(), malformed };
        self.begin();
        self.dropping = !self.place.skip_line(&self.text);
        Ok(Step::Record(record))
    }

    fn begin(&mut self) {
        self.scan.clear();
        self.scanned = 0;
    }
}
