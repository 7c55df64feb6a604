//! Whatever the bytes, reading ends, and the slices don't matter.

use domain::csv_file::{Delimiter, Encoding, Options};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::read;

/// Beginnings of other formats, of UTF-8, UTF-16 and UTF-32, and headers.
const PIECES: [&[u8]; 29] = [
    b"email,fax\n",
    b"email;fax\r\n",
    b"fax\temail\r",
    b"sep=;\n",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\xFF\xFE\0\0",
    b"e\0m\0a\0i\0l\0\n\0",
    b"\0e\0m\0a\0i\0l\0\n",
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml",
    b"xl/",
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    b"\x1F\x8B\x08",
    b"\x89PNG\r\n\x1A\n",
    b"\0\0\0\x18ftypmif1",
    b"BM",
    b"\xC3\xA9",
    b"\xF0\x9F\x98\x80",
    b"\xF0\x9F",
    b"\xE9",
    b"\x3D\xD8",
    b"\"",
    b"\"\"",
    b"\r\n",
    b"\n",
    b",",
];

fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        10 => (0..PIECES.len()).prop_map(|at| PIECES[at].to_vec()),
        3 => vec(any::<u8>(), 0..40),
        1 => (0..PIECES.len(), 1..20_000_usize).prop_map(|(at, times)| PIECES[at].repeat(times)),
    ]
}

fn options() -> impl Strategy<Value = Options> {
    let encodings = vec![Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252];
    let encoding = option::weighted(0.2, prop::sample::select(encodings));
    let delimiter = option::weighted(0.2, prop::sample::select(Delimiter::ALL.to_vec()));
    (encoding, delimiter).prop_map(|(encoding, delimiter)| Options { encoding, delimiter })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slices_never_matter(
        start in prop::sample::select(vec![0, 0, 1, 2]),
        options in options(),
        pieces in vec(piece(), 0..25),
        slices in vec(1..3000_usize, 1..6),
    ) {
        let file = [PIECES[start], &pieces.concat()].concat();
        let whole = read(options, &file, &[usize::MAX]);
        let sliced = read(options, &file, &slices);
        prop_assert!(whole == sliced, "slices matter");
        if file.len() < 3000 {
            prop_assert!(whole == read(options, &file, &[1]), "slices of one byte matter");
        }
        let rows: Vec<u64> = whole.records.iter().map(|record| record.row).collect();
        prop_assert!(rows.iter().copied().eq(1..=rows.len() as u64), "rows are not counted");
        prop_assert!(whole.records.is_sorted_by(|one, next| one.line < next.line), "lines are not counted");
    }

    #[test]
    fn bytes_without_sense_are_read_too(file in vec(any::<u8>(), 0..3000), slices in vec(1..90_usize, 1..4)) {
        let options = Options::default();
        prop_assert_eq!(read(options, &file, &[usize::MAX]), read(options, &file, &slices));
        let headed = [b"email,fax\n", &file[..]].concat();
        prop_assert_eq!(read(options, &headed, &[usize::MAX]), read(options, &headed, &slices));
    }
}
