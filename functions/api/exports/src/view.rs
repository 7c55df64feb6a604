//! The JSON that the outside sees.

use domain::{Timestamp, customer::CustomerFilter, export::Export, job::Job};
use runtime::{JobView, Names, Words};
use serde::Serialize;
use utoipa::ToSchema;

/// An export.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Export)]
pub(crate) struct View {
    /// The job that it is.
    #[serde(flatten)]
    job: JobView,
    /// Whom the file holds; null: everybody.
    filter: Option<CustomerFilter>,
    /// How many customers are in the file.
    rows: u64,
    /// Where the file is; null while it is not there, in lists, and when it is no longer kept.
    download: Option<Download>,
    /// Until when the file is kept.
    #[schema(value_type = Option<String>, format = DateTime)]
    kept_until: Option<Timestamp>,
}

/// A link to a file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExportDownload)]
pub(crate) struct Download {
    /// Where the file is.
    pub url: String,
    /// Until when the link works.
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
}

impl View {
    pub(crate) fn new(job: Job<Export>, download: Option<Download>, names: &Names, words: Words) -> Self {
        let view = JobView::new(&job, names, words);
        let (rows, kept_until) = (job.work.rows, job.kept_until());
        Self { job: view, filter: job.work.whom.filter().cloned(), rows, download, kept_until }
    }
}
