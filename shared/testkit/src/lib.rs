//! What tests begin with: a house of their own, and people in it who ask it things over HTTP.
//!
//! Everything here panics when it can't do its work: a test that can't begin has failed.

#![expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test that can't begin has failed"
)]

mod authenticator;
mod avatars;
mod csv;
mod drops;
mod house;
mod imports;
mod mail;
mod person;
mod portal;
mod staff;

pub use authenticator::AuthenticatorApp;
pub use avatars::picture;
pub use csv::Table;
pub use house::House;
pub use mail::Letter;
pub use person::{Person, Reply};
pub use staff::whole;

/// The password that people in tests have.
pub const PASSWORD: &str = "Quiet-harbour-7";
