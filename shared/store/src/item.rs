//! Things as items: an envelope of keys, index attributes and version around the thing itself.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Problem, Timestamp};
use serde::{Serialize, de::DeserializeOwned};

use crate::keys::Key;

/// An item as the SDK has it.
pub type Attributes = HashMap<String, AttributeValue>;

/// A thing as it is kept, with the version that guards its next change.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept<T> {
    /// The thing.
    pub thing: T,
    /// 1 when it was made, one more with each change; the `ETag` of the outside.
    pub version: u64,
}

/// How a thing is laid out in the table.
pub trait Record: Serialize + DeserializeOwned {
    /// What the item is, in the attribute `type`.
    const TYPE: &'static str;

    /// Where it is.
    fn key(&self) -> Key;

    /// Partition and sort attributes of the indexes in which it stands.
    fn index(&self) -> Vec<(&'static str, String)> {
        vec![]
    }

    /// What lists show of it, projected into every index.
    fn summary(&self) -> Option<serde_json::Value> {
        None
    }

    /// When the table may forget it.
    fn expires_at(&self) -> Option<Timestamp> {
        None
    }
}

/// The item that holds `thing` at `version`.
pub(crate) fn encode<T: Record>(thing: &T, version: u64) -> Result<Attributes, Problem> {
    let data = serde_dynamo::to_attribute_value(thing).map_err(bug)?;
    let mut item = thing.key().attributes();
    item.insert("type".into(), AttributeValue::S(T::TYPE.into()));
    item.insert("version".into(), AttributeValue::N(version.to_string()));
    item.insert("data".into(), data);
    item.extend(thing.index().into_iter().map(|(name, value)| (name.to_owned(), AttributeValue::S(value))));
    if let Some(summary) = thing.summary() {
        item.insert("summary".into(), serde_dynamo::to_attribute_value(summary).map_err(bug)?);
    }
    if let Some(at) = thing.expires_at() {
        item.insert("expires_at".into(), AttributeValue::N(at.as_second().to_string()));
    }
    Ok(item)
}

/// The thing that an item holds.
pub(crate) fn decode<T: Record>(mut item: Attributes) -> Result<Kept<T>, Problem> {
    let version = match item.get("version") {
        Some(AttributeValue::N(number)) => number.parse().map_err(bug)?,
        _ => return Err(Problem::Bug(format!("a {} without version", T::TYPE))),
    };
    Ok(Kept { thing: attribute(&mut item, "data")?, version })
}

/// One attribute of an item, as a `T`.
pub(crate) fn attribute<T: DeserializeOwned>(item: &mut Attributes, name: &str) -> Result<T, Problem> {
    let value = item.remove(name).ok_or_else(|| Problem::Bug(format!("an item without {name}")))?;
    serde_dynamo::from_attribute_value(value).map_err(bug)
}

/// Whose claim an item is.
pub(crate) fn owner<T: std::str::FromStr>(item: &Attributes) -> Option<T> {
    item.get("owner").and_then(|owner| owner.as_s().ok()).and_then(|owner| owner.parse().ok())
}

impl Key {
    pub(crate) fn attributes(self) -> Attributes {
        HashMap::from([("pk".into(), AttributeValue::S(self.pk)), ("sk".into(), AttributeValue::S(self.sk))])
    }
}

pub(crate) fn bug(error: impl std::fmt::Display) -> Problem {
    Problem::Bug(error.to_string())
}
