//! A manager watches a mass change.

use axum::{extract::State, response::Response};
use domain::{
    JobId,
    access_change::AccessChange,
    job::{Job, Work},
    permission::ManageCustomers,
};
use runtime::{Answer, App, Caller, Named, ProblemDocument, Words, answer};
use store::{Kept, keys};

use super::view::View;

/// A mass change of access: state, progress and counts.
#[utoipa::path(get, path = "/v1/customers/access/{id}", tag = "customers", params(("id" = JobId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_access_change(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    Named(id): Named<JobId>,
) -> Answer<Response> {
    let key = keys::job(caller.account_id, AccessChange::NAME, id);
    let kept: Kept<Job<AccessChange>> = app.store().work(key).await?;
    let names = app.names(caller.account_id, vec![kept.thing.created_by]).await?;
    Ok(answer::show(View::new(kept.thing, &names, Words(caller.locale)), kept.version))
}
