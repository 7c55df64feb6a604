//! The JSON that the outside sees.

use domain::{
    CompanyId, CustomerId, Locale, PortalId, QueryId, SubportalId, Timestamp, UserId,
    query::{Asked, Query, State},
};
use serde::Serialize;
use store::QueryLine;
use utoipa::ToSchema;

/// What lists show of a query.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QueryLine)]
pub struct Line {
    /// Its id.
    id: QueryId,
    /// The portal through which it came.
    portal_id: PortalId,
    /// The subportal of it.
    subportal_id: SubportalId,
    /// The representative who was chosen, if one was.
    representative_id: Option<UserId>,
    /// How far it has come.
    state: State,
    /// What whoever asks is called.
    name: String,
    /// What it is about.
    category: String,
    /// The beginning of the question, at most 200 characters.
    question: String,
    /// The customer who asks, if they are one.
    customer_id: Option<CustomerId>,
    /// Their company, or that of the portal.
    company_id: Option<CompanyId>,
    /// When it came.
    #[schema(value_type = String, format = DateTime)]
    submitted_at: Timestamp,
}

impl From<QueryLine> for Line {
    fn from(line: QueryLine) -> Self {
        let QueryLine { id, portal_id, subportal_id, state, name, category, question, .. } = line;
        let QueryLine { representative_id, customer_id, company_id, submitted_at, .. } = line;
        Self {
            id,
            portal_id,
            subportal_id,
            representative_id,
            state,
            name,
            category,
            question,
            customer_id,
            company_id,
            submitted_at,
        }
    }
}

/// A query.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Query)]
pub struct View {
    /// Its id.
    id: QueryId,
    /// The portal through which it came.
    portal_id: PortalId,
    /// The subportal of it.
    subportal_id: SubportalId,
    /// The representative who was chosen, if one was.
    representative_id: Option<UserId>,
    /// How far it has come.
    state: State,
    /// What was filled in.
    asked: Asked,
    /// The language in which they want to be answered.
    locale: Locale,
    /// The customer who asks, if they are one.
    customer_id: Option<CustomerId>,
    /// Their company, or that of the portal.
    company_id: Option<CompanyId>,
    /// When it came.
    #[schema(value_type = String, format = DateTime)]
    submitted_at: Timestamp,
}

impl From<Query> for View {
    fn from(query: Query) -> Self {
        let Query { id, portal_id, subportal_id, state, asked, locale, .. } = query;
        let Query { representative_id, customer_id, company_id, submitted_at, .. } = query;
        Self {
            id,
            portal_id,
            subportal_id,
            representative_id,
            state,
            asked,
            locale,
            customer_id,
            company_id,
            submitted_at,
        }
    }
}
