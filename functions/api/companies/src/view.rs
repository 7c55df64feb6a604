//! The JSON that the outside sees.

use domain::{CompanyId, company::Company};
use serde::Serialize;
use utoipa::ToSchema;

/// A company.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Company)]
pub struct View {
    /// Its id.
    pub id: CompanyId,
    /// Its name; unique in the account.
    pub name: String,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: domain::Timestamp,
}

impl From<Company> for View {
    fn from(company: Company) -> Self {
        let Company { id, name, created_at, .. } = company;
        Self { id, name, created_at }
    }
}
