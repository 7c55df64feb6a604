//! A manager looks at the exports there have been.

use axum::{Json, extract::State};
use domain::permission::SeeExports;
use runtime::{Answer, App, Caller, Paging, ProblemDocument, Words, answer, answer::List};

use crate::view::View;

/// Exports, newest first; links to their files are made when one is looked at.
#[utoipa::path(get, path = "/v1/exports", tag = "exports", params(runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_exports(
    State(app): State<App>,
    caller: Caller<SeeExports>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let page = app.store().jobs(caller.account_id, paging.limit, paging.position.as_ref()).await?;
    answer::list(page, &paging, |job| View::new(job, None, Words(caller.locale)))
}
