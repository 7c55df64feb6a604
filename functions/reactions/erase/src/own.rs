//! What lies under the person's own key: in the table whatever is in their partition, in the bucket whatever is under
//! their prefixes.

use domain::{
    Changed, Problem,
    erasure::{Place, own_files},
    job::Progress,
};
use runtime::work::Next;

use crate::{Done, Eraser, Erasure, imports, keep, whose};

/// How many items are deleted in a step.
const AT_ONCE: usize = 90;

/// Deletes a page of items; once there are none, the files.
pub(crate) async fn erase(worker: &Eraser, held: &mut Erasure) -> Result<Next, Problem> {
    let (account, customer) = whose(held);
    let store = worker.app.store();
    let keys = store.own_items(account, customer, AT_ONCE).await?;
    if !keys.is_empty() {
        let erased = keys.len() as u64;
        let legs = keys.into_iter().map(|key| store.delete_own(key)).collect::<Result<_, _>>()?;
        return keep(held, Done { legs, erased, units: 0 }, Place::Own).await;
    }
    let mut erased = 0;
    for prefix in own_files(account, customer) {
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
