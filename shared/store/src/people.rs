//! What is kept of a person: what lies under their own key, and what tells of them elsewhere.

use domain::{AccountId, Event, Problem, link::Person, mail::Mail, query::Query};
use futures::future::try_join_all;

use crate::{
    Reply, Store,
    item::{Attributes, Kept, Record, decode, encode},
    keys::{self, Key},
    leg::Leg,
    page::{Page, Position},
    table::{BATCH, Range, after, end_of},
};

/// A record that tells of a person.
#[derive(Debug, Clone)]
pub enum Trace {
    /// Something that happened to them.
    Event(Kept<Event>),
    /// A mail to them.
    Mail(Kept<Mail>),
    /// What they have asked at a portal.
    Query(Kept<Query>),
    /// The answer to a request that concerned them.
    Answer(Kept<Reply>, Key),
}

impl Store {
    /// What lies under a person's own key, at most `limit` items. 1 query.
    pub async fn own_items(
        &self,
        account: AccountId,
        person: Person,
        limit: usize,
    ) -> Result<Vec<Key>, Problem> {
        let range = Range { limit, ..Range::of(keys::person(account, person)) };
        let items = self.query(&range).await?.items;
        Ok(items.iter().filter_map(key_of).collect())
    }

    /// Deletes an item that belongs to nobody but the person.
    pub fn delete_own(&self, key: Key) -> Result<Leg, Problem> {
        Leg::release(self, key)
    }

    /// A page of the records that tell of a person, in no order that means anything. 2 reads.
    pub async fn traces(
        &self,
        account: AccountId,
        person: impl Into<Person>,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<Trace>, Problem> {
        let range = Range {
            index: Some(("by_person", "person")),
            sort: "person_id",
            from: position.map_or_else(|| " ".into(), |position| after(&position.after)),
            to: end_of(""),
            limit,
            ..Range::of(keys::traces(account, person.into()))
        };
        let slice = self.query(&range).await?;
        let keys: Vec<Key> = slice.items.iter().filter_map(key_of).collect();
        let batches = keys.chunks(BATCH).map(|keys| self.batch_get(keys.to_vec(), true));
        let items = try_join_all(batches).await?.into_iter().flatten();
        // The index forgets late what has been erased.
        let items = items.filter(|item| item.contains_key("person"));
        let items = items.map(trace).collect::<Result<_, _>>()?;
        Ok(Page { items, next: slice.last.map(|after| Position { source: 0, after }) })
    }

    /// Takes the content out of a record that tells of a person, and takes it out of the index; nothing when the record has
    /// no content that is theirs.
    pub fn erase_trace(&self, trace: Trace) -> Result<Option<Leg>, Problem> {
        // Whoever is sending the mail at this moment comes second, and finds it settled.
        let busy = || Problem::Unavailable("a record of the person is being changed".into());
        match trace {
            // Of a person it keeps no values, and what is told stays told (AUD-1).
            Trace::Event(_) => Ok(None),
            Trace::Mail(kept) => {
                let item = unlisted(encode(&kept.thing.erased(), kept.version + 1)?);
                Leg::replace_item(self, item, kept.version).map(|leg| Some(leg.otherwise(busy())))
            }
            Trace::Query(kept) => {
                let item = unlisted(encode(&kept.thing.erased(), kept.version + 1)?);
                Leg::replace_item(self, item, kept.version).map(|leg| Some(leg.otherwise(busy())))
            }
            Trace::Answer(kept, key) => {
                let mut item = encode(&kept.thing.erased(), kept.version + 1)?;
                item.extend(key.attributes());
                Leg::put_item(self, unlisted(item)).map(Some)
            }
        }
    }
}

/// The same item outside the index of persons; nothing of them is left in it.
fn unlisted(mut item: Attributes) -> Attributes {
    item.remove("person");
    item.remove("person_id");
    item
}

fn key_of(item: &Attributes) -> Option<Key> {
    let text = |name: &str| item.get(name)?.as_s().ok().cloned();
    Some(Key { pk: text("pk")?, sk: text("sk")? })
}

fn trace(item: Attributes) -> Result<Trace, Problem> {
    let kind = item.get("type").and_then(|kind| kind.as_s().ok()).cloned().unwrap_or_default();
    match kind.as_str() {
        Event::TYPE => decode(item).map(Trace::Event),
        Mail::TYPE => decode(item).map(Trace::Mail),
        Query::TYPE => decode(item).map(Trace::Query),
        Reply::TYPE => {
            let key = key_of(&item).ok_or_else(|| Problem::Bug("an item without key".into()))?;
            decode(item).map(|kept| Trace::Answer(kept, key))
        }
        other => Err(Problem::Bug(format!("a {other} tells of a person, and nobody knows how to erase it"))),
    }
}

/// Where a record stands in the index of the person whom it tells of.
pub(crate) fn index(account: AccountId, person: Person, id: impl ToString) -> Vec<(&'static str, String)> {
    vec![("person", keys::traces(account, person)), ("person_id", id.to_string())]
}
