//! Encodings are recognised, or taken as told.

use super::{Outcome, read, read_sliced, read_with};
use crate::csv_file::{Encoding, MAX_HEADER, Malformed, Options};

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

fn encoding_of(read: &Outcome) -> Encoding {
    read.format.expect("a format").encoding
}

#[test]
fn every_encoding_gives_the_same_text() {
    let text = "email,company\na@example.com,Müller – Œuvre €\n";
    let marked = format!("\u{feff}{text}");
    let ansi = encoding_rs::WINDOWS_1252.encode(text).0;
    let files = [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (marked.as_bytes().to_vec(), Encoding::Utf8),
        (utf16(&marked, u16::to_le_bytes), Encoding::Utf16Le),
        (utf16(&marked, u16::to_be_bytes), Encoding::Utf16Be),
        (utf16(text, u16::to_le_bytes), Encoding::Utf16Le),
        (utf16(text, u16::to_be_bytes), Encoding::Utf16Be),
        (ansi.to_vec(), Encoding::Windows1252),
    ];
    for (file, expected) in files {
        let read = read(&file);
        assert_eq!(encoding_of(&read), expected);
        assert_eq!(read.cells(), [["a@example.com", "Müller – Œuvre €"]], "{expected:?}");
        assert_eq!(read.faults(), [(1, 2, None)]);
        assert_eq!(read.header.expect("a header").names, ["email", "company"]);
    }
}

#[test]
fn utf16_with_names_in_other_scripts_is_seen_without_a_mark() {
    let read = read(utf16("Имя;email;Фамилия\nИван;ivan@example.com;Петров", u16::to_le_bytes));
    assert_eq!(
        (encoding_of(&read), read.cells()),
        (Encoding::Utf16Le, vec![vec!["Иван", "ivan@example.com", "Петров"]])
    );
}

#[test]
fn ansi_is_seen_however_late_it_shows() {
    let mut file = "email,notes\n".to_owned() + &"a@example.com,plain\n".repeat(10_000);
    assert_eq!(encoding_of(&read(&file)), Encoding::Utf8);
    file.push_str("b@example.com,caf");
    let read = read([file.as_bytes(), b"\xE9"].concat());
    assert_eq!(encoding_of(&read), Encoding::Windows1252);
    assert_eq!(read.records.last().map(|record| record.cells[1].as_str()), Some("café"));
}

#[test]
fn a_character_cut_by_a_slice_decides_when_it_is_whole() {
    // As if by accident, it lies where the bytes end that are looked at in advance.
    for ahead in MAX_HEADER - 2..MAX_HEADER + 3 {
        let head = format!("email,notes\n{:x<1$}@example.com,", "", ahead - 25);
        for (bytes, encoding, text) in [
            (&b"\xF0\x9F\x98\x80\n"[..], Encoding::Utf8, "😀"),
            (b"\xE2\x82\xAC", Encoding::Utf8, "€"),
            (b"\xE2\x82\n", Encoding::Windows1252, "â‚"),
            (b"\xE2\x82", Encoding::Windows1252, "â‚"),
        ] {
            let file = [head.as_bytes(), bytes].concat();
            for size in [1, ahead, ahead + 1] {
                let read = read_sliced(Options::default(), &file, size);
                assert_eq!((encoding_of(&read), read.cells()[0][1]), (encoding, text), "{ahead} {size}");
            }
        }
    }
}

#[test]
fn bad_bytes_after_good_utf8_spoil_their_row_only() {
    let read = read(
        b"email,notes\n1@example.com,\xC3\xA9\n2@example.com,\xE9t\xE9\n3@example.com,\xEF\xBF\xBD\n4,\xC3",
    );
    assert_eq!(encoding_of(&read), Encoding::Utf8);
    let bad = Some(Malformed::Undecodable);
    assert_eq!(read.faults(), [(1, 2, None), (2, 3, bad.clone()), (3, 4, None), (4, 5, bad)]);
    assert_eq!(read.cells()[1], ["2@example.com", "\u{fffd}t\u{fffd}"]);
}

#[test]
fn a_mark_promises_utf8() {
    let read = read(b"\xEF\xBB\xBFemail,notes\n1@example.com,caf\xE9\n");
    assert_eq!(
        (encoding_of(&read), read.faults()),
        (Encoding::Utf8, vec![(1, 2, Some(Malformed::Undecodable))])
    );
}

#[test]
fn halves_of_utf16_pairs_spoil_their_row_only() {
    let mut file = utf16("email\n1@example.com\n2", u16::to_le_bytes);
    file.extend(0xD83D_u16.to_le_bytes());
    file.extend(utf16("\n3@example.com😀\n", u16::to_le_bytes));
    let read = read(file);
    assert_eq!(read.faults(), [(1, 2, None), (2, 3, Some(Malformed::Undecodable)), (3, 4, None)]);
    assert_eq!(read.cells()[1..], [["2\u{fffd}"], ["3@example.com😀"]]);
}

#[test]
fn a_told_encoding_is_taken() {
    let told = |encoding| Options { encoding: Some(encoding), delimiter: None };
    let ansi = read_with(told(Encoding::Windows1252), b"email\nM\xC3\xBCller\n");
    assert_eq!((encoding_of(&ansi), ansi.cells()), (Encoding::Windows1252, vec![vec!["MÃ¼ller"]]));
    let utf8 = read_with(told(Encoding::Utf8), b"\xEF\xBB\xBFemail\nM\xFCller\n");
    assert_eq!(utf8.faults(), [(1, 2, Some(Malformed::Undecodable))]);
    let wide = read_with(told(Encoding::Utf16Be), utf16("\u{feff}email\nx", u16::to_be_bytes));
    assert_eq!((encoding_of(&wide), wide.cells()), (Encoding::Utf16Be, vec![vec!["x"]]));
}

#[test]
fn formats_are_told_by_name() {
    let format = read("\u{feff}email;fax\n1;2").format;
    assert_eq!(
        serde_json::to_value(format).unwrap(),
        serde_json::json!({"encoding": "utf-8", "delimiter": ";"})
    );
    let names = [Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252]
        .map(|name| serde_json::to_value(name).unwrap());
    assert_eq!(names, ["utf-16le", "utf-16be", "windows-1252"]);
}
