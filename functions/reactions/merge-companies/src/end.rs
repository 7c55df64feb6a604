//! The end: the company that goes is no more, its name is free, and the other one may be in another merge.

use domain::{Problem, job::Job};
use runtime::work::Next;

use crate::work::Merging;

pub(crate) async fn end(held: &mut Merging) -> Result<Next, Problem> {
    let (account, work) = (held.now().account_id, held.now().work.clone());
    let store = held.app.store();
    let from = store.company(account, work.from).await?;
    let into = store.company(account, work.into).await?;
    let legs = store.end_merge((&from, &into), held.app.now())?;
    held.keep(legs, Job::merged).await.map(|()| Next::Ended)
}
