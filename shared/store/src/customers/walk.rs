//! The way of background work through all customers, or some: share by share, in the order of their ids, which never
//! change, so that nobody is met twice or left out however many are renamed meanwhile.

use std::{collections::BTreeSet, sync::Arc};

use domain::{
    AccountId, CompanyId, CustomerId, Problem,
    customer::{Customer, CustomerFilter, Selection},
};
use futures::{Stream, StreamExt, TryStreamExt, stream};

use super::list::{line, on_summaries};
use crate::{
    Store,
    item::{Attributes, Kept},
    keys,
    table::{BATCH, Range, after, end_of},
};

/// Into how many shares customers are divided.
pub const SHARDS: u8 = keys::TIME_SHARDS;
/// How many batches of whole customers are read at once; each may hold ten megabytes of notes.
const AT_ONCE: usize = 5;
/// How many stretches are read at once.
const STRETCHES: usize = 2;

/// Who shall be met on a way.
#[derive(Debug, Clone)]
pub struct Way {
    /// Whose customers.
    pub account_id: AccountId,
    /// Which of them.
    pub whom: Arc<Selection>,
    /// The companies that the selection's text finds ([`Store::companies_found`]).
    pub companies: Arc<BTreeSet<CompanyId>>,
}

/// A piece of a way.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// Who is met on it, in order.
    pub ids: Vec<CustomerId>,
    /// Those of them that there are, in the same order.
    pub customers: Vec<Kept<Customer>>,
    /// How many were looked at.
    pub looked_at: u64,
    /// Where the way goes on; `None` at the end.
    pub last: Option<CustomerId>,
}

impl Store {
    /// The way along a share, from behind a place to its end, in stretches of at most `limit` who are looked at. What comes
    /// next is read while a stretch's customers are. 1 read a stretch, and one for each hundred customers.
    ///
    /// They are met as the index has them, a moment late; ask the whole customer whether the filter still matches.
    pub fn walk(
        &self,
        way: &Way,
        (shard, place): (u8, Option<CustomerId>),
        limit: usize,
    ) -> impl Stream<Item = Result<Stretch, Problem>> + Send + use<> {
        let (store, way) = (self.clone(), way.clone());
        let account = way.account_id;
        let next = move |place: Option<Option<CustomerId>>| {
            let (store, way) = (store.clone(), way.clone());
            async move {
                let Some(place) = place else { return Ok(None) };
                let stretch = store.stretch(&way, (shard, place), limit).await?;
                let next = stretch.last.map(Some);
                Ok::<_, Problem>(Some(((store, stretch), next)))
            }
        };
        let whole = move |(store, stretch): (Self, Stretch)| async move {
            let customers = store.customers_by_id(account, &stretch.ids).await?;
            Ok::<_, Problem>(Stretch { customers, ..stretch })
        };
        stream::try_unfold(Some(place), next).map_ok(whole).try_buffered(STRETCHES)
    }

    /// Who comes next, without themselves.
    async fn stretch(
        &self,
        way: &Way,
        (shard, place): (u8, Option<CustomerId>),
        limit: usize,
    ) -> Result<Stretch, Problem> {
        if let Selection::Chosen(ids) = way.whom.as_ref() {
            return Ok(chosen(ids, shard, place, limit));
        }
        let filter = way.whom.filter();
        let text = filter.filter(|filter| !filter.text.trim().is_empty());
        let range = Range {
            from: place.map_or_else(|| " ".into(), |place| after(&place.to_string())),
            limit,
            filter: filter.and_then(|filter| on_summaries(filter, None)),
            bare: text.is_none(),
            ..share(way.account_id, shard)
        };
        let slice = self.query(&range).await?;
        let ids = slice.items.into_iter().map(|entry| met(entry, text, &way.companies));
        let ids = ids.filter_map(Result::transpose).collect::<Result<_, _>>()?;
        let last = slice.last.and_then(|last| last.parse().ok());
        Ok(Stretch { ids, customers: vec![], looked_at: slice.read, last })
    }

    /// How many customers background work will look at. All shares at once; reads a megabyte of the index a round trip.
    pub async fn count_customers(&self, account: AccountId, whom: &Selection) -> Result<u64, Problem> {
        if let Selection::Chosen(ids) = whom {
            return Ok(ids.len() as u64);
        }
        let shares: Vec<Range> = (0..SHARDS).map(|shard| share(account, shard)).collect();
        let counts = futures::future::try_join_all(shares.iter().map(|share| self.count(share))).await?;
        Ok(counts.iter().sum())
    }

    /// Those of the customers that there are, in the order of their ids. A round trip for each hundred, some at once.
    pub async fn customers_by_id(
        &self,
        account: AccountId,
        ids: &[CustomerId],
    ) -> Result<Vec<Kept<Customer>>, Problem> {
        let keys = |ids: &[CustomerId]| ids.iter().map(|id| keys::customer(account, *id)).collect();
        let batches: Vec<_> = ids.chunks(BATCH).map(|ids| self.things::<Customer>(keys(ids), true)).collect();
        let mut customers: Vec<_> = stream::iter(batches).buffered(AT_ONCE).try_concat().await?;
        customers.sort_unstable_by_key(|kept| kept.thing.id);
        Ok(customers)
    }
}

/// All of a share.
fn share(account: AccountId, shard: u8) -> Range {
    Range {
        index: Some(("by_newest", "newest")),
        sort: "newest_id",
        to: end_of(""),
        ..Range::of(keys::newest_customers(account, shard))
    }
}

fn met(
    entry: Attributes,
    text: Option<&CustomerFilter>,
    companies: &BTreeSet<CompanyId>,
) -> Result<Option<CustomerId>, Problem> {
    if let Some(filter) = text {
        let line = line(entry)?;
        let found = filter.finds(&line.first_name, &line.last_name, &line.email)
            || line.company_id.is_some_and(|company| companies.contains(&company));
        return Ok(found.then_some(line.id));
    }
    let id = entry.get("newest_id").and_then(|id| id.as_s().ok()).and_then(|id| id.parse().ok());
    id.map(Some).ok_or_else(|| Problem::Bug("an entry of customers without id".into()))
}

fn chosen(ids: &[CustomerId], shard: u8, place: Option<CustomerId>, limit: usize) -> Stretch {
    let ours =
        |id: &&CustomerId| keys::shard(id.bytes(), SHARDS) == shard && place.is_none_or(|place| **id > place);
    let mut rest: Vec<_> = ids.iter().filter(ours).copied().collect();
    let more = rest.len() > limit;
    rest.truncate(limit);
    let last = rest.last().copied().filter(|_| more);
    Stretch { looked_at: rest.len() as u64, last, ids: rest, customers: vec![] }
}
