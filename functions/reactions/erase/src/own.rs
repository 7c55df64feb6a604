//! What lies under the person's own key: in the table whatever is in their partition, in the bucket whatever is under
//! their prefixes.

use domain::{
    Actor, Changed, Problem,
    erasure::{Place, own_files},
    job::Progress,
    link::Person,
};
use runtime::work::Next;

use crate::{Done, Eraser, Erasure, imports, keep, whose};

/// How many items are deleted in a step.
const AT_ONCE: usize = 90;

/// Deletes a page of items; once there are none, the files.
pub(crate) async fn erase(worker: &Eraser, held: &mut Erasure) -> Result<Next, Problem> {
    let (account, person) = whose(held);
    let store = worker.app.store();
    let keys = store.own_items(account, person, AT_ONCE).await?;
    if !keys.is_empty() {
        let erased = keys.len() as u64;
        let legs = keys.into_iter().map(|key| store.delete_own(key)).collect::<Result<_, _>>()?;
        return keep(held, Done { legs, erased, units: 0 }, Place::Own).await;
    }
    let mut erased = revoke_keys(worker, held).await?;
    for prefix in own_files(account, person) {
        erased += worker.app.files()?.delete_all(&prefix).await?;
    }
    // This place, records, exports, records once more, and what is to be searched.
    let total = 4 + imports::size(&worker.app, held.now()).await?;
    held.keep(vec![], |job, moment| {
        let now = job.erased(moment, Progress { done: 1, total }, erased, Place::Records { after: None });
        Changed { now, events: vec![] }
    })
    .await?;
    Ok(Next::Step)
}

/// The API keys of a user who is gone open nothing any more; now they are gone, too. Gives how many there were.
async fn revoke_keys(worker: &Eraser, held: &Erasure) -> Result<u64, Problem> {
    let (account, Person::User(user)) = whose(held) else { return Ok(0) };
    let store = worker.app.store();
    let (mut revoked, mut position) = (0, None);
    loop {
        let page = store.api_keys(account, Some(user), AT_ONCE, position.as_ref()).await?;
        for (key, _) in page.items {
            let changed = key.revoke(&mut worker.app.moment(), Actor::System);
            match store.revoke_api_key(1, changed).await {
                // Somebody else was quicker.
                Ok(()) | Err(Problem::Stale) => revoked += 1,
                Err(problem) => return Err(problem),
            }
        }
        position = page.next;
        if position.is_none() {
            return Ok(revoked);
        }
    }
}
