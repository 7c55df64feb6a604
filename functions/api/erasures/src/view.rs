//! The JSON that the outside sees.

use domain::{
    CustomerId, JobId, Timestamp, UserId,
    erasure::Erasing,
    job::{Job, Progress, State},
    link::Person,
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
    /// The customer whose data it was, who is no more.
    pub customer_id: Option<CustomerId>,
    /// The user whose data it was, who is no more.
    pub user_id: Option<UserId>,
    /// How many records have lost their content, rows of imports included.
    pub erased: u64,
    /// When they were deleted.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When nothing was left.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub finished_at: Option<Timestamp>,
}

impl From<Job<Erasing>> for View {
    fn from(job: Job<Erasing>) -> Self {
        let Job { id, state, progress, work, created_at, finished_at, .. } = job;
        let Erasing { person, erased, .. } = work;
        let (customer_id, user_id) = match person {
            Person::Customer(id) => (Some(id), None),
            Person::User(id) => (None, Some(id)),
            // A contact method is erased with its contact, without work of its own.
            Person::Method(_) => (None, None),
        };
        Self { id, state, progress, customer_id, user_id, erased, created_at, finished_at }
    }
}
