//! A manager watches a merge.

use axum::{extract::State, response::Response};
use domain::{
    JobId,
    company::merge::Merge,
    job::{Job, Work},
    permission::ManageCompanies,
};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};
use store::{Kept, keys};

use super::view::View;

/// A merge of companies: state, progress, and what has moved so far.
#[utoipa::path(get, path = "/v1/companies/merges/{id}", tag = "companies", params(("id" = JobId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_company_merge(
    State(app): State<App>,
    caller: Caller<ManageCompanies>,
    Named(id): Named<JobId>,
) -> Answer<Response> {
    let key = keys::job(caller.account_id, Merge::NAME, id);
    let kept: Kept<Job<Merge>> = app.store().work(key).await?;
    Ok(answer::show(View::from(kept.thing), kept.version))
}
