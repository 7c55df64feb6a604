//! A manager stops a mass change.

use axum::{extract::State, response::Response};
use domain::{
    JobId,
    access_change::AccessChange,
    job::{Job, Work},
    permission::ManageCustomers,
};
use runtime::{Answer, App, Caller, Named, ProblemDocument, Words, answer, work::change};
use store::keys;

use super::view::View;

/// Stops a mass change: at once while nobody works on it, else within a few seconds. Who has changed by then stays so; the
/// counts say how many.
#[utoipa::path(post, path = "/v1/customers/access/{id}/cancel", tag = "customers", params(("id" = JobId, Path)),
    responses((status = 202, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn cancel_access_change(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    Named(id): Named<JobId>,
) -> Answer<Response> {
    let key = keys::job(caller.account_id, AccessChange::NAME, id);
    let job = change(&app, key, |job: Job<AccessChange>, moment| job.cancel(moment, caller.actor())).await?;
    let names = app.names(caller.account_id, vec![job.created_by]).await?;
    Ok(answer::accepted(View::new(job, &names, Words(caller.locale))))
}
