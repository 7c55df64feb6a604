//! Many things in few transactions: each thing's legs are kept together or not at all, whatever becomes of the others.

use domain::Problem;
use futures::{StreamExt, TryStreamExt};

use crate::{
    Store,
    commit::{LEGS, Refusal},
    leg::Leg,
};

/// How many transactions are under way at once.
pub(crate) const AT_ONCE: usize = 8;

impl Store {
    /// Keeps the things, as many in a transaction as their legs allow. Gives for each why it was refused, the leg's place
    /// counted from its first; nothing when it was kept. A thing has at most `size` legs. `besides` makes of those that a
    /// transaction (by its number) keeps one leg more at the most, which nothing refuses.
    pub(crate) async fn commit_each<T: Sync>(
        &self,
        things: &[T],
        size: impl Fn(&T) -> usize,
        legs: impl Fn(&T) -> Result<Vec<Leg>, Problem> + Sync,
        besides: impl Fn(usize, &[&T]) -> Result<Option<Leg>, Problem> + Sync,
    ) -> Result<Vec<Vec<Refusal>>, Problem> {
        let mut work = vec![];
        let mut rest = things;
        while !rest.is_empty() {
            let (batch, after) = rest.split_at(fitting(rest, &size));
            let (number, besides) = (work.len(), &besides);
            work.push(self.commit_batch(batch, &legs, move |kept: &[&T]| besides(number, kept)));
            rest = after;
        }
        let refused: Vec<Vec<_>> = futures::stream::iter(work).buffered(AT_ONCE).try_collect().await?;
        Ok(refused.into_iter().flatten().collect())
    }

    /// Keeps those of a batch that are not refused: each refusal takes one thing out, and the rest is tried again.
    async fn commit_batch<T>(
        &self,
        batch: &[T],
        legs: impl Fn(&T) -> Result<Vec<Leg>, Problem>,
        besides: impl Fn(&[&T]) -> Result<Option<Leg>, Problem>,
    ) -> Result<Vec<Vec<Refusal>>, Problem> {
        let mut refused: Vec<Vec<Refusal>> = batch.iter().map(|_| vec![]).collect();
        loop {
            let (mut all, mut places, mut kept) = (vec![], vec![], vec![]);
            for (at, thing) in batch.iter().enumerate() {
                if refused.get(at).is_some_and(Vec::is_empty) {
                    let own = legs(thing)?;
                    places.extend((0..own.len()).map(|leg| (at, leg)));
                    all.extend(own);
                    kept.push(thing);
                }
            }
            if all.is_empty() {
                return Ok(refused);
            }
            all.extend(besides(&kept)?);
            let refusals = self.try_commit(&all).await?;
            if refusals.is_empty() {
                return Ok(refused);
            }
            for refusal in refusals {
                let Some((at, leg)) = places.get(refusal.leg).copied() else { continue };
                if let Some(list) = refused.get_mut(at) {
                    list.push(Refusal { leg, ..refusal });
                }
            }
        }
    }
}

/// How many of the first things fit into one transaction, at least one.
fn fitting<T>(things: &[T], size: impl Fn(&T) -> usize) -> usize {
    let mut legs = 0;
    let fits = |thing: &&T| {
        legs += size(thing);
        legs < LEGS
    };
    things.iter().take_while(fits).count().max(1)
}
