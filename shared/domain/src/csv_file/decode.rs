//! Bytes of any encoding we know to bytes of UTF-8, a slice at a time.

use encoding_rs::{DecoderResult, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::Encoding;

/// Stands for what could not be decoded. No valid UTF-8 has this byte, so that a real U+FFFD in the file
/// isn't taken for a fault of ours.
const BAD: u8 = 0xFF;

/// Makes UTF-8 of what it is given.
///
/// Of a file in UTF-8 the bytes pass as they are, the bad ones too: a record is checked when it is whole, and
/// no delimiter, quote or line end hides in a multi-byte sequence.
pub(super) struct Decoder {
    state: State,
}

enum State {
    /// Only ASCII so far, besides the beginning of what may be a character.
    Undecided(Vec<u8>),
    Utf8,
    Other(Encoding, encoding_rs::Decoder),
}

impl Decoder {
    /// Decodes a known encoding, or finds out whether it is UTF-8 or Windows-1252.
    pub(super) fn new(encoding: Option<Encoding>) -> Self {
        let state = match encoding {
            None => State::Undecided(Vec::new()),
            Some(Encoding::Utf8) => State::Utf8,
            Some(Encoding::Utf16Le) => other(Encoding::Utf16Le, UTF_16LE),
            Some(Encoding::Utf16Be) => other(Encoding::Utf16Be, UTF_16BE),
            Some(Encoding::Windows1252) => other(Encoding::Windows1252, WINDOWS_1252),
        };
        Self { state }
    }

    /// The encoding as far as it is known.
    pub(super) fn encoding(&self) -> Encoding {
        match self.state {
            State::Undecided(_) | State::Utf8 => Encoding::Utf8,
            State::Other(encoding, _) => encoding,
        }
    }

    /// Appends to `out` what the bytes mean. After a call with `last` there must be no other.
    pub(super) fn decode(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) {
        match &mut self.state {
            State::Utf8 => out.extend_from_slice(bytes),
            State::Other(_, decoder) => decode_other(decoder, bytes, last, out),
            State::Undecided(held) if held.is_empty() => self.decide(bytes, last, out),
            State::Undecided(held) => {
                let mut whole = std::mem::take(held);
                whole.extend_from_slice(bytes);
                self.decide(&whole, last, out);
            }
        }
    }

    /// The first sequence that isn't ASCII decides: what comes before is the same in both encodings.
    fn decide(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) {
        let (ascii, rest) = bytes.split_at(encoding_rs::Encoding::ascii_valid_up_to(bytes));
        out.extend_from_slice(ascii);
        if rest.is_empty() {
            return;
        }
        let first = rest.get(..4).unwrap_or(rest);
        self.state = match std::str::from_utf8(first) {
            Err(error) if error.valid_up_to() == 0 => {
                if error.error_len().is_none() && !last {
                    self.state = State::Undecided(rest.to_vec());
                    return;
                }
                other(Encoding::Windows1252, WINDOWS_1252)
            }
            _ => State::Utf8,
        };
        self.decode(rest, last, out);
    }
}

fn other(encoding: Encoding, of: &'static encoding_rs::Encoding) -> State {
    State::Other(encoding, of.new_decoder_without_bom_handling())
}

fn decode_other(decoder: &mut encoding_rs::Decoder, mut bytes: &[u8], last: bool, out: &mut Vec<u8>) {
    loop {
        let had = out.len();
        let room =
            decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len() * 3 + 4);
        out.resize(had + room, 0);
        let to = out.get_mut(had..).unwrap_or_default();
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(bytes, to, last);
        out.truncate(had + written);
        bytes = bytes.get(read..).unwrap_or_default();
        match result {
            DecoderResult::InputEmpty => return,
            DecoderResult::Malformed(..) => out.push(BAD),
            DecoderResult::OutputFull => {}
        }
    }
}
