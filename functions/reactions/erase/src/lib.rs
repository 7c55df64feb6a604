//! A customer or a user has been deleted: their data leaves every record there is (ERA-1), a step at a time. A new place where
//! something is kept of a person is a file here and a state of [`Place`]; what lies under a person's own key needs neither.

mod exports;
mod imports;
mod own;
mod records;

use domain::{
    AccountId, JobId, Problem,
    denylist::Marker,
    erasure::{Erasing, Place},
    job::{Job, Progress, Work},
    link::Person,
};
use runtime::{
    App, BusEvent, Deadline, Detail,
    work::{self, Held, Next, Worker},
};
use serde_json::Value;
use store::{Leg, keys};

/// Takes up the erasure that an event tells of.
pub async fn handle(app: App, event: Value, deadline: Deadline) -> Result<Value, Problem> {
    let Detail::Ours(event) = BusEvent::parse(event)? else { return Ok(Value::Null) };
    if let Ok(id) = event.subject.parse::<JobId>() {
        let key = keys::job(event.account_id, Erasing::NAME, id);
        let mut worker = Eraser { marker: app.marker(event.account_id)?, app: app.clone() };
        Box::pin(work::run(&app, key, deadline, &mut worker)).await?;
    }
    Ok(Value::Null)
}

/// Erases a person, place by place.
struct Eraser {
    app: App,
    marker: Marker,
}

/// An erasure in our hands.
type Erasure = Held<Job<Erasing>>;

impl Worker for Eraser {
    type Work = Job<Erasing>;

    async fn step(&mut self, held: &mut Erasure) -> Result<Next, Problem> {
        match held.now().work.place.clone() {
            Place::Own => own::erase(self, held).await,
            Place::Records { after } => records::erase(self, held, after).await,
            Place::Imports { import } => imports::search(self, held, import).await,
            Place::Exports => exports::erase(self, held).await,
            Place::Late => records::erase_late(self, held).await,
        }
    }
}

/// Whose data in which account.
fn whose(held: &Erasure) -> (AccountId, Person) {
    (held.now().account_id, held.now().work.person)
}

/// What a step has done.
#[derive(Default)]
struct Done {
    /// What is kept with the checkpoint.
    legs: Vec<Leg>,
    /// How many records lost their content.
    erased: u64,
    /// How far the erasure has come by it.
    units: u64,
}

/// Keeps a step; the next begins at `place`.
async fn keep(held: &mut Erasure, done: Done, place: Place) -> Result<Next, Problem> {
    let Done { legs, erased, units } = done;
    held.keep(legs, |job, moment| {
        let progress = Progress { done: job.progress.done + units, ..job.progress };
        let now = job.erased(moment, progress, erased, place.clone());
        domain::Changed { now, events: vec![] }
    })
    .await?;
    Ok(Next::Step)
}
