//! Counting what has moved.

use std::collections::BTreeMap;

use domain::{
    AccountId, CompanyId, Problem,
    figures::{ByAccess, Delta, day_of},
};
use jiff::civil::Date;

use super::{Day, Movement, Now, Size, all_of_type};
use crate::{
    Store,
    commit::LEGS,
    item::{Attributes, Kept, Record, decode},
    keys::{self, Key},
    leg::Leg,
    table::{Range, pause},
    users::of_type,
};

/// How often movements are looked at anew that another worker has counted meanwhile.
const TRIES: u32 = 10;
/// The most movements that are counted at once.
const AT_ONCE: usize = 50;

impl Store {
    /// Counts whatever has moved, until nothing is left; unavailable when it `is_late` before that. Two reads and a write for some
    /// fifty movements, a read when there are none. Where another worker is always faster, that one counts what is left.
    pub async fn count_movements(
        &self,
        account: AccountId,
        is_late: impl Fn() -> bool,
    ) -> Result<(), Problem> {
        let mut attempt = 0;
        while !is_late() {
            let range = Range { limit: AT_ONCE, ..Range::of(keys::movements(account)) };
            let waiting =
                self.query_now(&range).await?.items.into_iter().map(decode).collect::<Result<Vec<_>, _>>()?;
            if waiting.is_empty() {
                return Ok(());
            }
            match self.count_some(account, waiting).await {
                Ok(()) => attempt = 0,
                // Another worker has counted some of them.
                Err(Problem::Stale) if attempt < TRIES => {
                    pause(attempt).await;
                    attempt += 1;
                }
                Err(Problem::Stale) => return Ok(()),
                Err(problem) => return Err(problem),
            }
        }
        Err(Problem::Unavailable("more has moved than is counted in time".into()))
    }

    /// Counts as many of these movements as fit into a transaction.
    async fn count_some(&self, account: AccountId, waiting: Vec<Kept<Movement>>) -> Result<(), Problem> {
        let mut sums = Sums::default();
        let mut legs = vec![];
        for movement in waiting {
            let sums_then = sums.clone().with(&movement.thing);
            if legs.len() + 1 + sums_then.items() > LEGS && !legs.is_empty() {
                break;
            }
            sums = sums_then;
            legs.push(Leg::delete(self, movement.thing.key(), movement.version)?);
        }
        let items = self.batch_get(sums.keys(account), true).await?;
        legs.extend(self.counted(account, &sums, &items)?);
        self.commit(legs, &[]).await
    }

    /// The legs that keep the figures with these sums added; `items` is what there is of them.
    fn counted(&self, account_id: AccountId, sums: &Sums, items: &[Attributes]) -> Result<Vec<Leg>, Problem> {
        let (mut legs, all) = (vec![], sums.days.values());
        let (added, removed) = all.fold((0, 0), |(added, removed), day| (added + day.0, removed + day.1));
        let was: Option<Kept<Now>> = of_type(items).transpose()?;
        let (version, now) = was.map_or((0, Now::none(account_id)), |kept| (kept.version, kept.thing));
        let now = Now {
            customers: now.customers + added - removed,
            with_company: now.with_company + sums.companies.values().sum::<i64>(),
            access: now.access.plus(sums.access),
            ..now
        };
        legs.push(self.put_over_version(&now, version)?);
        let days: Vec<Kept<Day>> = all_of_type(items)?;
        for (date, (added, removed)) in &sums.days {
            let was = days.iter().find(|day| day.thing.date == *date);
            let (version, old) =
                was.map_or((0, (0, 0)), |day| (day.version, (day.thing.added, day.thing.removed)));
            let day = Day { account_id, date: *date, added: old.0 + added, removed: old.1 + removed };
            legs.push(self.put_over_version(&day, version)?);
        }
        let sizes: Vec<Kept<Size>> = all_of_type(items)?;
        for (company_id, more) in &sums.companies {
            let was = sizes.iter().find(|size| size.thing.company_id == *company_id);
            let (version, old) = was.map_or((0, 0), |size| (size.version, size.thing.customers));
            let size = Size { account_id, company_id: *company_id, customers: old + more };
            legs.push(match size.customers {
                0 if version > 0 => Leg::delete(self, size.key(), version)?,
                _ => self.put_over_version(&size, version)?,
            });
        }
        Ok(legs)
    }

    fn put_over_version<T: Record>(&self, thing: &T, version: u64) -> Result<Leg, Problem> {
        if version == 0 {
            Leg::put_new(self, thing, Problem::Stale)
        } else {
            Leg::replace(self, thing, version)
        }
    }
}

/// Movements added up, by the items that they move.
#[derive(Debug, Clone, Default)]
struct Sums {
    days: BTreeMap<Date, (i64, i64)>,
    companies: BTreeMap<CompanyId, i64>,
    access: ByAccess,
}

impl Sums {
    fn with(mut self, movement: &Movement) -> Self {
        let Delta { added, removed, companies, access } = &movement.delta;
        if added + removed > 0 {
            let day = self.days.entry(day_of(movement.id.time())).or_default();
            *day = (day.0 + added, day.1 + removed);
        }
        for (company, more) in companies {
            *self.companies.entry(*company).or_default() += more;
        }
        self.companies.retain(|_, more| *more != 0);
        Self { access: self.access.plus(*access), ..self }
    }

    /// How many items they move, that of now included.
    fn items(&self) -> usize {
        1 + self.days.len() + self.companies.len()
    }

    fn keys(&self, account: AccountId) -> Vec<Key> {
        let days = self.days.keys().map(|date| keys::figures_of_day(account, *date));
        let companies = self.companies.keys().map(|id| keys::company_size(account, *id));
        std::iter::once(keys::figures_now(account)).chain(days).chain(companies).collect()
    }
}
