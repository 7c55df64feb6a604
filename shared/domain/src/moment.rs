//! Time and randomness as arguments, so that every decision can be repeated in a test.

use crate::{Origin, Timestamp};

/// Where random bytes come from: the operating system in a function, a counter in a test.
pub trait Random: Send {
    /// Fills `bytes` with random bytes.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// What a decision may know of the world besides its arguments.
pub struct Moment {
    /// The time of the decision.
    pub now: Timestamp,
    /// From where whoever wants it asks, if somebody does.
    pub origin: Option<Origin>,
    random: Box<dyn Random>,
}

impl Moment {
    /// The moment `now`, with randomness from `random`.
    #[must_use]
    pub fn new(now: Timestamp, random: Box<dyn Random>) -> Self {
        Self { now, origin: None, random }
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.random.fill(&mut bytes);
        bytes
    }
}

/// Moments for the tests of this crate.
#[cfg(test)]
pub(crate) mod testing {
    use super::{Moment, Random};
    use crate::Timestamp;

    struct Counter(u8);
    impl Random for Counter {
        fn fill(&mut self, bytes: &mut [u8]) {
            for byte in bytes {
                self.0 = self.0.wrapping_mul(31).wrapping_add(7);
                *byte = self.0;
            }
        }
    }

    /// The moment `seconds` after a fixed start, with randomness that depends on it.
    pub fn moment(seconds: i64) -> Moment {
        let now = Timestamp::from_second(1_800_000_000 + seconds).unwrap();
        Moment::new(now, Box::new(Counter(u8::try_from(seconds.rem_euclid(251)).unwrap())))
    }
}
