//! Exports of customers to a CSV file that an import reads back (CUS-7).

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{
    AccountId, CustomerId, Event, JobId, Timestamp,
    csv_file::{Column, Delimiter, write},
    customer::{Customer, Selection},
    job::{Job, State, Work},
};

/// How long a finished file is kept; the bucket removes it a little later.
pub const KEPT: SignedDuration = SignedDuration::from_hours(3 * 24);
/// The file's name, for people.
pub const FILE_NAME: &str = "customers.csv";
/// S3 takes parts of at least 5 MiB, but for the last.
const PART: usize = 5 * 1024 * 1024;
/// After as many parts, parts grow by another [`PART`], so that a file of 100 GB has some 3,000.
const GROW: usize = 250;

/// A place on the way through all customers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Which share of them.
    pub shard: u8,
    /// The last customer of the share who has been seen.
    pub after: Option<CustomerId>,
}

/// A file that is being written in parts, by one worker after another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The upload to which the parts belong, once there is one.
    pub upload: Option<String>,
    /// The parts' `ETag`s. A part that somebody has written over meanwhile has another, and the file is refused.
    pub parts: Vec<String>,
}

/// An export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// Of whom.
    pub whom: Selection,
    /// How many customers there are to look at, once counted.
    pub total: Option<u64>,
    /// How many have been looked at.
    pub looked_at: u64,
    /// How many are in the file.
    pub rows: u64,
    /// Where it goes on.
    pub place: Place,
    /// The file as far as it is written.
    pub draft: Draft,
}

impl Work for Export {
    const NAME: &'static str = "export";

    fn tell(&self, event: Event) -> Event {
        event.with("rows", self.rows)
    }
}

impl Export {
    /// An export that has not begun.
    #[must_use]
    pub fn of(whom: Selection) -> Self {
        let (place, draft) = (Place::default(), Draft::default());
        Self { whom, total: None, looked_at: 0, rows: 0, place, draft }
    }

    /// How many bytes a part should have that comes behind so many others.
    #[must_use]
    pub const fn part_size(others: usize) -> usize {
        PART * (1 + others / GROW)
    }
}

impl Job<Export> {
    /// The key of the file.
    #[must_use]
    pub fn file_key(&self) -> String {
        file_key(self.account_id, self.id, FILE_NAME)
    }

    /// Until when the file can be downloaded; `None` while there is none.
    #[must_use]
    pub fn kept_until(&self) -> Option<Timestamp> {
        let finished = self.finished_at.filter(|_| self.state == State::Done)?;
        finished.saturating_add(KEPT).ok()
    }
}

/// The key of a file that a job makes for people to download; kept for [`KEPT`].
#[must_use]
pub fn file_key(account: AccountId, job: JobId, name: &str) -> String {
    format!("exports/{account}/{job}/{name}")
}

/// Appends the mark that makes a spreadsheet read UTF-8, and the header row.
pub fn head(out: &mut Vec<u8>) {
    out.extend_from_slice(write::MARK);
    write::row(Column::ALL.iter().map(|column| column.name()), Delimiter::Comma, out);
}

/// Appends a customer's row; `company` is the name of theirs.
pub fn row(customer: &Customer, company: &str, out: &mut Vec<u8>) {
    let aliases: Vec<String> = customer.email_aliases.iter().map(ToString::to_string).collect();
    let (email, aliases) = (customer.email.to_string(), aliases.join(", "));
    let cell = |column: &Column| match column {
        Column::FirstName => &customer.first_name,
        Column::LastName => &customer.last_name,
        Column::Email => &email,
        Column::EmailAliases => &aliases,
        Column::Company => company,
        Column::JobTitle => &customer.job_title,
        Column::Department => &customer.department,
        Column::OfficePhone => &customer.office_phone,
        Column::MobilePhone => &customer.mobile_phone,
        Column::OtherPhone => &customer.other_phone,
        Column::Fax => &customer.fax,
        Column::Address => &customer.address,
        Column::Notes => &customer.notes,
    };
    write::row(Column::ALL.iter().map(cell), Delimiter::Comma, out);
}
