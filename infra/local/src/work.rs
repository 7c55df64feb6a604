//! Work that waits for functions: deliveries of events, streams, schedules.

pub(crate) mod bus;
pub(crate) mod deliver;
pub(crate) mod invoke;
pub(crate) mod journal;
pub(crate) mod queue;
pub(crate) mod schedule;
pub(crate) mod stream;
