//! Staff look at a company.

use axum::{extract::State, response::Response};
use domain::{
    CompanyId,
    permission::{SeeCompanies, SeeCustomers},
};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};

use crate::view::{Detail, View};

/// A company, and how many customers it has.
#[utoipa::path(get, path = "/v1/companies/{id}", tag = "companies", params(("id" = CompanyId, Path)),
    responses((status = 200, body = Detail), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_company(
    State(app): State<App>,
    caller: Caller<SeeCompanies>,
    Named(id): Named<CompanyId>,
) -> Answer<Response> {
    caller.check_company(Some(id))?;
    let (kept, customers) = app.store().company_and_size(caller.account_id, id).await?;
    let customers = caller.check::<SeeCustomers>().is_ok().then_some(customers);
    Ok(answer::show(Detail { company: View::from(kept.thing), customers }, kept.version))
}
