//! Events: written once, with the change they tell of; outbox, audit log and history in one.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{AccountId, CustomerId, EventId, Moment, Timestamp, UserId, link::Person};

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Actor {
    /// A signed-in user.
    User(UserId),
    /// A customer in the portal.
    Customer(CustomerId),
    /// Somebody who followed a link of a mail, or asked for one.
    Visitor,
    /// Deskhand itself: an import, a schedule.
    System,
}

impl From<Person> for Actor {
    fn from(person: Person) -> Self {
        match person {
            Person::User(id) => Self::User(id),
            Person::Customer(id) => Self::Customer(id),
        }
    }
}

/// Something that has happened to a thing of an account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its id; orders events by time.
    pub id: EventId,
    /// The account it belongs to.
    pub account_id: AccountId,
    /// `<thing>.<happened>`, one for each transition; never renamed.
    pub name: String,
    /// When it happened.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// The id of the thing.
    pub subject: String,
    /// What changed, as it was.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub before: Map<String, Value>,
    /// What changed, as it is.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub after: Map<String, Value>,
}

impl Event {
    /// An event that tells of `subject`, without before and after.
    pub fn new(
        moment: &mut Moment,
        account_id: AccountId,
        actor: Actor,
        name: &str,
        subject: impl ToString,
    ) -> Self {
        Self {
            id: EventId::new(moment),
            account_id,
            name: name.into(),
            at: moment.now,
            actor,
            subject: subject.to_string(),
            before: Map::new(),
            after: Map::new(),
        }
    }

    /// Adds the fields in which the two differ.
    #[must_use]
    pub fn between<T: Serialize>(mut self, before: Option<&T>, after: Option<&T>) -> Self {
        (self.before, self.after) = crate::change::difference(before, after);
        self
    }

    /// Adds one value to `after`.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.after.insert(name.into(), value.into());
        self
    }
}
