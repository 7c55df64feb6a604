//! Merging a company into another one (COM-1).

pub(crate) mod list;
pub(crate) mod request;
pub(crate) mod show;
mod view;
