//! Leases: of several workers that were woken for the same work, one goes on.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{Changed, Event, Moment, Timestamp, sign_in::hex};

/// How long a worker may be silent before another takes over. Renewed at each checkpoint.
pub const LEASE: SignedDuration = SignedDuration::from_mins(2);

/// A worker's right to go on with some work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lease {
    /// Which worker.
    pub owner: String,
    /// Until when, unless renewed.
    pub until: Timestamp,
}

/// Work that is done in steps, by whoever holds its lease.
pub trait Leased: Sized {
    /// The lease, if somebody has taken the work up.
    fn lease(&self) -> Option<&Lease>;

    /// The same work with another lease, or none.
    #[must_use]
    fn with_lease(self, lease: Option<Lease>) -> Self;

    /// Whether there is something for a worker to do.
    fn is_open(&self) -> bool;

    /// The event that wakes a worker.
    fn wake(&self, moment: &mut Moment) -> Event;

    /// The end of work that one worker after the other has died of, if it is to end at all.
    fn give_up(&self, _: &mut Moment) -> Option<Changed<Self>> {
        None
    }

    /// A worker takes the work up, or goes on where another stopped; `None` when there is nothing to do or somebody is
    /// at it.
    #[must_use]
    fn take(self, moment: &mut Moment) -> Option<Self> {
        let busy = self.lease().is_some_and(|lease| lease.until > moment.now);
        if busy || !self.is_open() {
            return None;
        }
        let owner = hex(&moment.bytes::<16>());
        Some(self.with_lease(Some(Lease { owner, until: lease_end(moment.now) })))
    }

    /// The worker shows that it is alive.
    #[must_use]
    fn renewed(self, now: Timestamp) -> Self {
        let lease = self.lease().map(|lease| Lease { until: lease_end(now), ..lease.clone() });
        self.with_lease(lease)
    }

    /// The worker has met a problem: whoever is told next takes the work up at once, as after a death.
    #[must_use]
    fn let_go(self, now: Timestamp) -> Self {
        let lease = self.lease().map(|lease| Lease { until: now, ..lease.clone() });
        self.with_lease(lease)
    }

    /// The worker's time is nearly over: another is told to go on.
    fn pause(self, moment: &mut Moment) -> Changed<Self> {
        let event = self.wake(moment);
        Changed { now: self.with_lease(None), events: vec![event] }
    }

    /// Whether the worker called `owner` still holds the work.
    #[must_use]
    fn is_held_by(&self, owner: &str) -> bool {
        self.lease().is_some_and(|lease| lease.owner == owner)
    }

    /// When the watchdog should look after open work that was asked for at `asked`: when its lease runs out, or nobody
    /// has come for as long.
    #[must_use]
    fn lapses_at(&self, asked: Timestamp) -> Timestamp {
        self.lease().map_or_else(|| lease_end(asked), |lease| lease.until)
    }
}

fn lease_end(now: Timestamp) -> Timestamp {
    now.saturating_add(LEASE).unwrap_or(now)
}
