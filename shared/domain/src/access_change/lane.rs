//! The lanes of a mass change: each goes through a share of the customers, with a checkpoint of its own.

use serde::{Deserialize, Serialize};

use super::{AccessChange, Counts, Reasons};
use crate::{AccountId, CustomerId, JobId, job::Job};

/// One share of a mass change, and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// The account of the job.
    pub account_id: AccountId,
    /// The job.
    pub job_id: JobId,
    /// Its number, from 0.
    pub number: u8,
    /// The last customer who has been looked at.
    pub after: Option<CustomerId>,
    /// Whether all have been looked at.
    pub ended: bool,
    /// How many have been looked at.
    pub looked_at: u64,
    /// What has become of them.
    pub counts: Counts,
    /// Why customers were skipped.
    #[serde(default)]
    pub reasons: Reasons,
    /// How many lists of skipped customers it has kept.
    pub lists: u32,
}

impl Job<AccessChange> {
    /// The lanes of a new mass change.
    #[must_use]
    pub fn lanes(&self, lanes: u8) -> Vec<Lane> {
        let lane = |number| Lane {
            account_id: self.account_id,
            job_id: self.id,
            number,
            after: None,
            ended: false,
            looked_at: 0,
            counts: Counts::default(),
            reasons: Reasons::default(),
            lists: 0,
        };
        (0..lanes).map(lane).collect()
    }
}
