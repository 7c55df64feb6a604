//! Erasure: a customer or a user has been deleted, and their data leaves every record there is (ERA-1). Records and totals stay.
//!
//! Whatever is kept under a person's own key is deleted; whatever tells of them by id loses its content; files are
//! searched for their addresses, of which the erasure holds nothing but keyed hashes, and these only until it is done.

mod rows;

pub use rows::Wanted;

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, CustomerId, Event, ImportId, Moment,
    denylist::{Mark, Marker},
    job::{Job, Progress, Work},
    link::Person,
    mail::{self, Mail},
    text::Email,
};

/// Where an erasure is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "place")]
pub enum Place {
    /// What is kept under the person's own key, in the table and in the bucket.
    Own,
    /// Mails and answers that tell of them; behind this one.
    Records {
        /// The last record that is done.
        after: Option<String>,
    },
    /// Files of imports, the newest first; behind this one.
    Imports {
        /// The import that is being searched, or was searched last.
        import: Option<Searched>,
    },
    /// Files that somebody has asked for, in which they may stand.
    Exports,
    /// Records once more: what was being written while they were deleted.
    Late,
}

/// How far an import has been searched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Searched {
    /// Which import.
    pub id: ImportId,
    /// The import's version when the search began. Has it moved since, its files may have, too, and the search begins
    /// anew.
    pub version: u64,
    /// How many of its chunks are searched.
    pub chunks: u32,
    /// Whether any of its rows was theirs.
    pub found: bool,
    /// Whether all of it is done.
    pub done: bool,
}

/// What an erasure is about, and how far it has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Erasing {
    /// Whose data.
    pub person: Person,
    /// What stands for their addresses; nothing once it is done.
    pub marks: Vec<Mark>,
    /// Where it is.
    #[serde(flatten)]
    pub place: Place,
    /// How many records have lost their content, rows of imports included.
    pub erased: u64,
}

impl Work for Erasing {
    const NAME: &'static str = "erasure";

    fn tell(&self, event: Event) -> Event {
        event.with(self.person.field(), self.person.to_string()).with("erased", self.erased)
    }
}

impl Erasing {
    /// The erasure of somebody who is being deleted; it is kept with the deletion, so that none is ever forgotten.
    pub fn of<'a>(
        moment: &mut Moment,
        (marker, actor): (&Marker, Actor),
        (account, person): (AccountId, Person),
        addresses: impl IntoIterator<Item = &'a Email>,
    ) -> Changed<Job<Self>> {
        let marks = addresses.into_iter().map(|address| marker.address(address)).collect();
        Job::request(moment, account, actor, Self { person, marks, place: Place::Own, erased: 0 })
    }
}

impl Job<Erasing> {
    /// A step is done: `erased` more records have lost their content, and it goes on at `place`.
    #[must_use]
    pub fn erased(self, moment: &Moment, progress: Progress, erased: u64, place: Place) -> Self {
        let work = Erasing { place, erased: self.work.erased + erased, ..self.work.clone() };
        self.step(moment.now, progress, work)
    }

    /// Nothing is left. The record of it keeps no personal data, nor what stands for any.
    pub fn finished(self, moment: &mut Moment) -> Changed<Self> {
        let progress = Progress { done: self.progress.total, ..self.progress };
        let work = Erasing { marks: vec![], ..self.work.clone() };
        self.step(moment.now, progress, work).done(moment)
    }
}

/// The prefixes of the bucket under which nothing is kept but what belongs to one person.
#[must_use]
pub fn own_files(account: AccountId, person: Person) -> Vec<String> {
    let Person::Customer(customer) = person else { return vec![] };
    let avatars = ["avatars", "pictures"].map(|place| format!("{place}/{account}/{customer}/"));
    avatars.into_iter().chain([own_data(account, customer)]).collect()
}

/// The prefix of the bucket under which what is kept of a customer is put together for themselves.
#[must_use]
pub fn own_data(account: AccountId, customer: CustomerId) -> String {
    format!("people/{account}/{customer}/")
}

impl Event {
    /// The same event without the values of what changed: only which fields did.
    #[must_use]
    pub fn without_values(self) -> Self {
        let blank = |mut fields: serde_json::Map<String, serde_json::Value>| {
            fields.values_mut().for_each(|value| *value = serde_json::Value::Null);
            fields
        };
        Self { before: blank(self.before), after: blank(self.after), ..self }
    }

    /// Whether it tells of a person, so that its values are theirs.
    #[must_use]
    pub fn is_personal(&self) -> bool {
        self.subject.parse::<CustomerId>().is_ok() || self.subject.parse::<crate::UserId>().is_ok()
    }
}

impl Mail {
    /// The same mail without what the mail service said of its address. One that waits is never sent.
    #[must_use]
    pub fn erased(self) -> Self {
        let state = match self.state {
            mail::State::Sent { message_id } => mail::State::Sent { message_id },
            _ => mail::State::Failed { reason: "erased".into() },
        };
        Self { state, ..self }
    }
}
