//! The JSON that the outside sees of a merge.

use domain::{
    Actor, CompanyId, JobId, Timestamp, UserId,
    company::{Belongings, merge::Merge},
    job::{Job, Progress, State},
};
use serde::Serialize;
use utoipa::ToSchema;

/// A company by its name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CompanyName)]
pub(crate) struct Name {
    /// Its id.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
}

/// A merge of companies.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CompanyMerge)]
pub(crate) struct View {
    /// Its id.
    id: JobId,
    /// Where it is.
    state: State,
    /// How far it is, in things that have moved.
    progress: Progress,
    /// The company that goes; once it is done, there is none of that id.
    from: Name,
    /// The company that stays.
    into: Name,
    /// What has become the other one's so far. Users, contacts and services are counted at the end.
    moved: Belongings,
    /// Who asked for it; null when a program did.
    created_by: Option<UserId>,
    /// When it was asked for.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When it ended.
    #[schema(value_type = Option<String>, format = DateTime)]
    finished_at: Option<Timestamp>,
}

impl From<Job<Merge>> for View {
    fn from(job: Job<Merge>) -> Self {
        let Job { id, state, progress, work, created_by, created_at, finished_at, .. } = job;
        let Merge { from, from_name, into, into_name, moved, .. } = work;
        Self {
            id,
            state,
            progress,
            from: Name { id: from, name: from_name },
            into: Name { id: into, name: into_name },
            moved,
            created_by: if let Actor::User(id) = created_by { Some(id) } else { None },
            created_at,
            finished_at,
        }
    }
}

/// What a merge would do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CompanyMergePreview)]
pub(crate) struct Preview {
    /// The company that goes.
    pub from: Name,
    /// The company that stays.
    pub into: Name,
    /// What would become the other one's.
    pub moves: Belongings,
    /// How many users have access to one of both only, and would see what is of both.
    pub users_who_see_more: u64,
    /// Services on offer to one of both only, which customers of both could have; the names of the first ten.
    pub services_for_both: Vec<String>,
    /// Devices of the company that goes which are called like one of the other. They keep their names.
    pub equal_device_names: EqualNames,
    /// The settings in which the company that goes says something for itself. That goes with it: what the other one has holds.
    pub settings_lost: Vec<&'static str>,
}

/// Devices that are called alike.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EqualDeviceNames)]
pub(crate) struct EqualNames {
    /// How many.
    pub devices: u64,
    /// The first ten names.
    pub first: Vec<String>,
}
