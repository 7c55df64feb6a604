//! Finding a person in the rows of a file.

use std::collections::BTreeMap;

use crate::{
    csv_file::{Column, Header},
    denylist::{Mark, Marker},
    import::{Row, Verdict},
    text::Email,
};

/// Somebody who is looked for by the marks of their addresses.
pub struct Person<'a> {
    /// Makes marks of what is found.
    pub marker: &'a Marker,
    /// Theirs.
    pub marks: &'a [Mark],
}

impl Person<'_> {
    /// Blanks the rows that are theirs; gives how many. A row is theirs when an address of it is, or when it is so broken
    /// that its columns mean nothing and it mentions one. What others say of them in a cell loses that cell.
    pub fn erase_from(&self, rows: &mut [Row], header: &Header) -> u64 {
        rows.iter_mut().map(|row| u64::from(self.erase_from_row(row, header))).sum()
    }

    fn erase_from_row(&self, row: &mut Row, header: &Header) -> bool {
        let mentioned: Vec<bool> = row.cells.iter().map(|cell| self.is_mentioned_in(cell)).collect();
        if !mentioned.contains(&true) {
            return false;
        }
        let addresses = [Column::Email, Column::EmailAliases];
        let theirs = row.verdict == Verdict::Invalid
            || addresses.iter().any(|column| {
                header.columns.get(column).and_then(|at| mentioned.get(*at)).is_some_and(|found| *found)
            });
        for (cell, mentioned) in row.cells.iter_mut().zip(mentioned) {
            if theirs || mentioned {
                cell.clear();
            }
        }
        row.erased |= theirs;
        true
    }

    /// Blanks the values in which they are mentioned; says whether any was.
    pub fn erase_from_values(&self, values: &mut BTreeMap<String, String>) -> bool {
        let mut found = false;
        for value in values.values_mut().filter(|value| self.is_mentioned_in(value)) {
            value.clear();
            found = true;
        }
        found
    }

    /// Whether one of their addresses stands somewhere in a text.
    fn is_mentioned_in(&self, text: &str) -> bool {
        // Most cells have no address, and looking for one byte is quick.
        if !text.as_bytes().contains(&b'@') {
            return false;
        }
        let words = text.split(|c: char| c.is_whitespace() || ",;:<>()[]\"'|/".contains(c));
        let addresses =
            words.filter(|word| word.contains('@')).map(|word| word.trim_matches(['.', '!', '?']));
        addresses.filter_map(Email::parse).any(|address| self.marks.contains(&self.marker.address(&address)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Id, Timestamp};

    fn row(verdict: Verdict, cells: &[&str]) -> Row {
        let cells = cells.iter().map(ToString::to_string).collect();
        Row { row: 1, line: 2, verdict, errors: vec![], same_as: None, erased: false, cells }
    }

    /// ERA-1. Their rows keep their places and verdicts, other people's rows keep everything but the mention.
    #[test]
    fn rows_of_a_person_are_blanked_whatever_became_of_them_and_mentions_of_them_too() {
        let marker = Marker::new([7; 32], Id::derived(Timestamp::UNIX_EPOCH, &[]));
        let marks: Vec<Mark> = ["ada@example.org", "al@example.org"]
            .map(|text| marker.address(&Email::parse(text).unwrap()))
            .into();
        let header = Header {
            names: ["name", "email", "email_aliases", "notes"].map(String::from).into(),
            columns: [(Column::Email, 1), (Column::EmailAliases, 2), (Column::Notes, 3)].into(),
            unknown: vec![],
        };
        let blank = ["", "", "", ""];
        for (verdict, cells, left, theirs) in [
            (Verdict::Create, ["Ada", "ADA@example.org ", "", "x"], blank, true),
            (Verdict::Exists, ["Ada", "new@example.org", "b@example.org, Al@Example.org", "x"], blank, true),
            (Verdict::Invalid, ["ada@example.org", "Ada", "", "x"], blank, true),
            (
                Verdict::Create,
                ["Bo", "bo@example.org", "", "ask (ada@example.org)."],
                ["Bo", "bo@example.org", "", ""],
                false,
            ),
            (
                Verdict::Create,
                ["Bo", "bo@example.org", "", "ada"],
                ["Bo", "bo@example.org", "", "ada"],
                false,
            ),
            (
                Verdict::Create,
                ["Bo", "xada@example.org", "", "@"],
                ["Bo", "xada@example.org", "", "@"],
                false,
            ),
        ] {
            let mut rows = [row(verdict, &cells)];
            let changed = Person { marker: &marker, marks: &marks }.erase_from(&mut rows, &header);
            assert_eq!(
                (rows[0].cells.as_slice(), rows[0].erased),
                (left.map(String::from).as_slice(), theirs)
            );
            assert_eq!((rows[0].verdict, changed == 1), (verdict, left != cells), "{cells:?}");
        }
    }
}
