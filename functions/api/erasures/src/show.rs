//! A manager looks how far the erasure of a deleted customer is.

use axum::{extract::State, response::Response};
use domain::{
    JobId,
    erasure::Erasing,
    job::{Job, Work},
    permission::ManagePersonalData,
};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};
use store::{Kept, keys};

use crate::view::View;

/// An erasure and its progress (ERA-1).
#[utoipa::path(get, path = "/v1/erasures/{id}", tag = "erasures", params(("id" = JobId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_erasure(
    State(app): State<App>,
    caller: Caller<ManagePersonalData>,
    Named(id): Named<JobId>,
) -> Answer<Response> {
    let key = keys::job(caller.account_id, Erasing::NAME, id);
    let kept: Kept<Job<Erasing>> = app.store().work(key).await?;
    Ok(answer::show(View::from(kept.thing), kept.version))
}
