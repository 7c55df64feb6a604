//! Staff look at the queries that have come.

use axum::{Json, extract::State};
use domain::{Problem, permission::SeeQueries, query};
use runtime::{Answer, App, Caller, Paging, ProblemDocument, Query, answer, answer::List, one_of};
use serde::Deserialize;
use store::QueryFilter;
use utoipa::IntoParams;

use crate::view::Line;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Search {
    /// Those of a portal.
    portal_id: Option<String>,
    /// Those that have come so far.
    #[param(inline, value_type = Option<query::State>)]
    state: Option<String>,
}

/// Queries of the portals that one's teams serve, newest first; for company managers, of all. A page on which others' would
/// stand is shorter.
#[utoipa::path(get, path = "/v1/queries", tag = "queries", params(Search, runtime::PagingParameters),
    responses((status = 200, body = List<Line>), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_queries(
    State(app): State<App>,
    caller: Caller<SeeQueries>,
    Query(search): Query<Search>,
    paging: Paging,
) -> Answer<Json<List<Line>>> {
    let filter = search.read()?;
    let served = app.store().served_by(caller.account_id, &caller.duties).await?;
    let whose = (caller.account_id, &served);
    let page = app.store().queries(whose, &filter, paging.limit, paging.position.as_ref()).await?;
    answer::list(page, &paging, Line::from)
}

impl Search {
    fn read(self) -> Result<QueryFilter, Problem> {
        let mut errors = vec![];
        let filter = QueryFilter {
            portal_id: one_of(&mut errors, "portal_id", "portal_unknown", self.portal_id),
            state: one_of(&mut errors, "state", "wrong_type", self.state),
        };
        if errors.is_empty() { Ok(filter) } else { Err(Problem::Invalid(errors)) }
    }
}
