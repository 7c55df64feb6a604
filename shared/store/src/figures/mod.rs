//! Figures of customers (UX-3). Whatever changes customers keeps in the same transaction what that does to the figures: a
//! movement. Movements are counted afterwards, each taken away in the transaction that counts it: none twice, none never.

mod count;
mod read;

pub use read::Figures;

use domain::{
    AccountId, CompanyId, Event, MovementId, Problem, Timestamp,
    customer::Customer,
    figures::{ByAccess, Delta, KEPT_MONTHS},
};
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    item::{Attributes, Kept, Record, decode},
    keys::{self, Key},
    leg::Leg,
    users::is_a,
};

/// What has moved and is not counted yet; its id tells when.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Movement {
    id: MovementId,
    account_id: AccountId,
    delta: Delta,
}

impl Record for Movement {
    const TYPE: &'static str = "movement";
    fn key(&self) -> Key {
        keys::movement(self.account_id, self.id)
    }
}

/// How many customers there are.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Now {
    account_id: AccountId,
    customers: i64,
    with_company: i64,
    access: ByAccess,
}

impl Record for Now {
    const TYPE: &'static str = "figures_now";
    fn key(&self) -> Key {
        keys::figures_now(self.account_id)
    }
}

/// How many came and went on a day.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Day {
    account_id: AccountId,
    date: Date,
    added: i64,
    removed: i64,
}

impl Record for Day {
    const TYPE: &'static str = "figures_of_day";
    fn key(&self) -> Key {
        keys::figures_of_day(self.account_id, self.date)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        let end = self.date.checked_add(KEPT_MONTHS.months()).ok()?;
        Some(end.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp())
    }
}

/// How many customers a company has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// The account.
    pub account_id: AccountId,
    /// The company.
    pub company_id: CompanyId,
    /// How many customers work for it.
    pub customers: i64,
}

impl Record for Size {
    const TYPE: &'static str = "company_size";
    fn key(&self) -> Key {
        keys::company_size(self.account_id, self.company_id)
    }
    fn index(&self) -> Vec<(&'static str, String)> {
        // Somebody may be counted as gone a moment before they are counted as come.
        if self.customers < 1 {
            return vec![];
        }
        let name = format!("{:010}#{}", self.customers, self.company_id);
        vec![("list", keys::company_sizes(self.account_id)), ("name", name)]
    }
    fn summary(&self) -> Option<serde_json::Value> {
        serde_json::to_value(self).ok()
    }
}

impl Now {
    fn none(account_id: AccountId) -> Self {
        Self { account_id, customers: 0, with_company: 0, access: ByAccess::default() }
    }
}

/// A customer before a change and after it; nobody where they are new or gone.
pub(crate) type Change<'a> = (Option<&'a Customer>, Option<&'a Customer>);

/// The movement of a change that an event tells of.
pub(crate) fn movement_of(events: &[Event]) -> Result<MovementId, Problem> {
    let event = events.first().ok_or_else(|| Problem::Bug("a change without event".into()))?;
    Ok(MovementId::derived(event.at, &[event.id.bytes()]))
}

/// The movement of one of the transactions of bulk work.
pub(crate) fn movement_in(work: MovementId, transaction: usize) -> MovementId {
    MovementId::derived(work.time(), &[work.bytes(), &transaction.to_be_bytes()])
}

impl Store {
    /// The leg that notes what changes of customers do to the figures, to be kept with them; none when they do nothing.
    pub(crate) fn moved<'a>(
        &self,
        id: MovementId,
        changes: impl IntoIterator<Item = Change<'a>>,
    ) -> Result<Option<Leg>, Problem> {
        let (mut account, mut delta) = (None, Delta::default());
        for (before, now) in changes {
            account = account.or(now.or(before).map(|customer| customer.account_id));
            delta = delta.plus(Delta::between(before, now));
        }
        let Some(account_id) = account.filter(|_| !delta.is_nothing()) else { return Ok(None) };
        Leg::put_over(self, &Movement { id, account_id, delta }).map(Some)
    }
}

/// The items of a type among some.
fn all_of_type<T: Record>(items: &[Attributes]) -> Result<Vec<Kept<T>>, Problem> {
    items.iter().filter(|item| is_a::<T>(item)).cloned().map(decode).collect()
}
