//! A step of the job: some steps along each lane, then the sum of all lanes is kept for those who watch.

use domain::{
    Changed, Problem,
    access_change::{AccessChange, Counts, Lane, Reasons},
    customer::Named,
    job::{Job, Progress},
};
use futures::future::try_join_all;
use runtime::{
    Ahead, App,
    work::{Held, Next, Worker},
};
use store::{Kept, Moved, Stretch, Way};

use crate::{along::Steps, report};

/// A worker on one mass change.
#[derive(Default)]
pub(crate) struct Changer(Option<Lanes>);

impl Worker for Changer {
    type Work = Job<AccessChange>;

    async fn step(&mut self, held: &mut Held<Job<AccessChange>>) -> Result<Next, Problem> {
        let job = held.now().clone();
        let mut work = job.work.clone();
        if work.total.is_none() {
            work.total = Some(held.app.store().count_customers(job.account_id, &work.whom).await?);
        }
        let lanes = match &mut self.0 {
            Some(lanes) => lanes,
            none => none.insert(Lanes::of(&held.app, &job).await?),
        };
        if job.cancel_requested || lanes.kept.iter().all(|lane| lane.thing.ended) {
            return finish(held, &lanes.kept, &work).await.map(|()| Next::Ended);
        }
        lanes.along(&held.app, &job).await?;
        let keep = |job, moment: &mut domain::Moment| Changed {
            now: moved(job, moment.now, &lanes.kept, &work),
            events: vec![],
        };
        held.keep(vec![], keep).await.map(|()| Next::Step)
    }
}

/// The lanes as this worker has moved them. When another one moves them, too, a step is refused as stale.
struct Lanes {
    way: Way,
    kept: Vec<Kept<Lane>>,
    /// Of each lane the customers who come next.
    walks: Vec<Ahead<Stretch>>,
}

impl Lanes {
    async fn of(app: &App, job: &Job<AccessChange>) -> Result<Self, Problem> {
        let (account_id, store, work) = (job.account_id, app.store(), &job.work);
        let kept = store.lanes(account_id, job.id).await?;
        let companies = store.companies_found(account_id, &work.whom).await?;
        let way = Way { account_id, whom: work.whom.clone().into(), companies: companies.into() };
        let most = Moved::fits(work.send_mail && !work.dry_run);
        let walk =
            |lane: &Kept<Lane>| Ahead::of(store.walk(&way, (lane.thing.number, lane.thing.after), most), 1);
        Ok(Self { walks: kept.iter().map(walk).collect(), way, kept })
    }

    /// Some steps along each lane, all at once.
    async fn along(&mut self, app: &App, job: &Job<AccessChange>) -> Result<(), Problem> {
        let services = app.store().all_services(job.account_id).await?;
        let named = Named { services, ..Named::default() };
        let steps = Steps { app, job, named: &named, found: &self.way.companies };
        let lanes = std::mem::take(&mut self.kept).into_iter().zip(&mut self.walks);
        self.kept = try_join_all(lanes.map(|(lane, walk)| steps.along(lane, walk))).await?;
        Ok(())
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
