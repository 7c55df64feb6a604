//! A manager changes a company.

use axum::{extract::State, response::Response};
use domain::{CompanyId, company::CompanyInput, permission::ManageCompanies};
use runtime::{Answer, App, Caller, IfMatch, Named, Patch, ProblemDocument, answer};

use crate::view::View;

/// Changes a company.
#[utoipa::path(patch, path = "/v1/companies/{id}", tag = "companies", params(("id" = CompanyId, Path)), request_body = CompanyInput,
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_company(
    State(app): State<App>,
    caller: Caller<ManageCompanies>,
    Named(id): Named<CompanyId>,
    if_match: IfMatch,
    patch: Patch,
) -> Answer<Response> {
    let before = if_match.admit(app.store().company(caller.account_id, id).await?)?;
    let input = patch.apply(&before.thing.input())?;
    let changed = before.thing.clone().update(&mut app.moment(), caller.actor(), &input)?;
    let kept = app.store().update_company(&before, changed).await?;
    Ok(answer::show(View::from(kept.thing), kept.version))
}
