//! Staff look at a company.

use axum::{extract::State, response::Response};
use domain::{CompanyId, permission::SeeCompanies};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};

use crate::view::View;

/// A company.
#[utoipa::path(get, path = "/v1/companies/{id}", tag = "companies", params(("id" = CompanyId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_company(
    State(app): State<App>,
    caller: Caller<SeeCompanies>,
    Named(id): Named<CompanyId>,
) -> Answer<Response> {
    caller.check_company(Some(id))?;
    let kept = app.store().company(caller.account_id, id).await?;
    Ok(answer::show(View::from(kept.thing), kept.version))
}
