//! A manager stops an export.

use axum::{extract::State, response::Response};
use domain::{
    JobId,
    export::Export,
    job::{Job, Work},
    permission::ManageExports,
};
use runtime::{Answer, App, Caller, Named, ProblemDocument, Words, answer, work::change};
use store::keys;

use crate::view::View;

/// Stops an export: at once while nobody works on it, else within a few seconds.
#[utoipa::path(post, path = "/v1/exports/{id}/cancel", tag = "exports", params(("id" = JobId, Path)),
    responses((status = 202, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn cancel_export(
    State(app): State<App>,
    caller: Caller<ManageExports>,
    Named(id): Named<JobId>,
) -> Answer<Response> {
    let key = keys::job(caller.account_id, Export::NAME, id);
    let job = change(&app, key, |job: Job<Export>, moment| job.cancel(moment, caller.actor())).await?;
    let names = app.names(caller.account_id, vec![job.created_by]).await?;
    Ok(answer::accepted(View::new(job, None, &names, Words(caller.locale))))
}
