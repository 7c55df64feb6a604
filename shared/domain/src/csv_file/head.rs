//! The beginning of a file: what it is, and the names of its columns.

use memchr::memchr;

use super::decode::Decoder;
use super::lines::{Place, first_break};
use super::rows::{ROOM, Rows};
use super::scan::Scan;
use super::{Column, Delimiter, FileProblem, Header, MAX_HEADER, Options, signature};

/// Collects the first bytes until there are enough to decide by, or all. That the decision waits for them
/// makes it the same however the file is sliced.
pub(super) struct Head {
    bytes: Vec<u8>,
}

impl Head {
    pub(super) fn new() -> Self {
        Self { bytes: Vec::new() }
    }

    /// Takes what it needs; false while that is not enough.
    pub(super) fn fill(&mut self, bytes: &mut &[u8], last: bool) -> bool {
        // One more than the header may have tells a file that ends with its header from a longer one.
        let (taken, rest) = bytes.split_at(bytes.len().min(MAX_HEADER + 1 - self.bytes.len()));
        self.bytes.extend_from_slice(taken);
        *bytes = rest;
        self.bytes.len() > MAX_HEADER || last
    }

    /// Decides.
    pub(super) fn open(&self, options: Options) -> Result<(Delimiter, Rows), FileProblem> {
        let whole = self.bytes.len() <= MAX_HEADER;
        let opening = signature::open(&self.bytes, options.encoding)?;
        let mut decoder = Decoder::new(opening.encoding);
        let mut text = Vec::with_capacity(ROOM);
        decoder.decode(self.bytes.get(opening.mark..).unwrap_or_default(), whole, &mut text);
        let (asked, mut place) = asked_delimiter(&text);
        place.skip_breaks(&text);
        if whole && place.at == text.len() {
            return Err(FileProblem::Empty);
        }
        let found = match (options.delimiter, asked) {
            (Some(delimiter), _) | (None, Some(Ok(delimiter))) => Found::by(delimiter, &text, place, whole),
            (None, Some(Err(found))) => return Err(FileProblem::UnsupportedDelimiter { found }),
            (None, None) => Found::best(&text, place, whole),
        };
        let end = found.as_ref().map_or(text.len(), |found| found.place.at);
        if memchr(0, text.get(..end).unwrap_or_default()).is_some() {
            return Err(FileProblem::Binary);
        }
        let Found { delimiter, scan, place, .. } = found?;
        let header = Header::new(scan.cells(), scan.count())?;
        let rows = Rows {
            decoder,
            text,
            ended: whole,
            place,
            scan: Scan::new(delimiter),
            scanned: 0,
            dropping: false,
            header,
            row: 0,
            unclosed: 0,
        };
        Ok((delimiter, rows))
    }
}

/// A first line `sep=;` is how a file tells Excel its delimiter. Gives what it asks for, and where the header
/// begins.
fn asked_delimiter(text: &[u8]) -> (Option<Result<Delimiter, String>>, Place) {
    let mut place = Place::START;
    let line = text.get(..first_break(text).unwrap_or(text.len())).unwrap_or_default();
    let bare = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    let wanted = bare.split_at_checked(4).filter(|(key, _)| key.eq_ignore_ascii_case(b"sep="));
    let wanted = String::from_utf8_lossy(wanted.map_or(b"", |(_, wanted)| wanted));
    if wanted.chars().count() != 1 {
        return (None, place);
    }
    place.skip_line(text);
    let known = Delimiter::ALL.into_iter().find(|delimiter| wanted.as_bytes() == [delimiter.byte()]);
    (Some(known.ok_or_else(|| wanted.into_owned())), place)
}

/// The header as a delimiter cuts it.
struct Found {
    delimiter: Delimiter,
    scan: Scan,
    /// Where the rows begin.
    place: Place,
    /// Whether `email` is there, and how many names we know.
    known: (bool, usize),
}

impl Found {
    fn by(delimiter: Delimiter, text: &[u8], mut place: Place, whole: bool) -> Result<Self, FileProblem> {
        let mut scan = Scan::new(delimiter);
        let rest = text.get(place.at..).unwrap_or_default();
        let (used, complete) = scan.feed(rest);
        let closed = complete || scan.feed(b"\n").1;
        if !closed {
            return Err(FileProblem::HeaderUnclosedQuote);
        }
        if !complete && !whole {
            return Err(FileProblem::HeaderTooLong { limit: MAX_HEADER });
        }
        place.pass(rest.get(..used).unwrap_or_default());
        let known: Vec<_> = scan.cells().iter().filter_map(|name| Column::named(name)).collect();
        let known = (known.contains(&Column::Email), known.len());
        Ok(Self { delimiter, scan, place, known })
    }

    /// By the delimiter that gives `email` and the most names we know, or else the most names.
    fn best(text: &[u8], place: Place, whole: bool) -> Result<Self, FileProblem> {
        let mut best: Result<Self, FileProblem> = Self::by(Delimiter::Comma, text, place, whole);
        for delimiter in [Delimiter::Semicolon, Delimiter::Tab] {
            let other = Self::by(delimiter, text, place, whole);
            best = match (best, other) {
                (Ok(best), Ok(other)) if other.merit() > best.merit() => Ok(other),
                // A quote that isn't closed is a better answer than names that mean nothing.
                (Err(_), Ok(other)) if other.known.1 > 0 => Ok(other),
                (best, _) => best,
            };
        }
        best
    }

    fn merit(&self) -> ((bool, usize), usize) {
        (self.known, self.scan.count())
    }
}
