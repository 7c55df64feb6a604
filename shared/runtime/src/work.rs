//! Working in the background: take the lease, do a step, keep the checkpoint together with what the step has done, and
//! let another go on when time is short.

use domain::{Changed, Moment, Problem, job::Leased};
use jiff::SignedDuration;
use store::{Kept, Leg, Record, keys::Key};

use crate::{App, Deadline};

/// A worker that has less time left than this stops at its checkpoint.
const SPARE: SignedDuration = SignedDuration::from_secs(60);
/// How often something is decided anew because the work has been moved meanwhile.
const TRIES: usize = 10;

/// Whether a worker has more to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Another step.
    Step,
    /// Nothing: the work has ended.
    Ended,
}

/// Somebody who does one kind of work, in steps.
pub trait Worker: Send {
    /// What they work on.
    type Work: Leased + Record + Clone + Send + Sync;

    /// Whether the work is theirs to take up now.
    fn wants(&self, _: &Self::Work) -> bool {
        true
    }

    /// Does one step and keeps it by [`Held::keep`], or ends the work by it. A step takes well less than a minute, and may
    /// be done again by another worker if this one dies before it is kept.
    fn step(&mut self, held: &mut Held<Self::Work>) -> impl Future<Output = Result<Next, Problem>> + Send;
}

/// Does the work with this key to its end, or until time is short; does nothing when it is at an end or in somebody else's
/// hands.
pub async fn run<W: Worker>(app: &App, key: Key, deadline: Deadline, worker: &mut W) -> Result<(), Problem> {
    let Some(mut held) = Held::take(app, key, |work| worker.wants(work)).await? else { return Ok(()) };
    match steps(&mut held, deadline, worker).await {
        // It took us so long that another worker has taken over.
        Err(Problem::Stale) | Ok(()) => Ok(()),
        Err(problem) => {
            // Without this, whoever tries again would find the lease and leave. If it can't be let go, it runs out.
            let let_go =
                |work: W::Work, moment: &mut Moment| Changed { now: work.let_go(moment.now), events: vec![] };
            drop(held.keep(vec![], let_go).await);
            Err(problem)
        }
    }
}

async fn steps<W: Worker>(
    held: &mut Held<W::Work>,
    deadline: Deadline,
    worker: &mut W,
) -> Result<(), Problem> {
    loop {
        if deadline.is_near(held.app.now(), SPARE) {
            return held.keep(vec![], W::Work::pause).await;
        }
        if worker.step(held).await? == Next::Ended {
            return Ok(());
        }
    }
}

/// Work in a worker's hands.
pub struct Held<T> {
    /// The parts of the function.
    pub app: App,
    kept: Kept<T>,
    key: Key,
    owner: String,
    after_death: bool,
}

impl<T: Leased + Record + Clone> Held<T> {
    /// Takes the work up; `None` when there is nothing to do, or another worker is at it.
    async fn take(app: &App, key: Key, wanted: impl Fn(&T) -> bool) -> Result<Option<Self>, Problem> {
        for _ in 0..TRIES {
            let kept: Kept<T> = app.store().work(key.clone()).await?;
            if !wanted(&kept.thing) {
                return Ok(None);
            }
            let after_death = kept.thing.lease().is_some();
            let moment = &mut app.moment();
            let Some(taken) = kept.thing.clone().take(moment) else { return Ok(None) };
            let (changed, owner) = match (kept.thing.give_up(moment), taken.lease()) {
                (Some(given_up), _) => (given_up, None),
                (None, lease) => {
                    let owner = lease.map(|lease| lease.owner.clone());
                    (Changed { now: taken, events: vec![] }, owner)
                }
            };
            match app.store().keep_work(kept.version, changed, vec![]).await {
                Ok(kept) => {
                    let app = app.clone();
                    return Ok(owner.map(|owner| Self { app, kept, key, owner, after_death }));
                }
                // Another worker was faster, or somebody has asked to cancel.
                Err(Problem::Stale) => {}
                Err(problem) => return Err(problem),
            }
        }
        Ok(None)
    }

    /// The work as it was kept last.
    #[must_use]
    pub fn now(&self) -> &T {
        &self.kept.thing
    }

    /// Whether the worker before died, perhaps in the middle of the step that comes next: what they did of it is not
    /// counted yet.
    #[must_use]
    pub fn is_after_death(&self) -> bool {
        self.after_death
    }

    /// Keeps what `decide` makes of the work, together with what the step has done (`legs`), as long as the work is ours.
    /// Somebody who asks to cancel may move it at the same moment; then it is decided anew. Stale: another has taken over.
    pub async fn keep(
        &mut self,
        legs: Vec<Leg>,
        decide: impl Fn(T, &mut Moment) -> Changed<T>,
    ) -> Result<(), Problem> {
        for _ in 0..TRIES {
            let changed = decide(self.kept.thing.clone(), &mut self.app.moment());
            match self.app.store().keep_work(self.kept.version, changed, legs.clone()).await {
                Err(Problem::Stale) => self.kept = self.app.store().work(self.key.clone()).await?,
                outcome => {
                    self.kept = outcome?;
                    self.after_death = false;
                    return Ok(());
                }
            }
            if !self.kept.thing.is_held_by(&self.owner) {
                break;
            }
        }
        Err(Problem::Stale)
    }
}

/// Something that somebody does to work on which a function may be working, as cancelling it: whoever moves it at the
/// same moment goes first, and it is decided anew.
pub async fn change<T: Record>(
    app: &App,
    key: Key,
    decide: impl Fn(T, &mut Moment) -> Result<Changed<T>, Problem>,
) -> Result<T, Problem> {
    for _ in 0..TRIES {
        let kept: Kept<T> = app.store().work(key.clone()).await?;
        let changed = decide(kept.thing, &mut app.moment())?;
        if changed.events.is_empty() {
            return Ok(changed.now);
        }
        match app.store().keep_work(kept.version, changed, vec![]).await {
            Err(Problem::Stale) => {}
            outcome => return outcome.map(|kept| kept.thing),
        }
    }
    Err(Problem::Unavailable("the work keeps moving".into()))
}
