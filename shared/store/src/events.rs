//! Events in the table: outbox and audit log in one.

use domain::{Event, Problem, link::Person};

use crate::{
    item::{Attributes, Record, decode},
    keys::{self, Key},
    people,
};

impl Record for Event {
    const TYPE: &'static str = "event";
    fn key(&self) -> Key {
        keys::event(self.account_id, self.at, self.id)
    }
    fn index(&self) -> Vec<(&'static str, String)> {
        // Of what happens to users nobody asks by person, and it holds no values of theirs.
        let customer = self.subject.parse().map(Person::Customer).ok();
        customer.map(|person| people::index(self.account_id, person, self.id)).unwrap_or_default()
    }
}

/// The event in an image of the table's stream, as Lambda delivers it (`DynamoDB` JSON).
pub fn event_of(image: serde_json::Value) -> Result<Event, Problem> {
    let item: serde_dynamo::Item = serde_json::from_value(image).map_err(crate::item::bug)?;
    let attributes: Attributes = item.into();
    decode(attributes).map(|kept| kept.thing)
}
