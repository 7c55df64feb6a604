//! The account: the tenant. Everything belongs to exactly one.

use serde::{Deserialize, Serialize};

use crate::{AccountId, Locale, Timestamp};

/// A tenant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The organisation's name, as pages and mails show it.
    pub name: String,
    /// The language of those who have chosen none.
    pub locale: Locale,
    /// The time zone of those who have chosen none (IANA).
    pub time_zone: String,
    /// When it was made.
    pub created_at: Timestamp,
}
