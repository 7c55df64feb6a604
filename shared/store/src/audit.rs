//! The audit log: an account's events, newest first (AUD-1).

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    AccountId, Actor, Event, EventId, Problem, Timestamp, api_key::ApiKey, audit::Filter, user::User,
};
use jiff::{SignedDuration, civil::Date, tz::TimeZone};

use crate::{
    Store,
    companies::start_of,
    item::decode,
    keys,
    newest::{Newest, before},
    page::{Page, Position},
    table::{BATCH, Range},
};

/// How many days one page looks through at the most; a quiet month makes an empty page with a cursor.
const MOST_DAYS: usize = 31;
/// How many events one page reads at the most; a rare one makes a short page with a cursor.
const MOST_READ: usize = 4_000;
/// How many events of a shard are read at once when few of them may be wanted.
const AT_ONCE: usize = 250;
/// How far the clocks of functions may be apart.
const SKEW: SignedDuration = SignedDuration::from_mins(1);

/// What somebody wants to see of the audit log.
#[derive(Debug, Clone, Default)]
pub struct AuditQuery {
    /// Which events.
    pub filter: Filter,
    /// Not before this.
    pub from: Option<Timestamp>,
    /// Before this.
    pub to: Option<Timestamp>,
}

/// The part of an account's time that a page has not looked through yet, as ids of events.
struct Span {
    /// The first id that is wanted.
    from: String,
    /// Everything from here on has been seen.
    to: EventId,
}

impl Span {
    fn new(
        account: AccountId,
        query: &AuditQuery,
        now: Timestamp,
        position: Option<&Position>,
    ) -> Result<Self, Problem> {
        // Nothing has happened before there was an account.
        let from = query.from.unwrap_or(Timestamp::MIN).max(account.time());
        let to = query.to.unwrap_or(Timestamp::MAX).min(now.saturating_add(SKEW).unwrap_or(now));
        let to = match position {
            Some(position) => {
                position.after.parse().map_err(|_| Problem::field("cursor", "cursor_invalid"))?
            }
            None => EventId::first_at(to),
        };
        Ok(Self { from: EventId::first_at(from).to_string(), to })
    }

    fn is_over(&self) -> bool {
        self.to.to_string() <= self.from
    }

    /// The last day of it.
    fn day(&self) -> Date {
        // The first id of a day belongs to the day before: it bounds what has been seen.
        let last = self.to.time().saturating_sub(SignedDuration::from_millis(i64::from(self.is_first())));
        last.unwrap_or(Timestamp::MIN).to_zoned(TimeZone::UTC).date()
    }

    fn is_first(&self) -> bool {
        EventId::first_at(self.to.time()) == self.to
    }
}

impl Store {
    /// A page of the audit log. One round trip for each day that it looks through, four reads at once.
    pub async fn audit(
        &self,
        account: AccountId,
        query: &AuditQuery,
        now: Timestamp,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<Event>, Problem> {
        let mut span = Span::new(account, query, now, position)?;
        let (mut items, mut read) = (vec![], 0);
        for _ in 0..MOST_DAYS {
            if span.is_over() || read >= MOST_READ {
                break;
            }
            let day = span.day();
            let at_once = if query.filter.is_empty() { limit } else { AT_ONCE };
            let shards = (0..keys::TIME_SHARDS).map(|shard| events(account, (day, shard), &span, at_once));
            let shards: Vec<Range> = shards.collect();
            let slices = futures::future::try_join_all(shards.iter().map(|range| self.query(range))).await?;
            read += slices.iter().map(|slice| slice.items.len()).sum::<usize>();
            let newest = Newest::of(
                slices,
                |item| decode(item).map(|kept| kept.thing),
                |event: &Event| event.id.to_string(),
            )?;
            for event in newest.items.into_iter().filter(|event| query.filter.admits(event)) {
                span.to = event.id;
                items.push(event);
                if items.len() == limit {
                    return Ok(Page { items, next: span.next() });
                }
            }
            span.to = match newest.horizon {
                Some(horizon) => horizon.parse().map_err(crate::item::bug)?,
                None => EventId::first_at(start(day)?),
            };
        }
        Ok(Page { items, next: span.next() })
    }

    /// What those who did something are called, by id, as far as they are still there. One read for each hundred.
    pub async fn names_of(
        &self,
        account: AccountId,
        actors: impl Iterator<Item = Actor>,
    ) -> Result<BTreeMap<String, String>, Problem> {
        let key = |actor| match actor {
            Actor::User(id) => Some(keys::user(account, id)),
            Actor::Key(id) => Some(keys::api_key(account, id)),
            // A key with the log's scope alone must not read customers by it.
            Actor::Customer(_) | Actor::Visitor | Actor::System => None,
        };
        let wanted: BTreeSet<_> = actors.filter_map(key).map(|key| (key.pk, key.sk)).collect();
        let wanted: Vec<_> = wanted.into_iter().map(|(pk, sk)| keys::Key { pk, sk }).collect();
        let mut names = BTreeMap::new();
        for keys in wanted.chunks(BATCH) {
            for item in self.batch_get(keys.to_vec(), false).await? {
                if item.get("type").and_then(|kind| kind.as_s().ok()).is_some_and(|kind| kind == "user") {
                    let user: User = decode(item)?.thing;
                    names.insert(user.id.to_string(), format!("{} {}", user.first_name, user.last_name));
                } else {
                    let key: ApiKey = decode(item)?.thing;
                    names.insert(key.id.to_string(), key.name);
                }
            }
        }
        Ok(names)
    }
}

impl Span {
    fn next(&self) -> Option<Position> {
        (!self.is_over()).then(|| Position { source: 0, after: self.to.to_string() })
    }
}

fn start(day: Date) -> Result<Timestamp, Problem> {
    day.to_zoned(TimeZone::UTC).map(|start| start.timestamp()).map_err(crate::item::bug)
}

fn events(account: AccountId, (day, shard): (Date, u8), span: &Span, limit: usize) -> Range {
    Range {
        index: None,
        sort: "sk",
        partition: keys::events(account, &day.to_string(), shard),
        from: start_of(&span.from),
        to: before(&span.to.to_string()),
        descending: true,
        limit,
        filter: None,
        bare: false,
    }
}
