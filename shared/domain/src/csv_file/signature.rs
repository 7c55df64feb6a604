//! What a file is by its first bytes.

use infer::MatcherType;
use memchr::memmem;

use super::{Encoding, FileProblem};

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    /// The encoding, when they say it.
    pub(super) encoding: Option<Encoding>,
    /// How many of them are a byte order mark.
    pub(super) mark: usize,
}

/// Finds byte order marks and the pattern of UTF-16, and refuses what is no text.
pub(super) fn open(bytes: &[u8], forced: Option<Encoding>) -> Result<Opening, FileProblem> {
    let marked = by_mark(bytes);
    if let Some(problem) = marked.is_none().then(|| foreign(bytes)).flatten() {
        return Err(problem);
    }
    match (forced, marked) {
        (Some(forced), Some((said, mark))) if said == forced => Ok(Opening { encoding: Some(forced), mark }),
        (Some(forced), _) => Ok(Opening { encoding: Some(forced), mark: 0 }),
        // The mark of UTF-16 opens that of UTF-32.
        (None, _) if bytes.starts_with(b"\xFF\xFE\0\0") => Err(FileProblem::Utf32),
        (None, Some((said, mark))) => Ok(Opening { encoding: Some(said), mark }),
        (None, None) => Ok(Opening { encoding: by_zeros(bytes)?, mark: 0 }),
    }
}

fn by_mark(bytes: &[u8]) -> Option<(Encoding, usize)> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some((Encoding::Utf8, 3)),
        [0xFF, 0xFE, ..] => Some((Encoding::Utf16Le, 2)),
        [0xFE, 0xFF, ..] => Some((Encoding::Utf16Be, 2)),
        _ => None,
    }
}

/// Without a mark, UTF-16 shows in the zeros between the letters of the column names.
fn by_zeros(bytes: &[u8]) -> Result<Option<Encoding>, FileProblem> {
    if matches!(bytes, [0, 0, 0xFE, 0xFF, ..] | [0, 0, 0, 1..=255, ..] | [1..=255, 0, 0, 0, ..]) {
        return Err(FileProblem::Utf32);
    }
    let pairs = bytes.get(..512).unwrap_or(bytes).as_chunks::<2>().0;
    let high_last = pairs.iter().filter(|[_, last]| *last == 0).count();
    let high_first = pairs.iter().filter(|[first, _]| *first == 0).count();
    // Not every name need be ASCII, but `email` is; and letters with a zero low byte are rare.
    let outweighs = |zeros: usize, others: usize| zeros * 4 >= pairs.len() && zeros > others * 4;
    Ok(if outweighs(high_last, high_first) {
        Some(Encoding::Utf16Le)
    } else if outweighs(high_first, high_last) {
        Some(Encoding::Utf16Be)
    } else {
        None
    })
}

fn foreign(bytes: &[u8]) -> Option<FileProblem> {
    let kind = infer::get(bytes)?;
    if kind.mime_type() == "application/pdf" {
        return Some(FileProblem::Pdf);
    }
    // Some signatures are words: a column `BMW` isn't a bitmap. All these formats have control characters
    // in their first bytes, and text has not.
    let control = |byte: &u8| byte.is_ascii_control() && !b"\t\n\r".contains(byte);
    if !bytes.iter().take(512).any(control) {
        return None;
    }
    match (kind.extension(), kind.matcher_type()) {
        ("xls" | "xlsx", _) => Some(FileProblem::Excel),
        // The old workbooks lie in a container whose index may be anywhere in the file.
        ("doc" | "msi" | "ppt", _) if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) => {
            Some(FileProblem::Excel)
        }
        ("gz", _) => Some(FileProblem::Gzip),
        (_, MatcherType::Image) => Some(FileProblem::Image),
        _ if bytes.starts_with(b"PK") => Some(zipped(bytes)),
        (_, MatcherType::Text) => None,
        _ => Some(FileProblem::Binary),
    }
}

/// Not every program puts the parts of a workbook in the order that signatures know.
fn zipped(bytes: &[u8]) -> FileProblem {
    let sheet = memmem::find(bytes, b"xl/").is_some();
    if sheet { FileProblem::Excel } else { FileProblem::Zip }
}
