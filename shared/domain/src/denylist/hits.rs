//! Who was found on the denylist, and how often entries have kept somebody out.

use std::collections::{BTreeMap, HashMap};

use super::{Mark, Marker};
use crate::{AccountId, Actor, DenialId, Event, Moment, text::Email};

/// The most entries of one event, so that counting them fits into one transaction.
const MOST: usize = 50;

/// Which of some addresses are denied, and by which entry.
#[derive(Debug, Clone, Default)]
pub struct Denied(HashMap<String, DenialId>);

impl Denied {
    /// Those of `addresses` of which the denylist has a mark; `found` is what it has.
    pub fn of<'a>(
        marker: &Marker,
        addresses: impl Iterator<Item = &'a Email>,
        found: &HashMap<Mark, DenialId>,
    ) -> Self {
        if found.is_empty() {
            return Self::default();
        }
        let entry = |address: &Email| marker.marks(address).iter().find_map(|mark| found.get(mark).copied());
        Self(addresses.filter_map(|address| Some((address.key(), entry(address)?))).collect())
    }

    /// The entry that denies an address.
    #[must_use]
    pub fn by(&self, address: &Email) -> Option<DenialId> {
        self.0.get(&address.key()).copied()
    }

    /// Whether nobody is denied.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A hit for each address that is denied.
    #[must_use]
    pub fn hits(&self) -> Hits {
        let mut hits = Hits::default();
        self.0.values().for_each(|entry| hits.add(*entry));
        hits
    }
}

/// How often which entry has kept somebody out. Counted by event, so that whoever looks an address up needs no right to
/// change the list, and a busy entry holds nobody up.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Hits(BTreeMap<DenialId, u64>);

impl Hits {
    /// One more hit.
    pub fn add(&mut self, entry: DenialId) {
        *self.0.entry(entry).or_default() += 1;
    }

    /// These hits too.
    pub fn extend(&mut self, other: Self) {
        for (entry, hits) in other.0 {
            *self.0.entry(entry).or_default() += hits;
        }
    }

    /// The events that tell of them, at most fifty entries each; none when there are none.
    pub fn events(&self, moment: &mut Moment, account: AccountId, actor: Actor) -> Vec<Event> {
        let entries: Vec<_> = self.0.iter().collect();
        let mut event = |part: &[(&DenialId, &u64)]| {
            let hits: serde_json::Map<_, _> =
                part.iter().map(|(entry, hits)| (entry.to_string(), (**hits).into())).collect();
            let event = Event::new(moment, account, actor, "denylist.hit", account).with("hits", hits);
            // Where a visitor is who is kept out may be where a customer is, and would outlive their erasure (ERA-1).
            Event { origin: event.origin.filter(|_| actor != Actor::Visitor), ..event }
        };
        entries.chunks(MOST).map(&mut event).collect()
    }

    /// The hits that an event tells of.
    #[must_use]
    pub fn told(event: &Event) -> Vec<(DenialId, u64)> {
        let hits = event.after.get("hits").and_then(|hits| hits.as_object());
        let one = |(entry, hits): (&String, &serde_json::Value)| Some((entry.parse().ok()?, hits.as_u64()?));
        hits.into_iter().flatten().filter_map(one).collect()
    }
}
