//! Pictures that people upload: how large they may be, and why one is refused (CUS-5).

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{FieldError, Problem, problem::Parameters, text::Check};

/// The most bytes of an upload.
pub const MAX_BYTES: u64 = 10 * 1024 * 1024;
/// The most pixels of an upload.
pub const MAX_PIXELS: u64 = 40_000_000;
/// How long an upload may take to begin.
pub const UPLOAD: SignedDuration = SignedDuration::from_mins(15);
/// Where uploads lie until they are read.
pub(crate) const UPLOADS: &str = "pictures/";

/// Why a picture was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// A stable word, under which the message is translated.
    pub code: String,
    /// What the message needs to know.
    #[serde(default, skip_serializing_if = "Parameters::is_empty")]
    pub parameters: Parameters,
}

impl Fault {
    /// Refused because of `code`.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self { code: code.into(), parameters: Parameters::new() }
    }

    /// Adds the value of a placeholder of the message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.parameters.insert(name.into(), value.to_string());
        self
    }
}

/// Refuses an upload that is too large; notes one that is empty.
pub(crate) fn check_size(check: &mut Check, size: u64) -> Result<(), Problem> {
    if size > MAX_BYTES {
        return Err(Problem::TooLarge { limit: MAX_BYTES });
    }
    at_least_one(check, "size", size, MAX_BYTES);
    Ok(())
}

/// Notes a number that is 0.
pub(crate) fn at_least_one(check: &mut Check, field: &str, value: u64, max: u64) {
    if value == 0 {
        check.refuse(FieldError::new(field, "out_of_range").with("min", 1).with("max", max));
    }
}
