//! Events: written once, with the change they tell of; outbox, audit log and history in one.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{AccountId, ApiKeyId, CustomerId, EventId, Moment, Timestamp, UserId, link::Person, text::clip};

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Actor {
    /// A signed-in user.
    User(UserId),
    /// A customer in the portal.
    Customer(CustomerId),
    /// A program, by this API key.
    Key(ApiKeyId),
    /// Somebody who followed a link of a mail, or asked for one.
    Visitor,
    /// Deskhand itself: an import, a schedule.
    System,
}

impl From<UserId> for Actor {
    fn from(id: UserId) -> Self {
        Self::User(id)
    }
}

impl From<Person> for Actor {
    fn from(person: Person) -> Self {
        match person {
            Person::User(id) => Self::User(id),
            Person::Customer(id) => Self::Customer(id),
            // Whoever reads what comes there; a contact never signs in.
            Person::Method(_) => Self::Visitor,
        }
    }
}

/// The id of whoever it was; `visitor` and `system` for those who have none.
impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User(id) => id.fmt(f),
            Self::Customer(id) => id.fmt(f),
            Self::Key(id) => id.fmt(f),
            Self::Visitor => f.write_str("visitor"),
            Self::System => f.write_str("system"),
        }
    }
}

/// From where somebody did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The IP address.
    pub ip: String,
    /// The browser or program, as it calls itself; at most 255 characters.
    pub user_agent: String,
}

impl Origin {
    /// From an address, by a browser or program.
    #[must_use]
    pub fn new(ip: &str, user_agent: &str) -> Self {
        Self { ip: clip(ip), user_agent: clip(user_agent) }
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
    /// From where, when somebody did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// The id of the thing.
    pub subject: String,
    /// What changed, as it was.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub before: Map<String, Value>,
    /// What changed, as it is.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub after: Map<String, Value>,
    /// What changed as well, of which only the names are kept, as the values are personal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personal: Vec<String>,
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
        let subject = subject.to_string();
        Self {
            id: EventId::new(moment),
            account_id,
            name: name.into(),
            at: moment.now,
            actor,
            origin: moment.origin.clone().filter(|_| tells_origin(actor, &subject)),
            subject,
            before: Map::new(),
            after: Map::new(),
            personal: vec![],
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

    /// Says nothing of a field: a secret.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.before.remove(name);
        self.after.remove(name);
        self
    }

    /// Keeps the values of these fields alone, and of all others only that they changed: an event stays as it is told, and
    /// must not outlive an erasure (ERA-1).
    #[must_use]
    pub fn showing(mut self, fields: &[&str]) -> Self {
        let said =
            |value: &Value| !matches!(value, Value::Null) && value != "" && value != &Value::Array(vec![]);
        for values in [&mut self.before, &mut self.after] {
            for (name, value) in std::mem::take(values) {
                if fields.contains(&name.as_str()) {
                    values.insert(name, value);
                } else if said(&value) && !self.personal.contains(&name) {
                    self.personal.push(name);
                }
            }
        }
        self
    }
}

/// Where a customer or contact is, in the portal or with a link, is theirs, and would outlive their erasure (ERA-1); so is where
/// whoever asks something is. Nobody is where Deskhand is.
fn tells_origin(actor: Actor, subject: &str) -> bool {
    match actor {
        Actor::User(_) | Actor::Key(_) => true,
        Actor::Visitor => !["cus_", "con_", "qry_"].iter().any(|prefix| subject.starts_with(prefix)),
        Actor::Customer(_) | Actor::System => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CustomerId, moment::testing::moment};

    fn told(actor: Actor, subject: impl ToString) -> Event {
        let mut moment = moment(0);
        moment.origin = Some(Origin::new("198.51.100.7", "A browser\n"));
        let account = AccountId::new(&mut moment);
        Event::new(&mut moment, account, actor, "thing.happened", subject)
    }

    #[test]
    fn an_event_says_from_where_unless_that_would_tell_of_a_customer() {
        let user = UserId::new(&mut moment(1));
        let origin = Origin { ip: "198.51.100.7".into(), user_agent: "A browser".into() };
        assert_eq!(told(Actor::User(user), "x").origin, Some(origin.clone()));
        assert_eq!(told(Actor::Visitor, user).origin, Some(origin));
        assert_eq!(told(Actor::Visitor, CustomerId::new(&mut moment(2))).origin, None);
        assert_eq!(told(Actor::Customer(CustomerId::new(&mut moment(3))), "x").origin, None);
        assert_eq!(told(Actor::System, "x").origin, None);
    }

    /// ERA-1.
    #[test]
    fn of_what_is_personal_only_the_name_is_kept_and_of_what_is_empty_not_even_that() {
        let before = serde_json::json!({ "level": 1, "name": "Ada", "fax": "" });
        let after = serde_json::json!({ "level": 2, "name": "Eve", "phone": "1", "fax": null });
        let event = told(Actor::System, "x").between(Some(&before), Some(&after)).showing(&["level"]);
        assert_eq!(event.personal, ["name", "phone"]);
        assert_eq!((event.before.len(), event.after.len(), &event.after["level"]), (1, 1, &Value::from(2)));
    }
}
