//! Judging rows: first what the file itself says of them, then what the account knows.

use super::{MAX_ROWS, Mode, Row, RowFile, Seen, Verdict, draft};
use crate::{
    AccountId, FieldError, Problem, Timestamp, csv_file::Record, customer::Named, problem::Parameters,
    text::Email,
};

/// What the account knows of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// A customer has it.
    Customer,
    /// It is on the denylist.
    Denylisted,
}

/// A row that the file itself says nothing against: its addresses must be looked up in the account.
#[derive(Debug)]
pub struct Sighting {
    /// The row, with verdict `create` for now.
    pub row: Row,
    /// Its addresses, the e-mail first.
    pub addresses: Vec<Email>,
    /// What the row lacks of a new customer; no harm when it changes one that there is.
    pub lacks: Vec<FieldError>,
}

impl Sighting {
    /// The final verdict, by what is known of each address.
    #[must_use]
    pub fn settle(mut self, known: impl Fn(&Email) -> Option<Known>) -> Row {
        for (at, address) in self.addresses.iter().enumerate() {
            let field = if at == 0 { "email" } else { "email_aliases" };
            let (verdict, code) = match known(address) {
                Some(Known::Customer) => (Verdict::Exists, "exists"),
                Some(Known::Denylisted) => (Verdict::Denylisted, "denylisted"),
                None => continue,
            };
            self.row.verdict = verdict;
            self.row.errors = vec![FieldError::new(field, code)];
            return self.row;
        }
        if !self.lacks.is_empty() {
            self.row.verdict = Verdict::Invalid;
            self.row.errors = self.lacks;
        }
        self.row
    }
}

/// Judges the rows of one file in their order.
#[derive(Debug, Default)]
pub struct Judge {
    seen: Seen,
}

impl Judge {
    /// Judges the next record: either the verdict is clear, or its addresses must be looked up.
    pub fn judge(&mut self, file: &RowFile, record: Record) -> Result<Sighting, Row> {
        let Record { row, line, cells, malformed } = record;
        let blank = Row::new(row, line, cells);
        let invalid = |errors: Vec<FieldError>, row: Row| Row { verdict: Verdict::Invalid, errors, ..row };
        if let Some(malformed) = malformed {
            let (code, parameters) = coded(&malformed);
            return Err(invalid(vec![FieldError { field: String::new(), code, parameters }], blank));
        }
        let (addresses, lacks) = match addresses(file, &blank.cells) {
            Ok(found) => found,
            Err(errors) => return Err(invalid(errors, blank)),
        };
        if let Some((at, earlier)) = self.first_seen(&addresses) {
            let field = if at == 0 { "email" } else { "email_aliases" };
            let errors = vec![FieldError::new(field, "duplicate").with("row", earlier)];
            return Err(Row { verdict: Verdict::Duplicate, errors, same_as: Some(earlier), ..blank });
        }
        for address in &addresses {
            self.seen.insert(&address.key(), row);
        }
        Ok(Sighting { row: blank, addresses, lacks })
    }

    /// Whether the file is larger than can be judged.
    #[must_use]
    pub fn is_full(&self, rows: u64) -> bool {
        rows > MAX_ROWS || self.seen.is_full()
    }

    fn first_seen(&self, addresses: &[Email]) -> Option<(usize, u64)> {
        addresses
            .iter()
            .enumerate()
            .find_map(|(at, address)| self.seen.row_of(&address.key()).map(|row| (at, row)))
    }
}

/// The addresses of a row that breaks no rule with what it would still lack as a new customer, or every wrong field of
/// it, named by its column.
fn addresses(file: &RowFile, cells: &[String]) -> Result<(Vec<Email>, Vec<FieldError>), Vec<FieldError>> {
    let (mut input, _) = draft(file.header, cells)?;
    let nameless = input.first_name.trim().is_empty() && input.last_name.trim().is_empty();
    let mut lacks = vec![];
    if nameless && file.mode == Mode::Update {
        lacks.push(FieldError::new("last_name", "required"));
        input.last_name = "-".into();
    }
    // Id and time play no part in whether the values are right.
    let id = crate::CustomerId::derived(Timestamp::UNIX_EPOCH, &[AccountId::bytes(&file.account.id)]);
    match input.check(id, file.account, Timestamp::UNIX_EPOCH, &Named::default(), None) {
        Ok(customer) => Ok((customer.addresses().cloned().collect(), lacks)),
        Err(Problem::Invalid(errors)) => Err(errors.into_iter().map(by_column).collect()),
        Err(_) => Err(vec![FieldError::new("email", "email")]),
    }
}

/// The code of one of the reader's reasons, and its other fields as values for the message.
pub(super) fn coded(reason: &impl serde::Serialize) -> (String, Parameters) {
    let Ok(serde_json::Value::Object(mut fields)) = serde_json::to_value(reason) else {
        return Default::default();
    };
    let text = |value: serde_json::Value| match value {
        serde_json::Value::String(text) => text,
        serde_json::Value::Array(list) => {
            list.iter().filter_map(|one| one.as_str()).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    };
    let code = fields.remove("code").map(text).unwrap_or_default();
    (code, fields.into_iter().map(|(name, value)| (name, text(value))).collect())
}

/// `email_aliases.2` is a place in the list; in the file it is the column `email_aliases`.
pub(super) fn by_column(error: FieldError) -> FieldError {
    let column = error.field.split('.').next().unwrap_or_default().to_owned();
    FieldError { field: column, ..error }
}
