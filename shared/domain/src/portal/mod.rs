//! Portals and subportals: where customers start (POR-1).

use serde::{Deserialize, Serialize};

use crate::{AccountId, PortalId, SubportalId, Timestamp, feature::Features};

/// Where queries are routed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subportal {
    /// Its id.
    pub id: SubportalId,
    /// Its name; unique in the portal.
    pub name: String,
}

/// A portal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Portal {
    /// Its id.
    pub id: PortalId,
    /// The account it belongs to.
    pub account_id: AccountId,
    /// Its name.
    pub name: String,
    /// Where queries are routed to, at least one.
    pub subportals: Vec<Subportal>,
    /// What it says of features: it can only take away.
    #[serde(default, skip_serializing_if = "Features::is_empty")]
    pub features: Features,
    /// When it was made.
    pub created_at: Timestamp,
}

impl Portal {
    /// Whether a subportal is one of its.
    #[must_use]
    pub fn has(&self, id: SubportalId) -> bool {
        self.subportals.iter().any(|subportal| subportal.id == id)
    }
}
