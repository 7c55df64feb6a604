//! A manager looks at the exports there have been.

use axum::{Json, extract::State};
use domain::{export::Export, job::Job, permission::SeeExports};
use runtime::{Answer, App, Caller, Paging, ProblemDocument, Words, answer, answer::List};
use store::Page;

use crate::view::View;

/// Exports, newest first; links to their files are made when one is looked at.
#[utoipa::path(get, path = "/v1/exports", tag = "exports", params(runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_exports(
    State(app): State<App>,
    caller: Caller<SeeExports>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let page: Page<Job<Export>> =
        app.store().jobs(caller.account_id, paging.limit, paging.position.as_ref()).await?;
    let names = app.names(caller.account_id, page.items.iter().map(|job| job.created_by).collect()).await?;
    answer::list(page, &paging, |job| View::new(job, None, &names, Words(caller.locale)))
}
