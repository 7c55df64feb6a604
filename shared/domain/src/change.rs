//! The outcome of a decision.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::Event;

/// A thing as it is now, and the events that tell how it came to be so. The store keeps both or neither.
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a decision that is not kept has not happened"]
pub struct Changed<T> {
    /// The thing after the decision.
    pub now: T,
    /// What happened, in order; empty when nothing changed.
    pub events: Vec<Event>,
}

/// The fields in which `after` differs from `before`, as they were and as they are.
#[must_use]
pub fn difference<T: Serialize>(
    before: Option<&T>,
    after: Option<&T>,
) -> (Map<String, Value>, Map<String, Value>) {
    let fields = |thing: Option<&T>| match thing.map(serde_json::to_value) {
        Some(Ok(Value::Object(fields))) => fields,
        _ => Map::new(),
    };
    let (mut old, mut new) = (fields(before), fields(after));
    let same: Vec<String> =
        old.iter().filter(|(key, value)| new.get(*key) == Some(value)).map(|(key, _)| key.clone()).collect();
    for key in same {
        old.remove(&key);
        new.remove(&key);
    }
    (old, new)
}
