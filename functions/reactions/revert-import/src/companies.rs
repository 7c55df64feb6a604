//! Taking back the companies that an import made: those that nobody has changed and of which nothing is left.

use std::collections::BTreeSet;

use domain::{
    Actor, CompanyId, Problem,
    import::{Import, UndoCounts},
};
use futures::{StreamExt, TryStreamExt};
use store::{Kept, MadeCompany};

use crate::revert::Reverter;

/// How many companies there are between two checkpoints.
const PAGE: usize = 100;
/// How many are looked at at once.
const AT_ONCE: usize = 8;

/// Takes back the next companies behind `last`; gives the last of them and what has become of all; `None` at the end.
pub(crate) async fn take_back(
    reverter: &Reverter,
    import: &Import,
    last: Option<CompanyId>,
) -> Result<Option<(CompanyId, UndoCounts)>, Problem> {
    let page = reverter.app.store().made_companies(import.account_id, import.id, last, PAGE).await?;
    let Some(last) = page.last().map(|made| made.thing.company_id) else { return Ok(None) };
    let named = reverter.app.store().lists(import.account_id).await?.named().collect();
    let work: Vec<_> = page.iter().map(|made| one(reverter, made, &named)).collect();
    let removed: Vec<bool> = futures::stream::iter(work).buffered(AT_ONCE).try_collect().await?;
    let companies_removed = removed.iter().filter(|removed| **removed).count() as u64;
    let companies_kept = removed.len() as u64 - companies_removed;
    Ok(Some((last, UndoCounts { companies_removed, companies_kept, ..UndoCounts::default() })))
}

/// Whether the company is gone; it stays where `named` has it. A worker that died may have settled that.
async fn one(
    reverter: &Reverter,
    made: &Kept<MadeCompany>,
    named: &BTreeSet<CompanyId>,
) -> Result<bool, Problem> {
    if let Some(removed) = made.thing.removed {
        return Ok(removed);
    }
    let (account, id) = (made.thing.account_id, made.thing.company_id);
    let store = reverter.app.store();
    let company = match store.company(account, id).await {
        Ok(company) => company,
        Err(Problem::NotFound) => return store.settle_made_company(made, true).await.map(|()| true),
        Err(problem) => return Err(problem),
    };
    if company.version == 1 && !named.contains(&id) {
        let left = store.left_in(account, id).await?;
        if let Ok(removed) = company.thing.clone().delete(&mut reverter.app.moment(), Actor::System, left) {
            match store.remove_made_company(made, &company, &removed.events).await {
                // Somebody has changed it this very moment.
                Err(Problem::Stale) => {}
                outcome => return outcome.map(|()| true),
            }
        }
    }
    store.settle_made_company(made, false).await.map(|()| false)
}
