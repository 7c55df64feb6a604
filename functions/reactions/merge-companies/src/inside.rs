//! What is in the company that goes: its devices and its customers become the other one's.

use domain::{Problem, company::Belongings, customer::Customer, device::Device};
use store::Kept;

use crate::work::{AT_ONCE, Along, Done, Merging};

/// How many bytes of notes are written at once: a transaction has four megabytes at the most.
const NOTES: usize = 2 << 20;

pub(crate) async fn devices(along: &Along, held: &Merging) -> Result<Done, Problem> {
    let (found, next) = held.app.store().inventory(Along::of(held), along.behind(), AT_ONCE).await?;
    let (mut legs, mut ids) = (vec![], vec![]);
    for before in &found {
        let now = Device { company_id: held.now().work.into, ..before.thing.clone() };
        legs.push(held.app.store().rewrite(before, &now)?);
        ids.push(now.id.to_string());
    }
    let moved = Belongings { devices: ids.len() as u64, ..Belongings::default() };
    let event = || held.now().event(&mut held.app.moment(), "devices_moved", "device_ids", ids);
    Ok(Done { event: (moved.devices > 0).then(event), legs, moved, next })
}

pub(crate) async fn customers(along: &Along, held: &Merging) -> Result<Done, Problem> {
    let store = held.app.store();
    let (found, next) = store.employees(Along::of(held), along.behind(), AT_ONCE).await?;
    let (met, now) = (found.len(), held.app.now());
    let changed = |before: Kept<Customer>| {
        let customer = held.now().work.customer(&before.thing, now);
        (before, customer)
    };
    let moved: Vec<(Kept<Customer>, Customer)> = light(found).into_iter().map(changed).collect();
    if moved.is_empty() {
        return Ok(Done { next, ..Done::default() });
    }
    // Whoever moves leaves the list, so that those who are left for the next step are found from the same place on.
    let next = if moved.len() < met { Some(along.behind().unwrap_or(" ").to_owned()) } else { next };
    let ids = moved.iter().map(|(_, customer)| customer.id.to_string()).collect();
    let event = held.now().event(&mut held.app.moment(), "customers_moved", "customer_ids", ids);
    let mut legs =
        moved.iter().map(|(before, now)| store.rewrite(before, now)).collect::<Result<Vec<_>, _>>()?;
    legs.extend(store.customers_moved(&event, &moved)?);
    let count = Belongings { customers: moved.len() as u64, ..Belongings::default() };
    Ok(Done { legs, event: Some(event), moved: count, next })
}

/// As many of the first as may be written at once, at least one.
fn light(mut customers: Vec<Kept<Customer>>) -> Vec<Kept<Customer>> {
    let mut bytes = 0;
    let fits = |kept: &&Kept<Customer>| {
        bytes += kept.thing.notes.len();
        bytes <= NOTES
    };
    let count = customers.iter().take_while(fits).count().max(1);
    customers.truncate(count);
    customers
}
