//! The organisation as a whole: what a change of features would do, and the organisation as a file.

mod file;
mod impact;
mod reform;

pub use file::{CompanyEntry, FORMAT, File, PortalEntry, TeamEntry};
pub use impact::{Difference, FeatureImpact, Impact, Organisation};
pub use reform::{Action, Deed, MAX_COMPANIES, Present, Step, reform};

#[cfg(test)]
mod tests;
