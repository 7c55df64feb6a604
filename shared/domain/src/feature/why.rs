//! Why a feature is as it is: every level that had a word, and what became of it (SET-4).

use serde::Serialize;

use super::{Chain, Decided, Features, Key, Level, Said, Value, decide};
use crate::{Actor, Timestamp};

/// A level that says something of a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Which level.
    pub level: Level,
    /// What it says.
    pub value: Value,
    /// Whether it has locked it.
    pub locked: bool,
    /// Whether its word counts: not where a wider level has locked the feature.
    pub counts: bool,
    /// Who has said so.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// A feature with the value that holds, and how it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// The feature.
    pub key: Key,
    /// What holds, and whose word that is.
    pub decided: Decided,
    /// All who say something, from the widest to the narrowest, the portal last.
    pub chain: Vec<Step>,
}

/// Why a feature is as it is for a representative at a portal.
#[must_use]
pub fn why(key: Key, chain: &Chain<'_>, portal: Option<&Features>) -> Why {
    let step = |level, said: &Said, counts| Step {
        level,
        value: said.value,
        locked: said.locked,
        counts,
        by: said.by,
        at: said.at,
    };
    let said = chain.of(key).into_iter().filter_map(|(level, said)| Some((level, said?)));
    let mut steps: Vec<Step> =
        said.map(|(level, said)| step(level, said, chain.lock_above(level, key).is_none())).collect();
    let portal_says = portal.and_then(|said| said.get(key));
    steps.extend(portal_says.map(|said| step(Level::Portal, said, true)));
    Why { key, decided: decide(key, chain).at(portal_says), chain: steps }
}
