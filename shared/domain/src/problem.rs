//! The one error type: what went wrong, in words that are safe to show, with the code under which they are translated.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Values for the placeholders of a message, by name.
pub type Parameters = BTreeMap<String, String>;

/// One wrong value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name as the sender wrote it; nested ones with dots (`services.0.access`).
    pub field: String,
    /// What is wrong with it: a stable word such as `required`, under which the message is translated.
    pub code: String,
    /// What the message needs to know, such as `max`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: Parameters,
}

impl FieldError {
    /// `field` is wrong because of `code`.
    #[must_use]
    pub fn new(field: impl Into<String>, code: &str) -> Self {
        Self { field: field.into(), code: code.into(), parameters: Parameters::new() }
    }

    /// Adds the value of a placeholder of the message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.parameters.insert(name.into(), value.to_string());
        self
    }
}

/// Up to how many things are told by number; of more, only that there are.
pub const MOST_TOLD: u64 = 100;

/// Why something can't be done. Causes are logged, never shown.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Problem {
    /// Nobody is signed in, or no longer.
    #[error("unauthenticated")]
    Unauthenticated,
    /// Login or password are wrong; which of them is never said.
    #[error("sign-in refused")]
    SignInRefused,
    /// Too many wrong passwords (PPL-8).
    #[error("sign-in locked for {minutes} minutes")]
    SignInLocked {
        /// How long the lock still holds, rounded up.
        minutes: i64,
    },
    /// A link of a mail that has been used, has expired or never was.
    #[error("link invalid")]
    LinkInvalid,
    /// The caller's role may not do this to a thing of their own account.
    #[error("forbidden")]
    Forbidden,
    /// The account wants a second factor, and whoever is signed in has to set one up before anything else (PPL-8).
    #[error("a second factor is to be set up first")]
    SecondFactorNeeded,
    /// There is no such thing for this caller; somebody else's thing is not found either.
    #[error("not found")]
    NotFound,
    /// The request can't be read.
    #[error("broken request: {reason}")]
    BrokenRequest {
        /// What the parser said.
        reason: String,
    },
    /// Values that break a rule, every one of them.
    #[error("invalid: {0:?}")]
    Invalid(Vec<FieldError>),
    /// A conflict that a code of its own names (`not_yourself`, `wrong_state`, `idempotency_mismatch`, …).
    #[error("conflict: {code}")]
    Conflict {
        /// The stable word for the conflict.
        code: &'static str,
        /// What its message needs to know.
        parameters: Parameters,
    },
    /// It can't go while this much of each kind depends on it: a word, and a number up to [`MOST_TOLD`] or one above it.
    #[error("in use: {0:?}")]
    InUse(Vec<(&'static str, u64)>),
    /// The thing has been changed since the caller looked at it.
    #[error("stale")]
    Stale,
    /// The body or file is larger than `limit` bytes.
    #[error("too large, limit {limit} bytes")]
    TooLarge {
        /// The largest size allowed, in bytes.
        limit: u64,
    },
    /// Too many requests.
    #[error("limited for {seconds} s")]
    Limited {
        /// When to try again.
        seconds: u64,
    },
    /// A part we need does not answer; trying again later may help.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// Something that can't happen has happened.
    #[error("bug: {0}")]
    Bug(String),
}

impl Problem {
    /// One wrong field.
    #[must_use]
    pub fn field(field: &str, code: &str) -> Self {
        Self::Invalid(vec![FieldError::new(field, code)])
    }

    /// A conflict without parameters.
    #[must_use]
    pub fn conflict(code: &'static str) -> Self {
        Self::Conflict { code, parameters: Parameters::new() }
    }

    /// A conflict with one parameter.
    #[must_use]
    pub fn conflict_with(code: &'static str, name: &str, value: impl ToString) -> Self {
        Self::Conflict { code, parameters: Parameters::from([(name.into(), value.to_string())]) }
    }
}
