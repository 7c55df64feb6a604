//! How often something may be done: so many times in a window of time, whoever asks again and again.

use jiff::SignedDuration;

use crate::{Problem, Timestamp};

/// The most of something in a window of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// How many times.
    pub most: u64,
    /// In how long a time.
    pub window: SignedDuration,
}

/// A window: from when until when is counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Where it begins.
    pub from: Timestamp,
    /// Where it ends.
    pub until: Timestamp,
}

impl Limit {
    /// So many times in so many minutes.
    #[must_use]
    pub const fn new(most: u64, minutes: i64) -> Self {
        Self { most, window: SignedDuration::from_mins(minutes) }
    }

    /// The window in which `now` is.
    #[must_use]
    pub fn window_at(self, now: Timestamp) -> Window {
        let length = self.window.as_secs().max(1);
        let from = now.as_second() - now.as_second().rem_euclid(length);
        let at = |second| Timestamp::from_second(second).unwrap_or(now);
        Window { from: at(from), until: at(from + length) }
    }

    /// Refuses the `count`-th time in a window when that is too many, until the window's end.
    pub fn admit(self, count: u64, window: Window, now: Timestamp) -> Result<(), Problem> {
        if count <= self.most {
            return Ok(());
        }
        let left = window.until.duration_since(now).as_secs().max(1);
        Err(Problem::Limited { seconds: left.unsigned_abs() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_in_a_window_and_the_next_is_told_when_it_ends() {
        let (limit, start) = (Limit::new(2, 10), 1_800_000_000_i64);
        let at = |second| Timestamp::from_second(start + second).unwrap();
        let window = limit.window_at(at(599));
        assert_eq!(window, Window { from: at(0), until: at(600) });
        assert_ne!(limit.window_at(at(600)), window);
        assert_eq!(limit.admit(2, window, at(1)), Ok(()));
        assert_eq!(limit.admit(3, window, at(1)), Err(Problem::Limited { seconds: 599 }));
        assert_eq!(limit.admit(3, window, at(600)), Err(Problem::Limited { seconds: 1 }));
    }
}
