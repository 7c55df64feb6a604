//! A manager watches an export, and downloads its file.

use axum::{extract::State, response::Response};
use domain::{
    JobId, Problem,
    export::{Export, FILE_NAME},
    job::{Job, Work},
    permission::SeeExports,
};
use runtime::{Answer, App, Caller, Named, ProblemDocument, Words, answer};
use store::{Kept, keys};

use crate::view::{Download, View};

/// An export: state, progress, and a link to its file, made anew each time and good for a minute.
#[utoipa::path(get, path = "/v1/exports/{id}", tag = "exports", params(("id" = JobId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_export(
    State(app): State<App>,
    caller: Caller<SeeExports>,
    Named(id): Named<JobId>,
) -> Answer<Response> {
    let kept: Kept<Job<Export>> = app.store().work(keys::job(caller.account_id, Export::NAME, id)).await?;
    let download = download(&app, &kept.thing).await?;
    let names = app.names(caller.account_id, vec![kept.thing.created_by]).await?;
    Ok(answer::show(View::new(kept.thing, download, &names, Words(caller.locale)), kept.version))
}

async fn download(app: &App, job: &Job<Export>) -> Result<Option<Download>, Problem> {
    let now = app.now();
    if job.kept_until().is_none_or(|until| until <= now) {
        return Ok(None);
    }
    let url = app.files()?.download(&job.file_key(), FILE_NAME).await?.url;
    Ok(Some(Download { url, expires_at: now.saturating_add(files::DOWNLOAD).unwrap_or(now) }))
}
