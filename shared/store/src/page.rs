//! Lists come in pages; a position says where the next one begins.

use serde::{Deserialize, Serialize};

/// A page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Where the next begins; `None` at the end.
    pub next: Option<Position>,
}

impl<T> Page<T> {
    /// The same page of other things.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(change).collect(), next: self.next }
    }
}

/// A place in a list: which of the list's sources, and the last sort key that was seen there. Holds names, so that it
/// leaves the house only encrypted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Lists that are put together from several sources read one after the other.
    pub source: u8,
    /// Go on behind this sort key; empty: from the source's beginning.
    pub after: String,
}
