//! A manager adds a company.

use axum::{extract::State, response::Response};
use domain::{
    company::{Company, CompanyInput},
    permission::ManageCompanies,
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, answer};

use crate::view::View;

/// Adds a company.
#[utoipa::path(post, path = "/v1/companies", tag = "companies", request_body = CompanyInput,
    responses((status = 201, body = View), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_company(
    State(app): State<App>,
    caller: Caller<ManageCompanies>,
    Input(input): Input<CompanyInput>,
) -> Answer<Response> {
    let changed = Company::create(&mut app.moment(), caller.account_id, caller.actor(), &input)?;
    let kept = app.store().create_company(changed).await?;
    let location = format!("/v1/companies/{}", kept.thing.id);
    Ok(answer::created(View::from(kept.thing), kept.version, &location))
}
