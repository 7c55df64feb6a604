//! How long a background function may go on.

use domain::Timestamp;
use jiff::SignedDuration;

/// The end of an invocation.
#[derive(Debug, Clone, Copy)]
pub struct Deadline(pub Timestamp);

impl Deadline {
    /// Whether less than `spare` is left at `now`: time to stop at the next checkpoint.
    #[must_use]
    pub fn is_near(&self, now: Timestamp, spare: SignedDuration) -> bool {
        self.0.duration_since(now) < spare
    }
}
