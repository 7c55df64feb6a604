//! The one place that asks what time it is, and for randomness.

use std::sync::Arc;

use domain::{Moment, Random, Timestamp};

/// A clock: the machine's, or one that a test can move.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub fn system() -> Self {
        #[expect(clippy::disallowed_methods, reason = "this is the place that may")]
        Self(Arc::new(Timestamp::now))
    }

    /// A clock of one's own.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }

    /// Now, with the operating system's randomness.
    #[must_use]
    pub fn moment(&self) -> Moment {
        Moment::new(self.now(), Box::new(SystemRandom))
    }
}

struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&mut self, bytes: &mut [u8]) {
        if getrandom::fill(bytes).is_err() {
            // Without randomness nothing here is safe: no id, no token, no nonce.
            std::process::abort();
        }
    }
}
