//! Finding a person in the rows of a file.

use std::collections::BTreeMap;

use crate::{
    csv_file::{Column, Header},
    denylist::{Mark, Marker},
    import::{Change, Row, Target, Verdict},
    link::Person,
    text::Email,
};

/// Somebody who is looked for by the marks of their addresses.
pub struct Wanted<'a> {
    /// Who.
    pub person: Person,
    /// Makes marks of what is found.
    pub marker: &'a Marker,
    /// Theirs.
    pub marks: &'a [Mark],
}

impl Wanted<'_> {
    /// Blanks the rows that are theirs; gives how many. A row is theirs when an address of it is, or when it is so broken
    /// that its columns mean nothing and it mentions one. What others say of them in a cell loses that cell.
    pub fn erase_from(&self, rows: &mut [Row], header: &Header) -> u64 {
        rows.iter_mut().map(|row| u64::from(self.erase_from_row(row, header))).sum()
    }

    fn erase_from_row(&self, row: &mut Row, header: &Header) -> bool {
        let mentioned: Vec<bool> = row.cells.iter().map(|cell| self.is_mentioned_in(cell)).collect();
        let changes_them =
            row.target.as_ref().is_some_and(|target| Person::Customer(target.customer_id) == self.person);
        let told = row.target.as_mut().is_some_and(|target| self.erase_from_target(target));
        if !changes_them && !told && !mentioned.contains(&true) {
            return false;
        }
        let addresses = [Column::Email, Column::EmailAliases];
        let theirs = changes_them
            || row.verdict == Verdict::Invalid
            || addresses.iter().any(|column| {
                header.columns.get(column).and_then(|at| mentioned.get(*at)).is_some_and(|found| *found)
            });
        if theirs {
            row.erase();
            return true;
        }
        for (cell, mentioned) in row.cells.iter_mut().zip(mentioned) {
            if mentioned {
                cell.clear();
            }
        }
        true
    }

    /// Takes out what a row has changed of somebody else's and mentions them; says whether there was any. Undoing leaves
    /// that field as it is.
    fn erase_from_target(&self, target: &mut Target) -> bool {
        let told = |change: &Change| [&change.before, &change.after].map(|text| self.is_mentioned_in(text));
        let (changes, before) = (target.changes.len(), target.before.len());
        target.changes.retain(|change| !told(change).contains(&true));
        target.before.retain(|_, value| !self.is_mentioned_in(&value.to_string()));
        (changes, before) != (target.changes.len(), target.before.len())
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
        Row { verdict, ..Row::new(1, 2, cells) }
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
            let changed = Wanted {
                person: Person::Customer(Id::derived(Timestamp::UNIX_EPOCH, &[])),
                marker: &marker,
                marks: &marks,
            }
            .erase_from(&mut rows, &header);
            assert_eq!(
                (rows[0].cells.as_slice(), rows[0].erased),
                (left.map(String::from).as_slice(), theirs)
            );
            assert_eq!((rows[0].verdict, changed == 1), (verdict, left != cells), "{cells:?}");
        }
    }

    /// ERA-1. What a row has changed of them goes, by whatever address it found them; of others goes what mentions them.
    #[test]
    fn what_a_row_changes_loses_the_person() {
        let marker = Marker::new([7; 32], Id::derived(Timestamp::UNIX_EPOCH, &[]));
        let marks = [marker.address(&Email::parse("ada@example.org").unwrap())];
        let [ada, bo] = [b"ada".as_slice(), b"bo"].map(|name| Id::derived(Timestamp::UNIX_EPOCH, &[name]));
        let person = Wanted { person: Person::Customer(ada), marker: &marker, marks: &marks };
        let updating = |customer_id| {
            let change = |field: &str, before: &str| Change {
                field: field.into(),
                before: before.into(),
                after: "new".into(),
            };
            let changes = vec![change("notes", "knows ada@example.org"), change("fax", "1")];
            let before = serde_json::json!({ "notes": "knows ada@example.org", "fax": "1" });
            let before = before.as_object().unwrap().clone();
            let target =
                Some(Box::new(Target { customer_id, updated_at: Timestamp::UNIX_EPOCH, changes, before }));
            Row { target, ..row(Verdict::Update, &["other@example.org", "new"]) }
        };
        let mut rows = [updating(ada), updating(bo)];
        assert_eq!(person.erase_from(&mut rows, &Header::default()), 2);
        let left = |row: &Row| {
            let target = row.target.as_ref().unwrap();
            (row.erased, row.cells[0].clone(), target.changes.len(), target.before.len())
        };
        assert_eq!(left(&rows[0]), (true, String::new(), 0, 0));
        assert_eq!(left(&rows[1]), (false, "other@example.org".into(), 1, 1));
        assert_eq!(rows[1].target.as_ref().unwrap().changes[0].field, "fax");
    }
}
