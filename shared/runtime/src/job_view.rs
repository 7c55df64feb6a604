//! What the outside sees of every job.

use domain::{
    JobId, Timestamp,
    job::{Job, Progress, State},
    problem::Parameters,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{Names, Who, Words};

/// A job: work in the background.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Job)]
pub struct JobView {
    /// Its id.
    pub id: JobId,
    /// Where it is.
    pub state: State,
    /// How far it is, in customers looked at.
    pub progress: Progress,
    /// Why it failed.
    pub problem: Option<JobProblem>,
    /// Whether somebody wants it stopped.
    pub cancel_requested: bool,
    /// Who asked for it.
    pub created_by: Who,
    /// When it was asked for.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it ended.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub finished_at: Option<Timestamp>,
}

/// Why a job failed.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobProblem {
    /// The kind of problem: a stable relative URI.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind of problem, in the reader's language.
    pub title: String,
    /// What helps, in the reader's language.
    pub detail: String,
}

impl JobView {
    /// A job in the reader's language.
    #[must_use]
    pub fn new<W>(job: &Job<W>, names: &Names, words: Words) -> Self {
        let none = Parameters::new();
        let problem = job.fault.as_ref().map(|code| JobProblem {
            kind: format!("/problems/job/{code}"),
            title: words.message("problem.job_failed.title", &none),
            detail: words.message(&format!("job.{code}"), &none),
        });
        Self {
            id: job.id,
            state: job.state,
            progress: job.progress,
            problem,
            cancel_requested: job.cancel_requested,
            created_by: names.who(job.created_by),
            created_at: job.created_at,
            finished_at: job.finished_at,
        }
    }
}
