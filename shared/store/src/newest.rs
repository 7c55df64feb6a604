//! Lists that are sharded, put together again, newest first. Ids sort by time.

use domain::Problem;

use crate::{item::Attributes, table::Slice};

/// What is known of a sharded list once the same range of each shard has been read, newest first.
pub(crate) struct Newest<T> {
    /// All that there is down to the horizon.
    pub items: Vec<T>,
    /// Below it something may be missing; `None`: the range has been read to its end.
    pub horizon: Option<String>,
}

impl<T> Newest<T> {
    /// Puts slices of the shards together. What lies below the highest place up to which a shard has been read is left for
    /// the next page.
    pub fn of(
        slices: Vec<Slice>,
        read: impl Fn(Attributes) -> Result<T, Problem>,
        id: impl Fn(&T) -> String,
    ) -> Result<Self, Problem> {
        let horizon = slices.iter().filter_map(|slice| slice.last.clone()).max();
        let things = slices.into_iter().flat_map(|slice| slice.items).map(read);
        let mut items = things.collect::<Result<Vec<_>, _>>()?;
        items.retain(|thing| horizon.as_ref().is_none_or(|horizon| id(thing) >= *horizon));
        items.sort_by_cached_key(|thing| std::cmp::Reverse(id(thing)));
        Ok(Self { items, horizon })
    }
}

/// A sort key below `id` and above all ids before it: ids are hex digits, and `/` sorts right before `0`.
pub(crate) fn before(id: &str) -> String {
    let mut text = id.to_owned();
    let last = text.pop().map_or(' ', |last| char::from_u32(u32::from(last) - 1).unwrap_or(' '));
    format!("{text}{last}{}", '\u{10FFFF}')
}
