//! Whose contact methods: a contact's, or a user's.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{ContactId, MethodId, UserId, id::NotAnId};

/// Whose they are; written as the id alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Holder {
    /// A contact's.
    Contact(ContactId),
    /// A user's.
    User(UserId),
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Contact(id) => id.fmt(f),
            Self::User(id) => id.fmt(f),
        }
    }
}
impl FromStr for Holder {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        text.parse().map(Self::Contact).or_else(|_| text.parse().map(Self::User))
    }
}
impl TryFrom<String> for Holder {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Self, NotAnId> {
        text.parse()
    }
}
impl From<Holder> for String {
    fn from(holder: Holder) -> Self {
        holder.to_string()
    }
}

/// One method of somebody: where something is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destination {
    /// Whose method.
    pub holder: Holder,
    /// Which.
    pub method: MethodId,
}
