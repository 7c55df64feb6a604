//! The JSON that the outside sees.

use domain::{CompanyId, JobId, company::Company};
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
    /// The merge that it is in; null: in none.
    pub merge: Option<InMerge>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: domain::Timestamp,
}

/// The part that a company has in a merge.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CompanyInMerge)]
pub struct InMerge {
    /// The merge.
    pub id: JobId,
    /// The company of which it becomes a part; null: it is the one that stays.
    pub into: Option<CompanyId>,
}

/// A company by itself.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CompanyDetail)]
pub struct Detail {
    /// As lists show it.
    #[serde(flatten)]
    pub company: View,
    /// How many customers work for it, within seconds; null for whoever may not see customers.
    pub customers: Option<i64>,
}

impl From<Company> for View {
    fn from(company: Company) -> Self {
        let Company { id, name, created_at, .. } = company;
        let merge = company.merge.map(|merge| InMerge { id: merge.id, into: merge.into });
        Self { id, name, merge, created_at }
    }
}
