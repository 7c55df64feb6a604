//! Tables, and files made of them in all the ways that programs do.

use std::fmt::Write;

use domain::csv_file::Delimiter;
use proptest::collection::vec;
use proptest::prelude::*;

/// How the file is encoded, by Python's name; marked with a byte order mark or not.
pub const ENCODINGS: [(&str, bool); 7] = [
    ("utf-8", false),
    ("utf-8", true),
    ("utf-16-le", true),
    ("utf-16-be", true),
    ("utf-16-le", false),
    ("utf-16-be", false),
    ("cp1252", false),
];

/// A file as it is made.
#[derive(Debug, Clone)]
pub struct Case {
    pub encoding: (&'static str, bool),
    pub delimiter: Delimiter,
    pub text: String,
    /// Where bytes go that mean nothing, if the encoding has such.
    pub spoilt: Vec<usize>,
    pub slices: Vec<usize>,
}

impl Case {
    /// The file's bytes, and how many of them are its byte order mark and header.
    pub fn bytes(&self) -> Vec<u8> {
        let (encoding, marked) = self.encoding;
        let text = if marked { format!("\u{feff}{}", self.text) } else { self.text.clone() };
        let units = || text.encode_utf16();
        let mut bytes = match encoding {
            "utf-16-le" => units().flat_map(u16::to_le_bytes).collect(),
            "utf-16-be" => units().flat_map(u16::to_be_bytes).collect(),
            "cp1252" => encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
            _ => text.into_bytes(),
        };
        if self.encoding == ("utf-8", true) {
            let header =
                bytes.len() - self.text.trim_start().split_once(['\r', '\n']).map_or(0, |rows| rows.1.len());
            for at in &self.spoilt {
                bytes.insert(header + at % (bytes.len() - header + 1), 0xFF);
            }
        }
        bytes
    }
}

/// Characters that matter, and some that need two, three and four bytes. The Western ones never look like
/// UTF-8 when they are written in Windows-1252.
fn cell(western: bool) -> impl Strategy<Value = String> {
    let common =
        ["a", "B7", "@", " ", "é", "ß", "ü", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", "'", "="];
    let wide = ["a", "é", "Ω", "漢", "😀", "\u{2028}", "\u{85}", "\u{feff}", "\"", ",", "\n"];
    let pool = if western { common.to_vec() } else { [&common[..], &wide[..]].concat() };
    vec(prop::sample::select(pool), 0..6).prop_map(|parts| parts.concat())
}

/// A cell as it stands in a file: quoted, or left alone for better or worse.
fn written(western: bool) -> impl Strategy<Value = String> {
    let quoted = |cell: String| format!("\"{}\"", cell.replace('"', "\"\""));
    let plain = |cell: String| cell.replace(['"', ',', ';', '\t', '\r', '\n'], "");
    prop_oneof![
        5 => cell(western).prop_map(quoted),
        5 => cell(western).prop_map(plain),
        // Text before or after quotes, and quotes that may be left open.
        1 => (cell(western), cell(western)).prop_map(move |(one, two)| plain(one) + &quoted(two)),
        1 => (cell(western), cell(western)).prop_map(move |(one, two)| quoted(one) + &plain(two)),
        1 => cell(western),
    ]
}

fn header() -> impl Strategy<Value = Vec<String>> {
    let others =
        ["first_name", "Last-Name", " COMPANY ", "\"Job Title\"", "fax", "größe", "\"x\"\"y\"", "", "Ω"];
    (prop::sample::subsequence(others.to_vec(), 0..6).prop_shuffle(), any::<prop::sample::Index>()).prop_map(
        |(others, place)| {
            let mut names: Vec<String> = others.into_iter().map(str::to_owned).collect();
            names.insert(place.index(names.len() + 1), "E-mail".to_owned());
            names
        },
    )
}

fn text(western: bool, delimiter: char) -> impl Strategy<Value = String> {
    let end = prop::sample::select(vec!["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n \t \n", ""]);
    let row = (vec(written(western), 0..7), any::<[bool; 3]>(), end);
    // Enough for the first 64 KB, so that the rows after it lie in slices of their own.
    let filler = (
        prop_oneof![30 => Just(0_usize), 1 => 2000..2600_usize],
        prop::sample::select(vec!["long filler", "ü filler"]),
    );
    (header(), vec(row, 0..12), filler, prop::sample::select(vec!["\n", "\r\n", "\r"])).prop_map(
        move |(names, rows, (filler, words), line_end)| {
            let between = delimiter.to_string();
            let names: Vec<String> = names.into_iter().filter(|name| !western || name != "Ω").collect();
            let mut text = names.join(&between) + line_end;
            for at in 0..filler {
                let _ = write!(text, "{at}{}{line_end}", format!("{between}{words}").repeat(names.len() - 1));
            }
            for (mut cells, [fit, full, ended], end) in rows {
                if fit || full {
                    cells.resize(names.len(), "x".to_owned());
                }
                text += &cells.join(&between);
                text += if ended { line_end } else { end };
            }
            text
        },
    )
}

/// Any file.
pub fn case() -> impl Strategy<Value = Case> {
    let choices = (prop::sample::select(ENCODINGS.to_vec()), prop::sample::select(Delimiter::ALL.to_vec()));
    choices.prop_flat_map(|(encoding, delimiter)| {
        let text = text(encoding.0 == "cp1252", char::from(delimiter.byte()));
        let slices = prop_oneof![Just(vec![1]), vec(1..50_usize, 1..5), vec(1..70_000_usize, 1..3)];
        let spoilt = prop_oneof![3 => Just(vec![]), 1 => vec(any::<usize>().prop_map(|at| at / 2), 1..3)];
        (text, spoilt, slices).prop_map(move |(text, spoilt, slices)| Case {
            encoding,
            delimiter,
            text,
            spoilt,
            slices,
        })
    })
}
