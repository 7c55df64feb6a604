//! The JSON that the outside sees.

use domain::{
    CompanyId, ServiceId,
    service::{Service, Status},
};
use serde::Serialize;
use utoipa::ToSchema;

/// A product or project that is supported.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Service)]
pub struct View {
    /// Its id.
    pub id: ServiceId,
    /// Its name; unique in the account.
    pub name: String,
    /// What it is.
    pub description: String,
    /// The companies that may see it; none listed: everybody.
    pub company_ids: Vec<CompanyId>,
    /// Whether it is on offer.
    pub status: Status,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: domain::Timestamp,
}

impl From<Service> for View {
    fn from(service: Service) -> Self {
        let Service { id, name, description, company_ids, status, created_at, .. } = service;
        Self { id, name, description, company_ids, status, created_at }
    }
}
