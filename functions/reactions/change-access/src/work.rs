//! A step of the job: some steps along each lane, then the sum of all lanes is kept for those who watch.

use domain::{
    Changed, Problem,
    access_change::{AccessChange, Counts, Lane, Reasons},
    customer::Named,
    job::{Job, Progress},
};
use futures::future::try_join_all;
use runtime::work::{Held, Next, Worker};
use store::Kept;

use crate::{along::Way, report};

/// A worker on one mass change.
pub(crate) struct Changer;

impl Worker for Changer {
    type Work = Job<AccessChange>;

    async fn step(&mut self, held: &mut Held<Job<AccessChange>>) -> Result<Next, Problem> {
        let job = held.now().clone();
        let (account, store) = (job.account_id, held.app.store());
        let mut work = job.work.clone();
        if work.total.is_none() {
            work.total = Some(store.count_customers(account, &work.whom).await?);
        }
        let mut lanes = store.lanes(account, job.id).await?;
        if job.cancel_requested || lanes.iter().all(|lane| lane.thing.ended) {
            return finish(held, &lanes, &work).await.map(|()| Next::Ended);
        }
        let services = store.all_services(account).await?;
        let found = store.companies_found(account, &work.whom).await?;
        let named = Named { services, ..Named::default() };
        let way = Way { app: &held.app, job: &job, named: &named, found: &found };
        lanes = try_join_all(lanes.into_iter().map(|lane| way.along(lane))).await?;
        let keep = |job, moment: &mut domain::Moment| Changed {
            now: moved(job, moment.now, &lanes, &work),
            events: vec![],
        };
        held.keep(vec![], keep).await.map(|()| Next::Step)
    }
}

/// All lanes have ended, or somebody wants it stopped.
async fn finish(
    held: &mut Held<Job<AccessChange>>,
    lanes: &[Kept<Lane>],
    work: &AccessChange,
) -> Result<(), Problem> {
    if lanes.iter().any(|lane| lane.thing.counts.skipped > 0) {
        report::write(held).await?;
    }
    held.keep(vec![], |job, moment| {
        let job = moved(job, moment.now, lanes, work);
        if lanes.iter().all(|lane| lane.thing.ended) { job.done(moment) } else { job.cancelled(moment) }
    })
    .await
}

fn moved(
    job: Job<AccessChange>,
    now: domain::Timestamp,
    lanes: &[Kept<Lane>],
    work: &AccessChange,
) -> Job<AccessChange> {
    let done = lanes.iter().map(|lane| lane.thing.looked_at).sum();
    let counts = lanes.iter().fold(Counts::default(), |sum, lane| sum.plus(lane.thing.counts));
    let reasons = lanes.iter().fold(Reasons::default(), |sum, lane| sum.plus(&lane.thing.reasons));
    // Customers may have come since they were counted.
    let total = work.total.unwrap_or_default().max(done);
    job.step(now, Progress { done, total }, AccessChange { counts, reasons, ..work.clone() })
}
