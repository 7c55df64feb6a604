//! What is no CSV file is refused, each kind with its own reason.

use super::{read, refusal};
use crate::csv_file::FileProblem;

/// A ZIP file's entry with nothing in it.
fn entry(name: &str) -> Vec<u8> {
    let mut entry = b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
    entry.extend_from_slice(&u16::try_from(name.len()).unwrap().to_le_bytes());
    entry.extend_from_slice(b"\0\0");
    entry.extend_from_slice(name.as_bytes());
    entry
}

#[test]
fn a_file_without_text_is_empty() {
    for file in ["", "\u{feff}", "\n", "\r\n\r\n", "\u{feff}\n", "sep=;", "sep=;\r\n\n"] {
        assert_eq!(refusal(file), FileProblem::Empty, "{file:?}");
    }
}

#[test]
fn a_header_alone_has_no_rows() {
    for file in
        ["email", "email\n", "first_name,email\r\n\r\n\n", "sep=;\nemail;company", "email,company\n  \n"]
    {
        assert_eq!(refusal(file), FileProblem::NoRows, "{file:?}");
    }
}

#[test]
fn other_formats_are_named() {
    let archive = |names: &[&str]| names.iter().flat_map(|name| entry(name)).collect::<Vec<u8>>();
    let kinds: [(&[u8], FileProblem); 14] = [
        (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", FileProblem::Pdf),
        (&archive(&["customers.csv"]), FileProblem::Zip),
        (&archive(&["[Content_Types].xml", "_rels/.rels", "word/document.xml"]), FileProblem::Zip),
        (&archive(&["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"]), FileProblem::Excel),
        (
            &archive(&["docProps/app.xml", "docProps/core.xml", "_rels/.rels", "xl/workbook.xml"]),
            FileProblem::Excel,
        ),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0", FileProblem::Excel),
        (b"\x1F\x8B\x08\0\0\0\0\0\0\x03", FileProblem::Gzip),
        (b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", FileProblem::Image),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", FileProblem::Image),
        (b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\x3E\0\0\0\0\0", FileProblem::Binary),
        (b"email,comp\0any\na@example.com,B\n", FileProblem::Binary),
        (b"\xFF\xFE\0\0e\0\0\0m\0\0\0", FileProblem::Utf32),
        (b"\0\0\xFE\xFF\0\0\0e", FileProblem::Utf32),
        (b"e\0\0\0m\0\0\0a\0\0\0", FileProblem::Utf32),
    ];
    for (file, problem) in kinds {
        assert_eq!(refusal(file), problem, "{}", String::from_utf8_lossy(file));
    }
}

#[test]
fn words_that_open_other_formats_too_are_words() {
    for first in ["BMW", "II*", "MZ", "GIF89a", "Rar!", "ID3", "%!", "BZh", "OggS", "#!/bin/sh", "<html>"] {
        let read = read(format!("{first},email\nx,a@example.com\n"));
        assert_eq!((read.problem, read.records.len()), (None, 1), "{first}");
    }
}

#[test]
fn what_was_refused_stays_refused() {
    let mut reader = crate::csv_file::Reader::new(crate::csv_file::Options::default());
    assert_eq!(reader.read(&mut &b"%PDF-1.7"[..], true), Err(FileProblem::Pdf));
    assert_eq!(reader.read(&mut &b"email\na@example.com"[..], true), Err(FileProblem::Pdf));
}
