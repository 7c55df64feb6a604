//! Taking back customers: those whom the import made are removed, those whom it changed are restored, and those whom
//! somebody has touched since stay.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{
    CompanyId, CustomerId, Problem,
    company::Company,
    customer::{Customer, Named},
    import::{Import, Mark, Row},
};
use store::{Kept, Removal, Written};

use crate::{chunk::Outcome, revert::Reverter};

/// Takes back the customers of some rows (place and customer); gives the outcomes in the same order.
pub(crate) async fn take_back(
    reverter: &Reverter,
    import: &Import,
    rows: &[Row],
    written: &[(usize, CustomerId)],
) -> Result<Vec<Outcome>, Problem> {
    let ids: Vec<CustomerId> = written.iter().map(|(_, id)| *id).collect();
    let customers = reverter.app.store().customers_by_id(import.account_id, &ids).await?;
    let mut customers: HashMap<CustomerId, Kept<Customer>> =
        customers.into_iter().map(|customer| (customer.thing.id, customer)).collect();
    let mut outcomes: HashMap<CustomerId, Outcome> = HashMap::new();
    let (mut made, mut changed) = (vec![], vec![]);
    for (place, id) in written {
        let Some(row) = rows.get(*place) else { continue };
        let (customer, is_new) = (customers.remove(id), row.target.is_none());
        match (customer, is_new) {
            (None, true) => drop(outcomes.insert(*id, Outcome::Gone)),
            // Somebody who has been erased has nothing to go back to.
            (_, false) if row.erased => drop(outcomes.insert(*id, Outcome::Kept("kept_gone"))),
            (None, false) => drop(outcomes.insert(*id, Outcome::Kept("kept_gone"))),
            (Some(customer), true) if customer.thing.is_untouched() => made.push(customer),
            (Some(_), true) => drop(outcomes.insert(*id, Outcome::Kept("kept_changed"))),
            (Some(customer), false) => changed.push((customer, row)),
        }
    }
    let removals = reverter.app.store().remove_customers(&mut reverter.app.moment(), &made).await?;
    outcomes
        .extend(made.iter().zip(removals).map(|(customer, removal)| (customer.thing.id, removed(removal))));
    outcomes.extend(restore(reverter, import, changed).await?);
    let outcome = |(_, id): &(usize, CustomerId)| outcomes.get(id).copied().unwrap_or(Outcome::Gone);
    Ok(written.iter().map(outcome).collect())
}

fn removed(removal: Removal) -> Outcome {
    match removal {
        Removal::Removed => Outcome::Removed,
        Removal::Changed => Outcome::Kept("kept_changed"),
        Removal::Activated => Outcome::Kept("kept_activated"),
    }
}

/// Puts back the earlier values of those whom nobody has changed since.
async fn restore(
    reverter: &Reverter,
    import: &Import,
    changed: Vec<(Kept<Customer>, &Row)>,
) -> Result<Vec<(CustomerId, Outcome)>, Problem> {
    let companies = earlier_companies(reverter, import, &changed).await?;
    let (mut outcomes, mut restoring) = (vec![], vec![]);
    for (customer, row) in changed {
        let id = customer.thing.id;
        let ours = Mark { import_id: import.id, row: row.row, undone: false };
        match customer.thing.mark {
            Some(mark) if mark == ours => match earlier(reverter, &customer.thing, row, &companies)? {
                Some(earlier) => restoring.push((customer, earlier)),
                None => outcomes.push((id, Outcome::Kept("kept_rules"))),
            },
            // A worker that died has restored them.
            Some(mark) if mark == (Mark { undone: true, ..ours }) => outcomes.push((id, Outcome::Restored)),
            _ => outcomes.push((id, Outcome::Kept("kept_changed"))),
        }
    }
    let written = reverter.app.store().update_customers(&mut reverter.app.moment(), &restoring).await?;
    outcomes.extend(restoring.iter().zip(written).map(|((customer, _), written)| {
        let outcome = match written {
            Written::Done => Outcome::Restored,
            Written::Taken(_) => Outcome::Kept("kept_address"),
            Written::Changed => Outcome::Kept("kept_changed"),
        };
        (customer.thing.id, outcome)
    }));
    Ok(outcomes)
}

/// The customer as they were before the row; `None` when the rules don't allow it any more.
fn earlier(
    reverter: &Reverter,
    customer: &Customer,
    row: &Row,
    companies: &BTreeMap<CompanyId, Company>,
) -> Result<Option<Customer>, Problem> {
    let Some(target) = &row.target else { return Ok(None) };
    let company = customer.earlier(target)?.company_id.and_then(|id| companies.get(&id)).cloned();
    let named = Named { company, services: reverter.services.clone(), ..Named::default() };
    match customer.restored(&mut reverter.app.moment(), &reverter.account, target, &named) {
        Ok(customer) => Ok(Some(customer)),
        Err(Problem::Invalid(_)) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// The companies for which those customers worked before, as far as they are there; of those that have been merged, the ones
/// into which.
async fn earlier_companies(
    reverter: &Reverter,
    import: &Import,
    changed: &[(Kept<Customer>, &Row)],
) -> Result<BTreeMap<CompanyId, Company>, Problem> {
    let mut ids = HashSet::new();
    for (customer, row) in changed {
        if let Some(target) = &row.target {
            ids.extend(customer.thing.earlier(target)?.company_id);
        }
    }
    let ids: Vec<CompanyId> = ids.into_iter().collect();
    reverter.app.store().companies_now(import.account_id, &ids).await
}
