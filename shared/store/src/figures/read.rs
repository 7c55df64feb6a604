//! Reading the figures.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    AccountId, CompanyId, Problem,
    figures::{ByAccess, MAX_DAYS},
};
use futures::future::try_join;
use jiff::civil::Date;

use super::{Day, Now, Size, all_of_type};
use crate::{
    Store,
    item::attribute,
    keys,
    table::{BATCH, Range, end_of},
    users::of_type,
};

/// The figures of an account's customers.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// How many there are.
    pub customers: i64,
    /// How many of them work for a company.
    pub with_company: i64,
    /// What they may do in the portal.
    pub access: ByAccess,
    /// How many were added and removed on which day, those days left out on which nothing happened.
    pub days: BTreeMap<Date, (i64, i64)>,
    /// The companies with the most customers, the largest first.
    pub largest: Vec<Size>,
}

impl Store {
    /// How many customers these companies have, the largest first; those that have nobody are left out. One round trip for
    /// each hundred.
    pub async fn sizes(&self, account: AccountId, ids: &BTreeSet<CompanyId>) -> Result<Vec<Size>, Problem> {
        let keys: Vec<_> = ids.iter().map(|id| keys::company_size(account, *id)).collect();
        let mut sizes = vec![];
        for keys in keys.chunks(BATCH) {
            let found = all_of_type::<Size>(&self.batch_get(keys.to_vec(), false).await?)?;
            sizes.extend(found.into_iter().map(|size| size.thing).filter(|size| size.customers > 0));
        }
        sizes.sort_unstable_by_key(|size| std::cmp::Reverse(size.customers));
        Ok(sizes)
    }

    /// The figures of now and of the days from `from` on, and the `most` largest companies. One round trip, two queries.
    pub async fn figures(&self, account: AccountId, from: Date, most: usize) -> Result<Figures, Problem> {
        let now_and_days = Range {
            from: keys::figures_of_day(account, from).sk,
            to: keys::NOW.into(),
            limit: usize::from(MAX_DAYS) + BATCH,
            ..Range::of(keys::figures(account))
        };
        let sizes = Range {
            index: Some(("by_name", "list")),
            sort: "name",
            to: end_of(""),
            descending: true,
            limit: most,
            ..Range::of(keys::company_sizes(account))
        };
        let (items, sizes) = try_join(self.query(&now_and_days), self.query(&sizes)).await?;
        let now = of_type::<Now>(&items.items).transpose()?.map_or(Now::none(account), |kept| kept.thing);
        let days = all_of_type::<Day>(&items.items)?.into_iter().map(|day| day.thing);
        let largest = sizes.items.into_iter().map(|mut item| attribute(&mut item, "summary"));
        Ok(Figures {
            customers: now.customers,
            with_company: now.with_company,
            access: now.access,
            days: days.map(|day| (day.date, (day.added, day.removed))).collect(),
            largest: largest.collect::<Result<_, _>>()?,
        })
    }
}
