//! A manager downloads the list of those whom a mass change has skipped.

use axum::{extract::State, response::Response};
use domain::{
    JobId, Problem,
    access_change::AccessChange,
    job::{Job, Work},
    permission::ManageCustomers,
};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};
use store::{Kept, keys};

/// The skipped customers with the reasons, for three days after the end. Leads to a download that is good for five
/// minutes.
#[utoipa::path(get, path = "/v1/customers/access/{id}/skipped.csv", tag = "customers", params(("id" = JobId, Path)),
    responses((status = 303), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_skipped(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    Named(id): Named<JobId>,
) -> Answer<Response> {
    let key = keys::job(caller.account_id, AccessChange::NAME, id);
    let kept: Kept<Job<AccessChange>> = app.store().work(key).await?;
    if !kept.thing.has_skipped_file(app.now()) {
        return Err(Problem::conflict("no_skipped_file").into());
    }
    let download = app.files()?.download(&kept.thing.skipped_key(), "skipped.csv").await?;
    Ok(answer::see_other(&download.url))
}
