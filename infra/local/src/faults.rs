//! Faults on purpose: what AWS, or the end of a function, does to a call on a bad day. For tests.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use tokio::sync::Notify;

/// What becomes of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Too many requests; nothing is done.
    Throttled,
    /// The transaction met another one; nothing is done. Strikes `TransactWriteItems` only.
    Conflicted,
    /// A part of a batch is done, the rest is handed back. Strikes `BatchGetItem` and `PutEvents` with two entries or more.
    Unprocessed,
    /// An internal error; nothing is done.
    Failed,
    /// It is done, but the answer says that it failed.
    Unanswered,
    /// The function ends before the call is done.
    KilledBefore,
    /// The function ends after the call is done, before it knows.
    KilledAfter,
}

impl Fault {
    /// All there are.
    pub const ALL: [Self; 7] = [
        Self::Throttled,
        Self::Conflicted,
        Self::Unprocessed,
        Self::Failed,
        Self::Unanswered,
        Self::KilledBefore,
        Self::KilledAfter,
    ];

    fn strikes(self, call: &str) -> bool {
        match self {
            Self::Conflicted => call == "dynamodb:TransactWriteItems",
            Self::Unprocessed => matches!(call, "dynamodb:BatchGetItem" | "events:PutEvents"),
            _ => true,
        }
    }
}

/// Which calls a fault strikes. The test's own calls and browsers' presigned ones are never struck.
#[derive(Clone, Debug)]
pub struct Faults {
    /// What happens.
    pub fault: Fault,
    /// The functions whose calls are struck, by logical id; none: all.
    pub functions: Vec<String>,
    /// How many calls pass before.
    pub skip: u64,
    /// From there on, each of this many is struck; 0: only the first.
    pub every: u64,
}

#[derive(Default)]
struct State {
    faults: Option<Faults>,
    met: u64,
    struck: BTreeMap<String, u64>,
}

/// The faults of a cloud, and how often they struck.
#[derive(Default)]
pub(crate) struct Weather {
    state: Mutex<State>,
    /// Rung when a running function must end, by its logical id.
    bells: HashMap<String, Notify>,
}

impl Weather {
    /// Fair weather for these functions.
    pub fn new<'a>(functions: impl Iterator<Item = &'a str>) -> Self {
        let bells = functions.map(|id| (id.to_owned(), Notify::new())).collect();
        Self { state: Mutex::default(), bells }
    }

    /// Begins to strike; `None` ends it. The count begins anew.
    pub fn set(&self, faults: Option<Faults>) {
        *self.lock() = State { faults, ..State::default() };
    }

    /// What was struck, by call (`dynamodb:Query`, `s3:PUT`), and how often.
    pub fn struck(&self) -> BTreeMap<String, u64> {
        self.lock().struck.clone()
    }

    /// What happens to this call of this function.
    pub fn strike(&self, function: &str, call: &str) -> Option<Fault> {
        let mut state = self.lock();
        let Faults { fault, functions, skip, every } = state.faults.as_ref()?;
        let (fault, after, every) = (*fault, state.met.checked_sub(*skip), *every);
        let ours = functions.is_empty() || functions.iter().any(|id| id == function);
        if !ours || !fault.strikes(call) || !self.bells.contains_key(function) {
            return None;
        }
        state.met += 1;
        let struck = after.is_some_and(|after| after.checked_rem(every).unwrap_or(after) == 0);
        if struck {
            *state.struck.entry(call.to_owned()).or_default() += 1;
        }
        struck.then_some(fault)
    }

    /// Ends the running invocations of a function.
    pub fn kill(&self, function: &str) {
        if let Some(bell) = self.bells.get(function) {
            bell.notify_waiters();
        }
    }

    /// Waits until the function must end.
    pub async fn killed(&self, function: &str) {
        match self.bells.get(function) {
            Some(bell) => bell.notified().await,
            None => std::future::pending().await,
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
