//! A manager looks at the mass changes there have been.

use axum::{Json, extract::State};
use domain::{access_change::AccessChange, job::Job, permission::ManageCustomers};
use runtime::{Answer, App, Caller, Paging, ProblemDocument, Words, answer, answer::List};
use store::Page;

use super::view::View;

/// Mass changes of access, newest first.
#[utoipa::path(get, path = "/v1/customers/access", tag = "customers", params(runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_access_changes(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let page: Page<Job<AccessChange>> =
        app.store().jobs(caller.account_id, paging.limit, paging.position.as_ref()).await?;
    let names = app.names(caller.account_id, page.items.iter().map(|job| job.created_by).collect()).await?;
    answer::list(page, &paging, |job| View::new(job, &names, Words(caller.locale)))
}
