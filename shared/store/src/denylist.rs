//! The denylist: its entries, what they deny, and how often.

use std::collections::{BTreeSet, HashMap};

use domain::{
    AccountId, Changed, DenialId, Event, EventId, Problem, Timestamp,
    denylist::{Denial, Hits, Mark},
};
use futures::{StreamExt, TryStreamExt};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    item::{Kept, Record, decode},
    keys::{self, Key},
    leg::Leg,
    page::{Page, Position},
    table::{BATCH, Range},
};

/// How many batches of marks are looked up at once.
const AT_ONCE: usize = 4;
/// For how long an event is known to have been counted: as long as a dead letter may be tried again.
const COUNTED: SignedDuration = SignedDuration::from_hours(15 * 24);

impl Record for Denial {
    const TYPE: &'static str = "denial";
    fn key(&self) -> Key {
        keys::denial(self.account_id, self.id)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        self.expires_at
    }
}

/// That a mark is denied, and by which entry: what is looked up.
#[derive(Serialize, Deserialize)]
struct Found {
    account_id: AccountId,
    mark: Mark,
    denial_id: DenialId,
    until: Option<Timestamp>,
}

impl Record for Found {
    const TYPE: &'static str = "denied";
    fn key(&self) -> Key {
        keys::denied(self.account_id, &self.mark)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        self.until
    }
}

impl From<&Denial> for Found {
    fn from(entry: &Denial) -> Self {
        let (account_id, mark) = (entry.account_id, entry.mark.clone());
        Self { account_id, mark, denial_id: entry.id, until: entry.expires_at }
    }
}

/// That an event has been counted.
#[derive(Serialize, Deserialize)]
struct Counted {
    account_id: AccountId,
    event_id: EventId,
    at: Timestamp,
}

impl Record for Counted {
    const TYPE: &'static str = "counted";
    fn key(&self) -> Key {
        keys::counted(self.account_id, self.event_id)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        self.at.saturating_add(COUNTED).ok()
    }
}

impl Store {
    /// The leg by which what follows from an event is kept once, however often it is told.
    pub(crate) fn first_time(&self, event: &Event) -> Result<Leg, Problem> {
        let counted = Counted { account_id: event.account_id, event_id: event.id, at: event.at };
        Leg::put_new(self, &counted, Problem::Stale)
    }

    /// An entry that still counts. 1 read.
    pub async fn denial(
        &self,
        account: AccountId,
        id: DenialId,
        now: Timestamp,
    ) -> Result<Kept<Denial>, Problem> {
        let kept: Kept<Denial> = self.find(keys::denial(account, id)).await?;
        if kept.thing.holds(now) { Ok(kept) } else { Err(Problem::NotFound) }
    }

    /// A page of the denylist, newest first. 1 query. A page on which entries have expired is shorter.
    pub async fn denylist(
        &self,
        account: AccountId,
        now: Timestamp,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<Denial>, Problem> {
        let mut page = self.newest_first(keys::denylist(account), limit, position).await?;
        page.items.retain(|entry: &Denial| entry.holds(now));
        Ok(page)
    }

    /// Keeps a new entry, unless there is one for the same already.
    pub async fn create_denial(&self, changed: Changed<Denial>) -> Result<Kept<Denial>, Problem> {
        let entry = changed.now;
        let field = match entry.kind {
            domain::denylist::Kind::Address => "address",
            domain::denylist::Kind::Domain => "domain",
        };
        let there = Problem::field(field, "already_denylisted");
        let legs = vec![
            Leg::put_new(self, &entry, Problem::conflict("conflict"))?,
            Leg::put_expired(self, &Found::from(&entry), entry.created_at, there)?,
        ];
        self.commit(legs, &changed.events).await?;
        Ok(Kept { thing: entry, version: 1 })
    }

    /// The legs that keep entries for good; an entry that would end by itself makes way. 1 read for each hundred.
    pub(crate) async fn deny_for_good(&self, entries: &[Denial]) -> Result<Vec<Leg>, Problem> {
        let Some(account) = entries.first().map(|entry| entry.account_id) else { return Ok(vec![]) };
        let marks: Vec<Mark> = entries.iter().map(|entry| entry.mark.clone()).collect();
        let there = self.found(account, &marks, true).await?;
        let mut legs = vec![];
        for entry in entries {
            match there.iter().find(|found| found.thing.mark == entry.mark) {
                Some(found) if found.thing.until.is_none() => continue,
                Some(found) => {
                    legs.push(Leg::release(self, keys::denial(account, found.thing.denial_id))?);
                    legs.push(Leg::replace(self, &Found::from(entry), found.version)?);
                }
                None => legs.push(Leg::put_new(self, &Found::from(entry), Problem::conflict("conflict"))?),
            }
            legs.push(Leg::put_new(self, entry, Problem::conflict("conflict"))?);
        }
        Ok(legs)
    }

    /// Takes an entry off.
    pub async fn delete_denial(
        &self,
        before: &Kept<Denial>,
        changed: Changed<Denial>,
    ) -> Result<(), Problem> {
        let entry = &before.thing;
        let legs = vec![
            Leg::delete(self, entry.key(), before.version)?,
            Leg::release(self, keys::denied(entry.account_id, &entry.mark))?,
        ];
        self.commit(legs, &changed.events).await
    }

    /// Whether anything is denied: most accounts have nothing, and need no look-up for each address. 1 query of one item.
    pub async fn denies_anything(&self, account: AccountId) -> Result<bool, Problem> {
        Ok(!self.query(&Range::of(keys::denylist(account))).await?.items.is_empty())
    }

    /// Those of the marks that are denied at `now`, with their entries; a hundred each round trip, a few at once.
    pub async fn denied(
        &self,
        account: AccountId,
        marks: &[Mark],
        now: Timestamp,
    ) -> Result<HashMap<Mark, DenialId>, Problem> {
        let found = self.found(account, marks, false).await?;
        let holds = |found: &Kept<Found>| found.thing.until.is_none_or(|until| until > now);
        Ok(found.into_iter().filter(holds).map(|found| (found.thing.mark, found.thing.denial_id)).collect())
    }

    async fn found(
        &self,
        account: AccountId,
        marks: &[Mark],
        consistent: bool,
    ) -> Result<Vec<Kept<Found>>, Problem> {
        let marks: BTreeSet<&Mark> = marks.iter().collect();
        let keys: Vec<Key> = marks.into_iter().map(|mark| keys::denied(account, mark)).collect();
        let batches: Vec<_> =
            keys.chunks(BATCH).map(|keys| self.batch_get(keys.to_vec(), consistent)).collect();
        let items: Vec<_> = futures::stream::iter(batches).buffer_unordered(AT_ONCE).try_collect().await?;
        items.into_iter().flatten().map(decode).collect()
    }

    /// Counts the hits that an event tells of, once however often it comes. An entry that is gone needs no count.
    pub async fn count_hits(&self, event: &Event) -> Result<(), Problem> {
        let account = event.account_id;
        let mut legs = vec![self.first_time(event)?];
        for (entry, hits) in Hits::told(event) {
            legs.push(Leg::add(self, keys::denial(account, entry), "hits", hits)?);
        }
        while legs.len() > 1 {
            let refused: BTreeSet<usize> =
                self.try_commit(&legs).await?.iter().map(|refusal| refusal.leg).collect();
            if refused.is_empty() || refused.contains(&0) {
                break;
            }
            legs = legs
                .into_iter()
                .enumerate()
                .filter(|(at, _)| !refused.contains(at))
                .map(|(_, leg)| leg)
                .collect();
        }
        Ok(())
    }
}
