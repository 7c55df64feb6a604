//! The JSON that the outside sees.

use domain::{
    DenialId, Timestamp, UserId,
    denylist::{Denial, Kind},
};
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
    pub created_by: UserId,
    /// When it was added.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// From when on it no longer counts; null: for ever.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub expires_at: Option<Timestamp>,
    /// How often it has kept somebody out; counted within moments.
    pub hits: u64,
}

impl From<Denial> for View {
    fn from(entry: Denial) -> Self {
        let Denial { id, kind, hint, reason, created_by, created_at, expires_at, hits, .. } = entry;
        Self { id, kind, hint, reason, created_by, created_at, expires_at, hits }
    }
}
