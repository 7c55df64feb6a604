//! Between the rounds: requests that were under way when the merge began may still be writing to the company that goes, and so
//! may an import that has read its name before. Whoever begins later sees that it goes.

use std::time::Duration;

use domain::{
    Changed, Problem, Timestamp,
    company::{
        Belongings,
        merge::{Merge, Place, UNDER_WAY},
    },
    import::{Import, Phase},
    job::{Job, LEASE, Leased},
};
use jiff::SignedDuration;
use runtime::work::Next;

use crate::work::Merging;

/// How long it sleeps between two looks.
const NAP: Duration = Duration::from_millis(250);
/// How many looks there are before the lease is renewed.
const LOOKS: usize = 60;
/// Imports that were asked for longer ago are not written any more: their previews are gone.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(98 * 24);

/// Waits; begins the last round as soon as nobody is left to wait for.
pub(crate) async fn for_the_others(held: &mut Merging) -> Result<Next, Problem> {
    let settled =
        held.now().created_at.checked_add(UNDER_WAY).map_err(|error| Problem::Bug(error.to_string()))?;
    for _ in 0..LOOKS {
        if held.app.now() >= settled {
            break;
        }
        tokio::time::sleep(NAP).await;
    }
    let free = held.app.now() >= settled && !imports_are_writing(held, settled).await?;
    if !free {
        tokio::time::sleep(NAP).await;
    }
    let keep = |job: Job<Merge>, moment: &mut domain::Moment| {
        let at = if free { Place::round(true) } else { Place::Waiting };
        Changed { now: job.moved(moment.now, Belongings::default(), at), events: vec![] }
    };
    held.keep(vec![], keep).await.map(|()| Next::Step)
}

/// Whether a worker is at a chunk of an import that it has begun before.
async fn imports_are_writing(held: &Merging, settled: Timestamp) -> Result<bool, Problem> {
    let (store, account, now) = (held.app.store(), held.now().account_id, held.app.now());
    let mut position = None;
    loop {
        let page = store.imports(account, 100, position.as_ref()).await?;
        if page.items.iter().any(|import| is_behind(import, settled, now)) {
            return Ok(true);
        }
        position = page.next;
        let old = |import: &Import| now.duration_since(import.created_at) > FORGOTTEN;
        if position.is_none() || page.items.last().is_some_and(old) {
            return Ok(false);
        }
    }
}

/// A worker renews its lease with each chunk; one whose lease has run out is dead.
fn is_behind(import: &Import, settled: Timestamp, now: Timestamp) -> bool {
    let writes = matches!(import.phase(), Some(Phase::Writing | Phase::Undoing));
    let Some(lease) = import.lease().filter(|_| writes) else { return false };
    lease.until > now && lease.until.duration_since(settled) < LEASE
}
