//! Staff look for customers.

use axum::{Json, extract::State};
use domain::{
    Problem,
    company_access::CompanyAccess,
    customer::{ActivationState, CustomerFilter, PortalAccess},
    permission::SeeCustomers,
};
use runtime::{Answer, App, Caller, Paging, ProblemDocument, Query, answer, answer::List, one_of};
use serde::Deserialize;
use store::{CustomerQuery, Sort};
use utoipa::IntoParams;

use crate::view::Line;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Search {
    /// The beginning of first or last name, e-mail address or company; case and accents ignored.
    text: Option<String>,
    /// Those of a company.
    company_id: Option<String>,
    /// Those who have a service.
    service_id: Option<String>,
    /// Those with this access.
    #[param(inline, value_type = Option<PortalAccess>)]
    portal_access: Option<String>,
    /// Those whose activation is this far.
    #[param(inline, value_type = Option<ActivationState>)]
    activation: Option<String>,
    /// The order; while a text is searched, by what matched.
    #[param(inline, value_type = Option<Sort>)]
    sort: Option<String>,
}

/// Customers, by name or newest first, of all or of some.
#[utoipa::path(get, path = "/v1/customers", tag = "customers", params(Search, runtime::PagingParameters),
    responses((status = 200, body = List<Line>), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_customers(
    State(app): State<App>,
    caller: Caller<SeeCustomers>,
    Query(search): Query<Search>,
    paging: Paging,
) -> Answer<Json<List<Line>>> {
    let query = search.read(caller.companies())?;
    let page =
        app.store().customers(caller.account_id, &query, paging.limit, paging.position.as_ref()).await?;
    let mut companies: Vec<_> = page.items.iter().filter_map(|line| line.company_id).collect();
    companies.sort_unstable();
    companies.dedup();
    let companies = app.store().companies_by_id(caller.account_id, &companies).await?;
    answer::list(page, &paging, |line| Line::new(line, &companies))
}

impl Search {
    fn read(self, companies: &CompanyAccess) -> Result<CustomerQuery, Problem> {
        let mut errors = vec![];
        let filter = CustomerFilter {
            text: self.text.unwrap_or_default(),
            company_id: one_of(&mut errors, "company_id", "company_unknown", self.company_id),
            service_id: one_of(&mut errors, "service_id", "service_unknown", self.service_id),
            portal_access: one_of(&mut errors, "portal_access", "wrong_type", self.portal_access),
            activation: one_of(&mut errors, "activation", "wrong_type", self.activation),
        };
        let sort = one_of(&mut errors, "sort", "wrong_type", self.sort).unwrap_or_default();
        let query = CustomerQuery { filter, sort, companies: companies.clone() };
        if errors.is_empty() { Ok(query) } else { Err(Problem::Invalid(errors)) }
    }
}
