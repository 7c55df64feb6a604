//! What a function is told by its environment. The only place that reads it.

use std::{collections::HashMap, env};

use base64::{Engine, engine::general_purpose::STANDARD};
use domain::Problem;

/// The environment of a function. A variable is asked for where it is needed, so that each function is given only its own.
#[derive(Debug, Clone, Default)]
pub struct Config(HashMap<String, String>);

impl Config {
    /// The environment of this process.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the place that may")]
    pub fn from_environment() -> Self {
        Self(env::vars().collect())
    }

    /// An environment from elsewhere: the local cloud runs many functions in one process.
    #[must_use]
    pub fn new(variables: HashMap<String, String>) -> Self {
        Self(variables)
    }

    /// A variable; its absence is a mistake in the template.
    pub fn required(&self, name: &str) -> Result<&str, Problem> {
        self.optional(name).ok_or_else(|| Problem::Bug(format!("the environment lacks {name}")))
    }

    /// A variable that may be absent or empty.
    #[must_use]
    pub fn optional(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// A key of 32 bytes, in base64.
    pub fn key(&self, name: &str) -> Result<[u8; 32], Problem> {
        let bytes = STANDARD.decode(self.required(name)?).ok().and_then(|bytes| bytes.try_into().ok());
        bytes.ok_or_else(|| Problem::Bug(format!("{name} is not 32 bytes of base64")))
    }
}
