//! publish-events.
