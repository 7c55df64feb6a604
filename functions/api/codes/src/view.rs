//! The JSON that the outside sees.

use domain::{PortalId, SubportalId, Timestamp, code::Code};
use serde::Serialize;
use utoipa::ToSchema;

/// A code that waits for a customer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Code)]
pub struct View {
    /// Nine digits.
    pub code: String,
    /// For whom it is.
    pub label: String,
    /// The portal where it is entered.
    pub portal_id: PortalId,
    /// The subportal to which its query goes; null: the portal's first.
    pub subportal_id: Option<SubportalId>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// Until when it is good.
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
}

impl From<Code> for View {
    fn from(code: Code) -> Self {
        let Code { digits, label, portal_id, subportal_id, created_at, expires_at, .. } = code;
        Self { code: digits, label, portal_id, subportal_id, created_at, expires_at }
    }
}
