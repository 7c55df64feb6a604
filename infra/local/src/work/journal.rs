//! The last events and deliveries, for the page of events and for tests.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

/// How many entries are kept of each kind.
const KEPT: usize = 1000;

/// The last events and deliveries, newest first. Gone when the process ends.
#[derive(Default)]
pub(crate) struct Journal {
    events: Mutex<VecDeque<Value>>,
    deliveries: Mutex<VecDeque<Value>>,
}

impl Journal {
    /// An event came to a bus.
    pub fn event(&self, event: Value) {
        push(&self.events, event);
    }

    /// A function was given an event: how that ended.
    pub fn delivery(&self, delivery: Value) {
        push(&self.deliveries, delivery);
    }

    /// The events.
    pub fn events(&self) -> Vec<Value> {
        self.events.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// The deliveries.
    pub fn deliveries(&self) -> Vec<Value> {
        self.deliveries.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

fn push(list: &Mutex<VecDeque<Value>>, entry: Value) {
    let mut list = list.lock().unwrap_or_else(PoisonError::into_inner);
    list.push_front(entry);
    list.truncate(KEPT);
}
