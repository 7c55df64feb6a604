//! The mass change of access (CUS-6).

pub(crate) mod cancel;
pub(crate) mod list;
pub(crate) mod request;
pub(crate) mod show;
pub(crate) mod skipped;
mod view;
