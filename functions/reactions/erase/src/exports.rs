//! Files that somebody has asked for, in which the person may stand: exports, and lists of those whom a mass change has
//! skipped. They are kept for days and can be made again, so that all from before the deletion go.

use domain::{
    Problem,
    access_change::AccessChange,
    erasure::{Erasing, Place},
    export::{Export, KEPT, file_key},
    job::{Job, Leased, Work},
};
use jiff::SignedDuration;
use runtime::work::Next;

use crate::{Done, Eraser, Erasure, keep, whose};

/// Work that was asked for longer ago than a file is kept, and a day for the work itself, has none any more.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(24);

/// Deletes the files, unless one is being written.
pub(crate) async fn erase(worker: &Eraser, held: &mut Erasure) -> Result<Next, Problem> {
    let free = erase_of::<Export>(worker, held).await? && erase_of::<AccessChange>(worker, held).await?;
    if free {
        return keep(held, Done { units: 1, ..Done::default() }, Place::Late).await;
    }
    // The lease runs out meanwhile, and the watchdog calls the next worker.
    keep(held, Done::default(), Place::Exports).await?;
    Ok(Next::Ended)
}

/// Deletes the files of a kind of job; false when one of them is being written.
async fn erase_of<W: Work>(worker: &Eraser, held: &Erasure) -> Result<bool, Problem> {
    let ((account, _), deleted_at) = (whose(held), held.now().created_at);
    let mut position = None;
    loop {
        let page = worker.app.store().jobs::<W>(account, 100, position.as_ref()).await?;
        for job in &page.items {
            if deleted_at.duration_since(job.created_at) > KEPT + FORGOTTEN {
                return Ok(true);
            }
            if job.created_at > deleted_at {
                continue;
            }
            if job.is_open() {
                return Ok(false);
            }
            delete(worker, held.now(), job).await?;
        }
        position = page.next;
        if position.is_none() {
            return Ok(true);
        }
    }
}

async fn delete<W>(worker: &Eraser, erasure: &Job<Erasing>, job: &Job<W>) -> Result<(), Problem> {
    let files = file_key(erasure.account_id, job.id, "");
    worker.app.files()?.delete_all(&files).await.map(drop)
}
