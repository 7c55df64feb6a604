//! Deskhand on one machine: every function of the template, in one process, on the local cloud.

mod contract;
mod demo;
mod functions;
mod keys;
mod seed;

pub use contract::openapi;
pub use demo::{PASSWORD, fill};
pub use functions::{CODES, make_function};
pub use keys::{Keys, NotKept};
pub use seed::seed_app;
