//! Why a file can't be used.

use serde::{Deserialize, Serialize};

use super::judge::coded;
use crate::{csv_file::FileProblem, problem::Parameters};

/// Why a file can't be used: a code (`pdf`, `no_email_column`, …) and what its message needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFault {
    /// The stable word for it.
    pub code: String,
    /// Values for the message.
    #[serde(default)]
    pub parameters: Parameters,
}

impl FileFault {
    /// A fault without parameters.
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

impl From<&FileProblem> for FileFault {
    fn from(problem: &FileProblem) -> Self {
        let (code, parameters) = coded(problem);
        Self { code, parameters }
    }
}
