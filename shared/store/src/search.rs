//! Lists searched by the beginnings of several names: one index after the other, each thing told once.

use domain::Problem;
use serde::de::DeserializeOwned;

use crate::{
    Store,
    companies::start_of,
    item::attribute,
    newest::before,
    page::Position,
    table::{Filter, Range, after, end_of},
};

/// A page that a filter keeps short reads at most this many entries, about 40 read units, and then says where to go on.
pub(crate) const MOST_READ: usize = 1000;

/// One index range that a list reads.
#[derive(Clone)]
pub(crate) struct Source {
    /// The index with the name of its partition attribute.
    pub index: (&'static str, &'static str),
    /// The sort attribute.
    pub sort: &'static str,
    /// The partition.
    pub partition: String,
    /// How the sort keys begin.
    pub prefix: String,
    /// Whether the last comes first; sort keys end with an id then.
    pub descending: bool,
}

impl Source {
    fn range(&self, filter: Option<&Filter>, place: &Position, limit: usize) -> Range {
        let (mut from, mut to) = (start_of(&self.prefix), end_of(&self.prefix));
        match (place.after.is_empty(), self.descending) {
            (true, _) => {}
            (false, false) => from = after(&place.after),
            (false, true) => to = before(&place.after),
        }
        Range {
            index: Some(self.index),
            sort: self.sort,
            partition: self.partition.clone(),
            from,
            to,
            descending: self.descending,
            limit,
            filter: filter.cloned(),
            bare: false,
        }
    }
}

impl Store {
    /// What stands in these ranges behind `place`, up to `limit` things that `is_new` has not seen in an earlier range; and
    /// the place up to which was read: a source that there is not, when nothing is left. One round trip, unless a filter
    /// leaves little or a source ends.
    pub(crate) async fn in_turn<T: DeserializeOwned>(
        &self,
        sources: &[Source],
        filter: Option<&Filter>,
        (mut place, limit): (Position, usize),
        is_new: impl Fn(usize, &T) -> bool,
    ) -> Result<(Vec<T>, Position), Problem> {
        let (mut items, mut read) = (vec![], 0);
        while let Some(source) = sources.get(usize::from(place.source)) {
            let slice = self.query(&source.range(filter, &place, limit - items.len())).await?;
            read += limit;
            for mut entry in slice.items {
                let thing = attribute(&mut entry, "summary")?;
                if is_new(usize::from(place.source), &thing) {
                    items.push(thing);
                }
            }
            place = match slice.last {
                Some(after) => Position { source: place.source, after },
                None => Position { source: place.source + 1, after: String::new() },
            };
            if items.len() >= limit || read >= MOST_READ {
                break;
            }
        }
        Ok((items, place))
    }
}
