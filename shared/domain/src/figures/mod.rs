//! Figures of customers (UX-3): how many there are, where they work, what they may do in the portal, and how that moved
//! from day to day.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    CompanyId, Timestamp,
    customer::{Customer, PortalAccess},
};

/// The most days that can be asked for.
pub const MAX_DAYS: u16 = 366;
/// For how many months the figures of a day are kept (REP-1).
pub const KEPT_MONTHS: i32 = 25;

/// Customers by what they may do in the portal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = CustomersByAccess)]
pub struct ByAccess {
    /// Those who can't sign in.
    pub none: i64,
    /// Those with standard access.
    pub standard: i64,
    /// Those with access to what is their company's.
    pub company: i64,
    /// The same, as administrators.
    pub company_admin: i64,
}

impl ByAccess {
    fn of(&mut self, access: PortalAccess) -> &mut i64 {
        match access {
            PortalAccess::None => &mut self.none,
            PortalAccess::Standard => &mut self.standard,
            PortalAccess::Company => &mut self.company,
            PortalAccess::CompanyAdmin => &mut self.company_admin,
        }
    }

    /// The sum of two.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            none: self.none + other.none,
            standard: self.standard + other.standard,
            company: self.company + other.company,
            company_admin: self.company_admin + other.company_admin,
        }
    }
}

/// What a change of one or many customers does to the figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delta {
    /// How many are new.
    pub added: i64,
    /// How many are gone.
    pub removed: i64,
    /// How many more, or fewer, work for which company.
    pub companies: BTreeMap<CompanyId, i64>,
    /// How many more, or fewer, have which access.
    pub access: ByAccess,
}

impl Delta {
    /// What one customer's change does; nobody before is a new one, nobody now one who is gone.
    #[must_use]
    pub fn between(before: Option<&Customer>, now: Option<&Customer>) -> Self {
        let mut delta = Self::default();
        for (customer, one) in before.map(|it| (it, -1)).into_iter().chain(now.map(|it| (it, 1))) {
            if let Some(company) = customer.company_id {
                *delta.companies.entry(company).or_default() += one;
            }
            *delta.access.of(customer.portal_access) += one;
        }
        delta.companies.retain(|_, moved| *moved != 0);
        delta.added = i64::from(before.is_none() && now.is_some());
        delta.removed = i64::from(before.is_some() && now.is_none());
        delta
    }

    /// Both changes as one.
    #[must_use]
    pub fn plus(mut self, other: Self) -> Self {
        for (company, moved) in other.companies {
            *self.companies.entry(company).or_default() += moved;
        }
        self.companies.retain(|_, moved| *moved != 0);
        let (added, removed) = (self.added + other.added, self.removed + other.removed);
        Self { added, removed, access: self.access.plus(other.access), ..self }
    }

    /// Whether the figures stay as they are.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// How many more, or fewer, work for any company.
    #[must_use]
    pub fn with_company(&self) -> i64 {
        self.companies.values().sum()
    }
}

impl std::iter::Sum for Delta {
    fn sum<I: Iterator<Item = Self>>(deltas: I) -> Self {
        deltas.fold(Self::default(), Self::plus)
    }
}

/// The day of a moment, in UTC as all figures are.
#[must_use]
pub fn day_of(at: Timestamp) -> Date {
    at.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// The first of `count` days of which `today` is the last.
#[must_use]
pub fn first_day(today: Date, count: u16) -> Date {
    today.saturating_sub(i64::from(count.max(1) - 1).days())
}

/// A day's figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = CustomersOfDay)]
pub struct DayFigures {
    /// The day, in UTC.
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    /// How many customers were added.
    pub added: i64,
    /// How many were deleted.
    pub removed: i64,
    /// How many there were at its end; today, how many there are.
    pub total: i64,
}

/// Every day from `from` to `to`, those on which nothing happened too. `moved` is what was added and removed on days of
/// that range, `total` how many there are after the last.
#[must_use]
pub fn series((from, to): (Date, Date), moved: &BTreeMap<Date, (i64, i64)>, total: i64) -> Vec<DayFigures> {
    let (mut days, mut date, mut total) = (vec![], to, total);
    while date >= from {
        let (added, removed) = moved.get(&date).copied().unwrap_or_default();
        days.push(DayFigures { date, added, removed, total });
        total -= added - removed;
        let Ok(before) = date.yesterday() else { break };
        date = before;
    }
    days.reverse();
    days
}

#[cfg(test)]
mod tests;
