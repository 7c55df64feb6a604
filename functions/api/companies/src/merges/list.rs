//! A manager looks at the merges there have been.

use axum::{Json, extract::State};
use domain::{company::merge::Merge, permission::ManageCompanies};
use runtime::{Answer, App, Caller, Paging, ProblemDocument, answer, answer::List};

use super::view::View;

/// Merges of companies, newest first.
#[utoipa::path(get, path = "/v1/companies/merges", tag = "companies", params(runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_company_merges(
    State(app): State<App>,
    caller: Caller<ManageCompanies>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let account = caller.account_id;
    let page = app.store().jobs::<Merge>(account, paging.limit, paging.position.as_ref()).await?;
    answer::list(page, &paging, View::from)
}
