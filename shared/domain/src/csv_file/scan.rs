//! Cuts one record into cells, a piece of text at a time.

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::{Delimiter, MAX_COLUMNS, formula};

/// Cells beyond those we keep are only counted, as many at a time.
const SPARE: usize = 64;

/// Room for text grows in steps of this, so that single bytes don't make it move each time.
const PAGE: usize = 16 * 1024;

/// The state of a record that is being cut into cells.
pub(super) struct Scan {
    core: csv_core::Reader,
    /// The cells' texts, one after another, and room for more.
    text: Vec<u8>,
    written: usize,
    /// Where the text of each cell ends, for the first [`MAX_COLUMNS`].
    ends: Vec<usize>,
    cells: usize,
}

impl Scan {
    pub(super) fn new(delimiter: Delimiter) -> Self {
        let core = ReaderBuilder::new().delimiter(delimiter.byte()).build();
        let mut scan = Self { core, text: Vec::new(), written: 0, ends: Vec::new(), cells: 0 };
        scan.reset();
        scan
    }

    /// Forgets the record at hand.
    pub(super) fn clear(&mut self) {
        self.written = 0;
        self.cells = 0;
    }

    /// Forgets also that we may be amid quotes.
    pub(super) fn reset(&mut self) {
        self.clear();
        self.restart();
    }

    /// Goes on with the record; says how much of the text was used, and whether the record is complete now.
    pub(super) fn feed(&mut self, text: &[u8]) -> (usize, bool) {
        let mut used = 0;
        loop {
            let rest = text.get(used..).unwrap_or_default();
            if rest.is_empty() {
                return (used, false);
            }
            let (result, read) = self.advance(rest);
            used += read;
            if result == ReadRecordResult::Record {
                return (used, true);
            }
        }
    }

    /// Takes what was fed for the whole record, closing quotes that are open.
    pub(super) fn close(&mut self) {
        self.advance(&[]);
        self.restart();
    }

    fn restart(&mut self) {
        self.core.reset();
        // A new reader would drop a byte order mark; that was our decoder's business. This makes it an old one.
        let _ = self.core.read_record(b"\n", &mut [0], &mut [0]);
    }

    fn advance(&mut self, text: &[u8]) -> (ReadRecordResult, usize) {
        let kept = self.cells.min(MAX_COLUMNS);
        // No more bytes come out than go in.
        grow(&mut self.text, (self.written + text.len() + 1).next_multiple_of(PAGE));
        grow(&mut self.ends, kept + SPARE);
        let output = self.text.get_mut(self.written..).unwrap_or_default();
        let ends = self.ends.get_mut(kept..).unwrap_or_default();
        let (result, read, written, cells) = self.core.read_record(text, output, ends);
        self.written += written;
        self.cells += cells;
        (result, read)
    }

    /// The number of cells.
    pub(super) fn count(&self) -> usize {
        self.cells
    }

    /// Whether nothing is in the cells after the first so many.
    pub(super) fn is_empty_after(&self, cells: usize) -> bool {
        cells.checked_sub(1).and_then(|last| self.ends.get(last)) == Some(&self.written)
    }

    /// The cells, [`MAX_COLUMNS`] of them at most; bad bytes as U+FFFD, and without what was put before a formula to make
    /// it harmless.
    pub(super) fn cells(&self) -> Vec<String> {
        let bytes = self.text.get(..self.written).unwrap_or_default();
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let ends = self.ends.get(..self.cells.min(MAX_COLUMNS)).unwrap_or_default();
        let mut start = 0;
        let cell = |end: &usize| {
            let range = start..*end;
            start = *end;
            // `text` is empty when a byte is bad, and a cell's border may lie amid a character that only
            // the joining of two cells made.
            let own = |cell: &str| formula::plain(cell).to_owned();
            let lossy = || own(&String::from_utf8_lossy(bytes.get(range.clone()).unwrap_or_default()));
            text.get(range.clone()).map_or_else(lossy, own)
        };
        ends.iter().map(cell).collect()
    }
}

fn grow<T: Clone + Default>(room: &mut Vec<T>, length: usize) {
    if room.len() < length {
        room.reserve_exact(length - room.len());
        room.resize(length, T::default());
    }
}
