//! Staff look for a company.

use axum::{Json, extract::State};
use domain::permission::SeeCompanies;
use runtime::{Answer, App, Caller, Paging, ProblemDocument, Query, answer, answer::List};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::view::View;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Search {
    /// The beginning of the name; case and accents ignored.
    #[serde(default)]
    text: String,
}

/// Companies by name.
#[utoipa::path(get, path = "/v1/companies", tag = "companies", params(Search, runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_companies(
    State(app): State<App>,
    caller: Caller<SeeCompanies>,
    Query(search): Query<Search>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let page = app
        .store()
        .companies_within(
            (caller.account_id, caller.companies()),
            &search.text,
            paging.limit,
            paging.position.as_ref(),
        )
        .await?;
    answer::list(page, &paging, View::from)
}
