//! Jobs: work on many things that somebody asks for and a function does in the background, in steps.
//!
//! A function may die at any line, and its events may come twice. So a worker holds a [`Lease`] on the job, and ends each
//! step by one conditional write that moves the job's checkpoint together with what the step has done. Whoever finds the
//! job elsewhere than expected decides anew, or has lost the lease, and stops.

mod lease;

pub use lease::{LEASE, Lease, Leased};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{AccountId, Actor, Changed, Event, JobId, Moment, Problem, Timestamp};

/// How many workers in a row may die of a job, none of them ending a step, before it fails.
pub const ATTEMPTS: u32 = 10;

/// Where a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = JobState)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody has taken it up yet.
    Waiting,
    /// It is being worked on.
    Running,
    /// All is done.
    Done,
    /// Somebody stopped it.
    Cancelled,
    /// It can't be done.
    Failed,
}

/// How far a job is, in things of its kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Progress {
    /// So much is done.
    pub done: u64,
    /// So much there is; 0 until it is known.
    pub total: u64,
}

/// A kind of job: what was asked for, its checkpoint, and what has come of it so far.
pub trait Work: Clone + Send + Sync + Serialize + DeserializeOwned {
    /// The kind's name in events (`export.requested`, `export.continued`, …) and in keys: lower case and `_`.
    const NAME: &'static str;

    /// Whether it fails when one worker after the other dies of it. Not where only a worker can put things right.
    const GIVES_UP: bool = true;

    /// Adds what people want to know of it to an event; no personal data.
    #[must_use]
    fn tell(&self, event: Event) -> Event {
        event
    }
}

/// A job of the kind `W`. Its events are `<kind>.requested`, `.continued`, `.cancel_requested`, `.done`, `.cancelled`
/// and `.failed`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job<W> {
    /// Its id.
    pub id: JobId,
    /// The account it belongs to.
    pub account_id: AccountId,
    /// Who asked for it.
    pub created_by: Actor,
    /// Where it is.
    pub state: State,
    /// How far it is.
    pub progress: Progress,
    /// Who works on it.
    pub lease: Option<Lease>,
    /// How many workers have taken it up since the last step.
    pub attempts: u32,
    /// Somebody wants it stopped; the worker stops at the end of its step.
    pub cancel_requested: bool,
    /// Why it failed: a code.
    pub fault: Option<String>,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// What was asked for, and how far it has come.
    pub work: W,
}

impl<W: Work> Job<W> {
    /// Somebody asks for work; `<kind>.requested` wakes a worker.
    pub fn request(moment: &mut Moment, account_id: AccountId, actor: Actor, work: W) -> Changed<Self> {
        let job = Self {
            id: JobId::new(moment),
            account_id,
            created_by: actor,
            state: State::Waiting,
            progress: Progress::default(),
            lease: None,
            attempts: 0,
            cancel_requested: false,
            fault: None,
            created_at: moment.now,
            finished_at: None,
            work,
        };
        job.told(moment, actor, "requested")
    }

    /// A step is done: the checkpoint moves, and the lease is renewed.
    #[must_use]
    pub fn step(self, now: Timestamp, progress: Progress, work: W) -> Self {
        Self { progress, work, attempts: 0, ..self }.renewed(now)
    }

    /// Everything is done.
    pub fn done(self, moment: &mut Moment) -> Changed<Self> {
        self.ended(moment, State::Done).told(moment, Actor::System, "done")
    }

    /// Somebody wants it stopped: at once while nobody works on it, else at the end of the worker's step.
    pub fn cancel(self, moment: &mut Moment, actor: Actor) -> Result<Changed<Self>, Problem> {
        match self.state {
            State::Waiting => Ok(self.ended(moment, State::Cancelled).told(moment, actor, "cancelled")),
            State::Running if !self.cancel_requested => {
                Ok(Self { cancel_requested: true, ..self }.told(moment, actor, "cancel_requested"))
            }
            State::Running | State::Cancelled => Ok(Changed { now: self, events: vec![] }),
            State::Done | State::Failed => Err(wrong_state(&self.state)),
        }
    }

    /// The worker has stopped because somebody wanted it.
    pub fn cancelled(self, moment: &mut Moment) -> Changed<Self> {
        self.ended(moment, State::Cancelled).told(moment, Actor::System, "cancelled")
    }

    /// It can't be done; `code` says why.
    pub fn fail(self, moment: &mut Moment, code: &str) -> Changed<Self> {
        let now = Self { fault: Some(code.into()), ..self.ended(moment, State::Failed) };
        now.told(moment, Actor::System, "failed")
    }

    /// When the watchdog should look after it.
    #[must_use]
    pub fn due_at(&self) -> Option<Timestamp> {
        self.is_open().then(|| self.lapses_at(self.created_at))
    }

    fn ended(self, moment: &Moment, state: State) -> Self {
        Self { state, lease: None, finished_at: Some(moment.now), ..self }
    }

    fn told(self, moment: &mut Moment, actor: Actor, happened: &str) -> Changed<Self> {
        let name = format!("{}.{happened}", W::NAME);
        let event = Event::new(moment, self.account_id, actor, &name, self.id);
        Changed { events: vec![self.work.tell(event)], now: self }
    }
}

impl<W: Work> Leased for Job<W> {
    fn lease(&self) -> Option<&Lease> {
        self.lease.as_ref()
    }

    fn with_lease(self, lease: Option<Lease>) -> Self {
        let taken = lease.as_ref().is_some_and(|lease| !self.is_held_by(&lease.owner));
        let state = if taken { State::Running } else { self.state };
        Self { state, lease, attempts: self.attempts + u32::from(taken), ..self }
    }

    fn is_open(&self) -> bool {
        matches!(self.state, State::Waiting | State::Running)
    }

    fn wake(&self, moment: &mut Moment) -> Event {
        continued(moment, self.account_id, W::NAME, self.id)
    }

    fn give_up(&self, moment: &mut Moment) -> Option<Changed<Self>> {
        (W::GIVES_UP && self.attempts >= ATTEMPTS).then(|| self.clone().fail(moment, "gave_up"))
    }
}

/// The event that wakes a worker for a job of the kind `kind`; the watchdog sends it for jobs that nobody works on.
pub fn continued(moment: &mut Moment, account_id: AccountId, kind: &str, id: JobId) -> Event {
    Event::new(moment, account_id, Actor::System, &format!("{kind}.continued"), id)
}

/// What can't be done to work in this state.
pub fn wrong_state(state: &impl Serialize) -> Problem {
    let word = serde_json::to_value(state)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default();
    Problem::conflict_with("wrong_state", "state", word)
}

#[cfg(test)]
mod tests;
