//! Writing the file from its first row to its last. The checkpoint is the last part that is sent: whoever goes on after
//! another sends the next part again, in its place.

use domain::{
    Changed, Problem,
    export::Export,
    job::{Job, Progress},
};
use runtime::{
    Ahead,
    work::{Held, Next, Worker},
};
use store::SHARDS;

use crate::parts::{Part, parts};

/// What the file is.
const CSV: &str = "text/csv; charset=utf-8";

/// A writer of one export.
#[derive(Default)]
pub(crate) struct Writer {
    /// The parts that are not written yet, once the first is wanted.
    parts: Option<Ahead<Part>>,
}

impl Worker for Writer {
    type Work = Job<Export>;

    async fn step(&mut self, held: &mut Held<Job<Export>>) -> Result<Next, Problem> {
        if held.now().cancel_requested {
            return held.keep(vec![], Job::cancelled).await.map(|()| Next::Ended);
        }
        let mut work = held.now().work.clone();
        if work.total.is_none() {
            work.total = Some(held.app.store().count_customers(held.now().account_id, &work.whom).await?);
            return keep(held, &work).await;
        }
        let Part { bytes, place, rows, looked_at } = self.next(held).await?;
        work = Export { place, rows, looked_at, ..work };
        let (key, files) = (held.now().file_key(), held.app.files()?);
        if work.place.shard < SHARDS {
            files.add_part((&key, CSV), &mut work.draft, bytes).await?;
            return keep(held, &work).await;
        }
        // Another writer may have ended the file and died before it could say so.
        if files.stat(&key).await?.is_none() {
            files.complete((&key, CSV), work.draft.clone(), bytes).await?;
        }
        held.keep(vec![], |job, moment| moved(job, moment.now, &work).done(moment))
            .await
            .map(|()| Next::Ended)
    }
}

impl Writer {
    async fn next(&mut self, held: &Held<Job<Export>>) -> Result<Part, Problem> {
        let parts = match &mut self.parts {
            Some(parts) => parts,
            none => none.insert(parts(&held.app, held.now()).await?),
        };
        parts.next().await?.ok_or_else(|| Problem::Bug("an export goes on behind its last part".into()))
    }
}

async fn keep(held: &mut Held<Job<Export>>, work: &Export) -> Result<Next, Problem> {
    let step =
        |job, moment: &mut domain::Moment| Changed { now: moved(job, moment.now, work), events: vec![] };
    held.keep(vec![], step).await.map(|()| Next::Step)
}

fn moved(job: Job<Export>, now: domain::Timestamp, work: &Export) -> Job<Export> {
    // Customers may have come since they were counted.
    let total = work.total.unwrap_or_default().max(work.looked_at);
    job.step(now, Progress { done: work.looked_at, total }, work.clone())
}
