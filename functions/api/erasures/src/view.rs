//! The JSON that the outside sees.

use domain::{
    CustomerId, JobId, Timestamp,
    erasure::Erasing,
    job::{Job, Progress, State},
};
use serde::Serialize;
use utoipa::ToSchema;

/// An erasure. It keeps no personal data.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Erasure)]
pub struct View {
    /// Its id.
    pub id: JobId,
    /// Where it is.
    pub state: State,
    /// How far it is, in places to look at.
    pub progress: Progress,
    /// Whose data; there is no such customer any more.
    pub customer_id: CustomerId,
    /// How many records have lost their content, rows of imports included.
    pub erased: u64,
    /// When the customer was deleted.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When nothing was left.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub finished_at: Option<Timestamp>,
}

impl From<Job<Erasing>> for View {
    fn from(job: Job<Erasing>) -> Self {
        let Job { id, state, progress, work, created_at, finished_at, .. } = job;
        let Erasing { customer_id, erased, .. } = work;
        Self { id, state, progress, customer_id, erased, created_at, finished_at }
    }
}
