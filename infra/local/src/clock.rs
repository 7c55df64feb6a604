//! Time that tests and the demo can move forward.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

/// Real time plus an offset. Cheap to clone; every clone tells the same time.
#[derive(Clone, Debug)]
pub struct Clock {
    offset: Arc<watch::Sender<i64>>,
}

impl Default for Clock {
    fn default() -> Self {
        Self::with_offset(0)
    }
}

impl Clock {
    /// A clock that runs `seconds` ahead of real time.
    #[must_use]
    pub fn with_offset(seconds: i64) -> Self {
        Self { offset: Arc::new(watch::Sender::new(seconds)) }
    }

    /// What time it is now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the clock that everybody else is given")]
    pub fn now(&self) -> Timestamp {
        let real = Timestamp::now();
        real.checked_add(SignedDuration::from_secs(self.offset_seconds())).unwrap_or(Timestamp::MAX)
    }

    /// How far ahead of real time the clock runs, in seconds.
    #[must_use]
    pub fn offset_seconds(&self) -> i64 {
        *self.offset.borrow()
    }

    /// Moves time forward; it never goes back, as stored dates would lie in the future.
    pub fn advance(&self, seconds: u32) {
        self.offset.send_modify(|offset| *offset = offset.saturating_add(i64::from(seconds)));
    }

    /// Tells whenever somebody moves the clock.
    pub(crate) fn moves(&self) -> watch::Receiver<i64> {
        self.offset.subscribe()
    }
}

impl dynoxide::storage_backend::Clock for Clock {
    fn now_unix_secs(&self) -> u64 {
        u64::try_from(self.now().as_second()).unwrap_or_default()
    }

    fn now_unix_secs_f64(&self) -> f64 {
        self.now().as_duration().as_secs_f64()
    }
}
