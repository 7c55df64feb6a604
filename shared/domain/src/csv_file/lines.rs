//! Physical lines: LF, CRLF and a lone CR each end one.

use memchr::{memchr_iter, memchr2};

/// Where reading stands in the text, and in which physical line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Offset into the text at hand.
    pub(super) at: usize,
    /// The line's number, from 1.
    pub(super) line: u64,
    /// The byte before was a CR, so that an LF here belongs to it.
    pub(super) after_cr: bool,
}

impl Place {
    /// The first line's beginning.
    pub(super) const START: Self = Self { at: 0, line: 1, after_cr: false };

    /// Steps over line ends, up to what isn't one.
    pub(super) fn skip_breaks(&mut self, text: &[u8]) {
        while let Some(byte @ (b'\r' | b'\n')) = text.get(self.at) {
            if !(self.after_cr && *byte == b'\n') {
                self.line += 1;
            }
            self.after_cr = *byte == b'\r';
            self.at += 1;
        }
    }

    /// Steps over the rest of the line and its end; false, and to the end of the text, when no end is there.
    pub(super) fn skip_line(&mut self, text: &[u8]) -> bool {
        let rest = text.get(self.at..).unwrap_or_default();
        let length = first_break(rest);
        self.pass(rest.get(..=length.unwrap_or(rest.len())).unwrap_or(rest));
        length.is_some()
    }

    /// Steps over text that doesn't begin with the LF of a CRLF.
    pub(super) fn pass(&mut self, text: &[u8]) {
        if let Some(end) = text.last() {
            self.at += text.len();
            self.line += breaks(text);
            self.after_cr = *end == b'\r';
        }
    }
}

/// Where the first line's end begins.
pub(super) fn first_break(text: &[u8]) -> Option<usize> {
    memchr2(b'\r', b'\n', text)
}

fn breaks(text: &[u8]) -> u64 {
    let pairs = memchr_iter(b'\r', text).filter(|at| text.get(at + 1) == Some(&b'\n')).count();
    let ends = memchr_iter(b'\n', text).count() + memchr_iter(b'\r', text).count();
    u64::try_from(ends - pairs).unwrap_or(u64::MAX)
}
