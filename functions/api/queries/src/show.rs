//! Staff look at a query.

use axum::{extract::State, response::Response};
use domain::{Problem, QueryId, permission::SeeQueries};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};

use crate::view::View;

/// A query of a portal that one's teams serve; for company managers, of any.
#[utoipa::path(get, path = "/v1/queries/{id}", tag = "queries", params(("id" = QueryId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_query(
    State(app): State<App>,
    caller: Caller<SeeQueries>,
    Named(id): Named<QueryId>,
) -> Answer<Response> {
    let kept = app.store().find_query(caller.account_id, id).await?;
    let served = app.store().served_by(caller.account_id, &caller.duties).await?;
    if !served.includes(kept.thing.portal_id, kept.thing.subportal_id) {
        return Err(Problem::NotFound.into());
    }
    Ok(answer::show(View::from(kept.thing), kept.version))
}
