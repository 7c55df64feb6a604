//! The end: the company that goes is no more, its name is free, its portal is the other one's, and that may be in another merge.

use domain::{Problem, job::Job};
use runtime::work::Next;

use crate::work::Merging;

pub(crate) async fn end(held: &mut Merging) -> Result<Next, Problem> {
    let (account, work) = (held.now().account_id, held.now().work.clone());
    let store = held.app.store();
    let from = store.company(account, work.from).await?;
    let into = store.company(account, work.into).await?;
    let mut legs = store.end_merge((&from, &into), held.app.now())?;
    let both = (work.from, work.into);
    legs.extend(store.merged_portal(&mut held.app.moment(), account, both).await?);
    held.keep(legs, Job::merged).await.map(|()| Next::Ended)
}
