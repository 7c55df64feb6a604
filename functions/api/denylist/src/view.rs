//! The JSON that the outside sees.

use domain::{
    DenialId, Timestamp,
    denylist::{Denial, Kind},
};
use runtime::{Names, Who};
use serde::Serialize;
use utoipa::ToSchema;

/// An entry of the denylist. Nobody can read the address from it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Denial)]
pub struct View {
    /// Its id.
    pub id: DenialId,
    /// Whether it denies an address, or a domain with its subdomains.
    pub kind: Kind,
    /// The domain, or a hint at the address, such as `j…@e…e.com`.
    pub hint: String,
    /// Why.
    pub reason: String,
    /// Who added it.
    pub created_by: Who,
    /// When it was added.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// From when on it no longer counts; null: for ever.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub expires_at: Option<Timestamp>,
    /// How often it has kept somebody out; counted within moments.
    pub hits: u64,
}

impl View {
    /// An entry, and who added it among those whose names are known.
    #[must_use]
    pub fn new(entry: Denial, names: &Names) -> Self {
        let Denial { id, kind, hint, reason, created_by, created_at, expires_at, hits, .. } = entry;
        let created_by = names.who(created_by);
        Self { id, kind, hint, reason, created_by, created_at, expires_at, hits }
    }
}
