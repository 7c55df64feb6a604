//! The JSON that the outside sees.

use std::collections::BTreeSet;

use domain::{ApiKeyId, Timestamp, api_key::ApiKey, scope::Scope};
use runtime::{Names, Who};
use serde::Serialize;
use utoipa::ToSchema;

/// An API key, without the key itself.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ApiKey)]
pub struct View {
    /// Its id.
    id: ApiKeyId,
    /// What its owner calls it.
    name: String,
    /// The first characters of the key.
    prefix: String,
    /// What it may be used for.
    #[schema(value_type = Vec<Scope>)]
    scopes: BTreeSet<Scope>,
    /// Whose it is.
    owner: Who,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When it ends by itself; null: never.
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Timestamp>,
    /// When it was last used, to the minute; null: never.
    #[schema(value_type = Option<String>, format = DateTime)]
    last_used_at: Option<Timestamp>,
}

/// A new API key, and the key itself.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NewApiKey)]
pub struct Made {
    /// The key without the key itself, as it is shown from now on.
    #[serde(flatten)]
    pub view: View,
    /// The key, shown this once: `dhk_` and 56 hex digits, the last eight a CRC-32 of what is before them.
    #[schema(pattern = "^dhk_[0-9a-f]{56}$")]
    pub key: String,
}

impl View {
    /// A key, and when it was last used.
    #[must_use]
    pub fn new(key: ApiKey, last_used_at: Option<Timestamp>, names: &Names) -> Self {
        let ApiKey { id, name, prefix, scopes, user_id, created_at, expires_at, .. } = key;
        let owner = names.who(user_id);
        Self { id, name, prefix, scopes, owner, created_at, expires_at, last_used_at }
    }
}
