//! Mails and answers that tell of the person: the records stay, their content goes. Events hold none.

use domain::{Problem, erasure::Place};
use runtime::work::Next;
use store::{Leg, Position, Trace};

use crate::{Done, Eraser, Erasure, keep, whose};

/// How many records are erased in a step: each may have a link besides, and all fit into one transaction.
const AT_ONCE: usize = 45;

/// Erases a page of records.
pub(crate) async fn erase(
    worker: &Eraser,
    held: &mut Erasure,
    after: Option<String>,
) -> Result<Next, Problem> {
    let (account, person) = whose(held);
    let position = after.map(|after| Position { source: 0, after });
    let page = worker.app.store().traces(account, person, AT_ONCE, position.as_ref()).await?;
    let (place, units) = match page.next {
        Some(next) => (Place::Records { after: Some(next.after) }, 0),
        None => (Place::Imports { import: None }, 1),
    };
    let (legs, erased) = legs(worker, page.items)?;
    keep(held, Done { legs, erased, units }, place).await
}

/// Erases what was being written while the person was deleted, and ends when there is nothing left.
pub(crate) async fn erase_late(worker: &Eraser, held: &mut Erasure) -> Result<Next, Problem> {
    let (account, person) = whose(held);
    let mut position = None;
    loop {
        let page = worker.app.store().traces(account, person, AT_ONCE, position.as_ref()).await?;
        let (legs, erased) = legs(worker, page.items)?;
        if erased > 0 {
            return keep(held, Done { legs, erased, units: 0 }, Place::Late).await;
        }
        // The index forgets late; a page of events, or of what is erased already, may have others behind it.
        position = page.next;
        if position.is_none() {
            held.keep(vec![], domain::job::Job::finished).await?;
            return Ok(Next::Ended);
        }
    }
}

/// What erases these records, and how many have content. A mail's link goes with it.
fn legs(worker: &Eraser, traces: Vec<Trace>) -> Result<(Vec<Leg>, u64), Problem> {
    let store = worker.app.store();
    let (mut legs, mut erased) = (vec![], 0);
    for trace in traces {
        if let Trace::Mail(mail) = &trace {
            legs.push(store.end_link(&worker.app.link_token(mail.thing.id)?)?);
        }
        if let Some(leg) = store.erase_trace(trace)? {
            legs.push(leg);
            erased += 1;
        }
    }
    Ok((legs, erased))
}
