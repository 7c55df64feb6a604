//! Writing the file from its first row to its last. The checkpoint is the last part that is sent: whoever goes on after
//! another sends the next part again, in its place.

use domain::{
    Changed, Problem,
    export::{self, Export},
    job::{Job, Progress},
};
use runtime::{
    App,
    work::{Held, Next, Worker},
};
use store::SHARDS;

use crate::companies::Companies;

/// How many customers are read at once.
const PAGE: usize = 500;
/// What the file is.
const CSV: &str = "text/csv; charset=utf-8";

/// A writer of one export.
#[derive(Default)]
pub(crate) struct Writer {
    companies: Companies,
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
        let bytes = self.fill(&held.app, held.now(), &mut work).await?;
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
    /// The rows of the next part, or those that are left; moves the export's place behind them.
    async fn fill(&mut self, app: &App, job: &Job<Export>, work: &mut Export) -> Result<Vec<u8>, Problem> {
        let mut bytes = vec![];
        if work.draft.parts.is_empty() {
            export::head(&mut bytes);
        }
        let found = app.store().companies_found(job.account_id, &work.whom).await?;
        let size = work.part_size();
        while bytes.len() < size && work.place.shard < SHARDS {
            let (account, place) = (job.account_id, work.place);
            let stretch =
                app.store().stretch(account, (&work.whom, &found), (place.shard, place.after), PAGE).await?;
            let customers = app.store().customers_by_id(account, &stretch.ids).await?;
            self.companies.meet(app, account, &customers).await?;
            let filter = work.whom.filter();
            for customer in customers.iter().map(|kept| &kept.thing) {
                // The index may have told of how they were a moment ago.
                if filter.is_none_or(|filter| filter.matches(customer, &found)) {
                    export::row(customer, self.companies.of(customer), &mut bytes);
                    work.rows += 1;
                }
            }
            work.looked_at += stretch.looked_at;
            work.place.after = stretch.last;
            work.place.shard += u8::from(stretch.last.is_none());
        }
        Ok(bytes)
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
