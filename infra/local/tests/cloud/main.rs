//! The local cloud, run for real with toy functions.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail loudly, as tests do"
)]

mod files;
mod house;
mod policies;
mod restart;
mod routes;
mod templates;
mod toys;
mod work;
