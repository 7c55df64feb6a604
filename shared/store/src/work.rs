//! Work that goes on in the background: imports and jobs alike are kept in steps, and found again when left lying.

use domain::{
    AccountId, Changed, JobId, Problem, Timestamp,
    job::{Job, Work},
};

use crate::{
    Store,
    item::{Kept, Record, decode},
    keys::{self, Key},
    leg::Leg,
    page::{Page, Position},
    table::{Range, end_of},
};

impl<W: Work> Record for Job<W> {
    const TYPE: &'static str = W::NAME;
    fn key(&self) -> Key {
        keys::job(self.account_id, W::NAME, self.id)
    }
    fn index(&self) -> Vec<(&'static str, String)> {
        let Some(due) = self.due_at() else { return vec![] };
        let shard = keys::shard(self.id.bytes(), keys::DUE_SHARDS);
        let id = format!("{}#{}", self.id, W::NAME);
        vec![("due", keys::due("JOB", shard)), ("due_at", keys::due_at(due, self.account_id, &id))]
    }
}

impl Store {
    /// Background work. 1 read.
    pub async fn work<T: Record>(&self, key: Key) -> Result<Kept<T>, Problem> {
        self.find(key).await
    }

    /// Keeps new work, and what belongs to it (`legs`).
    pub async fn create_work<T: Record>(
        &self,
        changed: Changed<T>,
        mut legs: Vec<Leg>,
    ) -> Result<Kept<T>, Problem> {
        legs.push(Leg::put_new(self, &changed.now, Problem::conflict("conflict"))?);
        self.commit(legs, &changed.events).await?;
        Ok(Kept { thing: changed.now, version: 1 })
    }

    /// Keeps a step of the work together with what the step has done (`legs`); stale when the work has moved.
    pub async fn keep_work<T: Record>(
        &self,
        version: u64,
        changed: Changed<T>,
        mut legs: Vec<Leg>,
    ) -> Result<Kept<T>, Problem> {
        legs.push(Leg::replace(self, &changed.now, version)?);
        self.commit(legs, &changed.events).await?;
        Ok(Kept { thing: changed.now, version: version + 1 })
    }

    /// A page of the jobs of a kind, newest first. 1 read.
    pub async fn jobs<W: Work>(
        &self,
        account: AccountId,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<Job<W>>, Problem> {
        self.newest_first(keys::jobs(account, W::NAME), limit, position).await
    }

    /// Jobs that nobody works on, with their kinds, at most 100 a shard.
    pub async fn due_jobs(&self, now: Timestamp) -> Result<Vec<(AccountId, JobId, String)>, Problem> {
        let due = self.due("JOB", now).await?;
        Ok(due.into_iter().filter_map(|(account, job, kind)| Some((account, job, kind?))).collect())
    }

    /// A page of the things of a partition whose sort key is their id, newest first.
    pub(crate) async fn newest_first<T: Record>(
        &self,
        partition: String,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<T>, Problem> {
        let last = position.map(|position| position.after.as_str());
        let range = Range {
            to: last.map_or_else(|| end_of(""), str::to_owned),
            descending: true,
            limit: limit + 1,
            ..Range::of(partition)
        };
        let slice = self.query(&range).await?;
        let mut items = vec![];
        for kept in slice.items.into_iter().map(decode::<T>) {
            let thing = kept?.thing;
            // The range ends with where the page before ended.
            if last != Some(thing.key().sk.as_str()) {
                items.push(thing);
            }
        }
        let more = items.len() > limit || slice.last.is_some();
        items.truncate(limit);
        let after = items.last().filter(|_| more).map(|last| last.key().sk);
        Ok(Page { items, next: after.map(|after| Position { source: 0, after }) })
    }
}
