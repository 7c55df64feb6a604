//! Features of live support: a closed list of keys, what each level says of them, and which value holds (SET-3).

mod input;
mod key;
mod resolve;
mod why;

pub use key::{EndPrompt, FeatureInput, FeaturesInput, Key, Kind, RecordLocation, Value};
pub use resolve::{Chain, Decided, Level, decide};
pub use why::{Step, Why, why};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Actor, Timestamp};

/// What a level says of a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// What it is to be.
    pub value: Value,
    /// Whether levels below can't say otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub locked: bool,
    /// Who has said so.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// All that a level says of features. Of what is left out it says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Features(BTreeMap<Key, Said>);

impl Features {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is said of a feature.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<&Said> {
        self.0.get(&key)
    }

    /// All that is said, in the order of the keys.
    pub fn said(&self) -> impl Iterator<Item = (Key, &Said)> {
        self.0.iter().map(|(key, said)| (*key, said))
    }
}

#[cfg(test)]
mod tests;
