//! Lists come in pages; a position says where the next one begins.

use domain::Problem;
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    item::{Record, decode},
    table::{Range, end_of},
};

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

impl Store {
    /// A page of a partition whose sort keys are ids, the newest first. 1 query.
    pub(crate) async fn newest_first<T: Record>(
        &self,
        partition: String,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<T>, Problem> {
        let to = position.map_or_else(|| end_of(""), |position| position.after.clone());
        // One for the end of the page before, and one to see whether there is another page.
        let limit_of = |limit: usize| i32::try_from(limit + 2).unwrap_or(i32::MAX);
        let range = Range { to, descending: true, limit: limit_of(limit), ..Range::whole(partition) };
        let slice = self.query(&range).await?;
        let items = slice.items.into_iter().map(|item| decode(item).map(|kept| kept.thing));
        let mut items: Vec<T> = items.collect::<Result<_, _>>()?;
        items.retain(|thing| position.is_none_or(|position| thing.key().sk != position.after));
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(|last| last.key().sk);
        Ok(Page { items, next: next.map(|after| Position { source: 0, after }) })
    }
}
