//! A step of a merge: the next entries of one list, in one transaction with the checkpoint. So each thing is changed, counted
//! and told of exactly once, wherever a worker dies.

use domain::{
    Changed, CompanyId, Event, Problem,
    company::{
        Belongings,
        merge::{Kind, Merge, Place},
    },
    job::Job,
};
use runtime::work::{Held, Next, Worker};
use store::Leg;

use crate::{end, inside, lists, wait};

/// How many entries of a list are looked at in a step: with figures, event and checkpoint they fit into one transaction.
pub(crate) const AT_ONCE: usize = 90;
/// How often a step is tried anew because somebody has changed one of the things meanwhile.
const TRIES: usize = 10;

/// A worker on one merge.
pub(crate) struct Merger;

/// A merge in a worker's hands.
pub(crate) type Merging = Held<Job<Merge>>;

impl Worker for Merger {
    type Work = Job<Merge>;

    async fn step(&mut self, held: &mut Merging) -> Result<Next, Problem> {
        let meanwhile = Problem::conflict("conflict");
        for _ in 0..TRIES {
            match once(held).await {
                Err(problem) if problem == meanwhile => {}
                outcome => return outcome,
            }
        }
        Err(Problem::Unavailable("what is to be merged keeps changing".into()))
    }
}

/// One attempt at a step; a conflict when somebody has changed one of its things meanwhile.
async fn once(held: &mut Merging) -> Result<Next, Problem> {
    if held.now().work.total.is_none() {
        return count(held).await;
    }
    match held.now().work.at.clone() {
        Place::Round { last, kind, after, .. } => {
            let done = Along { last, kind, after }.look(held).await?;
            done.keep(held).await
        }
        Place::Waiting => wait::for_the_others(held).await,
        Place::End => end::end(held).await,
    }
}

/// How much there is to do.
async fn count(held: &mut Merging) -> Result<Next, Problem> {
    let (account, from) = (held.now().account_id, held.now().work.from);
    let (belongings, _) = held.app.store().belongings(account, from).await?;
    let total = Some(belongings.sum());
    let counted = |job: Job<Merge>, moment: &mut domain::Moment| {
        let at = job.work.at.clone();
        let job = Job { work: Merge { total, ..job.work.clone() }, ..job };
        Changed { now: job.moved(moment.now, Belongings::default(), at), events: vec![] }
    };
    held.keep(vec![], counted).await.map(|()| Next::Step)
}

/// Where on a round a step is.
pub(crate) struct Along {
    /// Whether it is the last round.
    pub last: bool,
    kind: Kind,
    after: Option<String>,
}

impl Along {
    async fn look(&self, held: &Merging) -> Result<Done, Problem> {
        match self.kind {
            Kind::Services => lists::services(self, held).await,
            Kind::Users => lists::users(self, held).await,
            Kind::Contacts => lists::contacts(self, held).await,
            Kind::Devices => inside::devices(self, held).await,
            Kind::Customers => inside::customers(self, held).await,
        }
    }

    /// Behind which entry of the list it is.
    pub(crate) fn behind(&self) -> Option<&str> {
        self.after.as_deref()
    }

    /// Of whom in which account.
    pub(crate) fn of(held: &Merging) -> (domain::AccountId, CompanyId) {
        (held.now().account_id, held.now().work.from)
    }
}

/// What a step has done.
#[derive(Default)]
pub(crate) struct Done {
    /// What is kept with the checkpoint.
    pub legs: Vec<Leg>,
    /// What tells of it, if there is anything to tell.
    pub event: Option<Event>,
    /// How much has become the other company's by it.
    pub moved: Belongings,
    /// Behind which entry the next step begins; `None`: all of the list is looked at.
    pub next: Option<String>,
}

impl Done {
    async fn keep(self, held: &mut Merging) -> Result<Next, Problem> {
        let Self { legs, event, moved, next } = self;
        let found = event.is_some();
        let keep = |job: Job<Merge>, moment: &mut domain::Moment| {
            let at = job.work.at.behind(next.clone(), found);
            Changed { now: job.moved(moment.now, moved, at), events: event.iter().cloned().collect() }
        };
        held.keep(legs, keep).await.map(|()| Next::Step)
    }
}
