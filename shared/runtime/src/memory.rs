//! What a warm function has found out a short while ago, and takes to be so without looking again.

use std::{collections::HashMap, hash::Hash, sync::Mutex};

use domain::Timestamp;
use jiff::SignedDuration;

/// For how long (PPL-9: what has ended opens nothing within a minute).
const KEPT: SignedDuration = SignedDuration::from_secs(55);
/// How many things are remembered before all are forgotten.
const REMEMBERED: usize = 10_000;

/// Things by their keys, for less than a minute.
pub(crate) struct Memory<K, V>(Mutex<HashMap<K, (Timestamp, V)>>);

impl<K, V> Default for Memory<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Hash + Eq, V: Clone> Memory<K, V> {
    /// What was found out of `key`, if that was not long before `now`.
    pub fn recall(&self, key: &K, now: Timestamp) -> Option<V> {
        let (seen, value) = self.0.lock().ok()?.get(key).cloned()?;
        (now.duration_since(seen).abs() < KEPT).then_some(value)
    }

    /// Remembers what was found out at `now`.
    pub fn note(&self, key: K, value: V, now: Timestamp) {
        if let Ok(mut memory) = self.0.lock() {
            if memory.len() >= REMEMBERED {
                memory.clear();
            }
            memory.insert(key, (now, value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_out_is_forgotten_within_a_minute_and_when_it_becomes_too_much() {
        let at = |seconds| Timestamp::from_second(seconds).unwrap();
        let memory = Memory::default();
        memory.note(0, "alive", at(0));
        assert_eq!((memory.recall(&0, at(54)), memory.recall(&0, at(59))), (Some("alive"), None));
        for key in 1..=REMEMBERED {
            memory.note(key, "alive", at(0));
        }
        assert_eq!((memory.recall(&0, at(0)), memory.recall(&REMEMBERED, at(0))), (None, Some("alive")));
    }
}
