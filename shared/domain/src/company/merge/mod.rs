//! Merging a company into another one, say one that a misspelt import has made: whatever is the one's becomes the other's,
//! and the one is no more.
//!
//! Work goes round twice. The first round gives whoever names the company that goes the other one besides, and moves what
//! is in it, so that nobody misses anything at any moment. Then it waits until whatever was being written when it began is
//! through. The second round takes the company that goes off every list, and moves what has come meanwhile.

mod place;

pub use place::{Kind, Place};

use std::collections::BTreeSet;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::{Belongings, Company};
use crate::{
    AccountId, Actor, Changed, CompanyId, Event, JobId, Moment, Problem, Timestamp,
    company_access::CompanyAccess,
    customer::Customer,
    job::{Job, Progress, Work},
};

/// For how long a request that was under way when a merge began may still be writing: no function that answers requests
/// has longer.
pub const UNDER_WAY: SignedDuration = SignedDuration::from_secs(35);
/// For how long an old id leads to the company that it was merged into: longer than an import can be undone.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The part that a company has in a merge that goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct InMerge {
    /// The merge.
    pub id: JobId,
    /// The company into which this one goes; nothing for the one that stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<CompanyId>,
}

/// What somebody wants to be merged.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MergeInput {
    /// The company that goes; required.
    pub company_id: Option<CompanyId>,
}

impl MergeInput {
    /// The company that goes, which is another one than the one that stays.
    pub fn check(&self, into: CompanyId) -> Result<CompanyId, Problem> {
        let from = self.company_id.ok_or_else(|| Problem::field("company_id", "required"))?;
        if from == into { Err(Problem::field("company_id", "same_company")) } else { Ok(from) }
    }
}

/// A merge, and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// The company that goes.
    pub from: CompanyId,
    /// Its name.
    pub from_name: String,
    /// The company that stays.
    pub into: CompanyId,
    /// Its name when it began.
    pub into_name: String,
    /// Where it is.
    #[serde(flatten)]
    pub at: Place,
    /// How much there is to do, once counted.
    pub total: Option<u64>,
    /// How much has become the other one's.
    pub moved: Belongings,
}

impl Work for Merge {
    const NAME: &'static str = "company_merge";
    // Both companies say that they are in it, and nobody but a worker can end that.
    const GIVES_UP: bool = false;

    fn tell(&self, event: Event) -> Event {
        let ids = event.with("from", self.from.to_string()).with("into", self.into.to_string());
        ids.with("from_name", self.from_name.clone()).with("into_name", self.into_name.clone())
    }
}

/// Both companies as they are from the beginning of a merge on, and the merge.
#[derive(Debug)]
pub struct Begun {
    /// The company that goes.
    pub from: Company,
    /// The company that stays.
    pub into: Company,
    /// The merge, with the event that wakes a worker.
    pub merge: Changed<Job<Merge>>,
}

impl Merge {
    /// Begins it. A company is in one merge at a time.
    pub fn begin(
        moment: &mut Moment,
        actor: Actor,
        from: &Company,
        into: &Company,
    ) -> Result<Begun, Problem> {
        if from.merge.is_some() || into.merge.is_some() {
            return Err(Problem::conflict("company_merging"));
        }
        let work = Self {
            from: from.id,
            from_name: from.name.clone(),
            into: into.id,
            into_name: into.name.clone(),
            at: Place::round(false),
            total: None,
            moved: Belongings::default(),
        };
        let merge = Job::request(moment, into.account_id, actor, work);
        let part = |company: &Company, into| Company {
            merge: Some(InMerge { id: merge.now.id, into }),
            ..company.clone()
        };
        Ok(Begun { from: part(from, Some(into.id)), into: part(into, None), merge })
    }

    /// A list of companies as this round leaves it; `None` where it stays as it is. The first round adds the company that
    /// stays, the last one takes the other off.
    #[must_use]
    pub fn listed(&self, ids: &BTreeSet<CompanyId>, ends: bool) -> Option<BTreeSet<CompanyId>> {
        let mut now = ids.clone();
        if !now.contains(&self.from) {
            return None;
        }
        now.insert(self.into);
        if ends {
            now.remove(&self.from);
        }
        (now != *ids).then_some(now)
    }

    /// The same of somebody's access; who has all companies has them still.
    #[must_use]
    pub fn access(&self, access: &CompanyAccess, last: bool) -> Option<CompanyAccess> {
        self.listed(access.listed()?, last).map(CompanyAccess::Only)
    }

    /// A customer in the company that stays. What an import said of them is no longer how they are.
    #[must_use]
    pub fn customer(&self, customer: &Customer, now: Timestamp) -> Customer {
        Customer { company_id: Some(self.into), updated_at: now, mark: None, ..customer.clone() }
    }
}

impl Job<Merge> {
    /// An event that tells of some of what has become the other one's.
    #[must_use]
    pub fn event(&self, moment: &mut Moment, happened: &str, field: &str, ids: Vec<String>) -> Event {
        let name = format!("{}.{happened}", Merge::NAME);
        let event = Event::new(moment, self.account_id, self.created_by, &name, self.id);
        self.work.tell(event).with(field, ids)
    }

    /// A step is done: so much has become the other one's, and the next step begins at `at`.
    #[must_use]
    pub fn moved(self, now: Timestamp, more: Belongings, at: Place) -> Self {
        let moved = self.work.moved.plus(more);
        // Some may have come since they were counted.
        let total = self.work.total.unwrap_or_default().max(moved.sum());
        let work = Merge { at, moved, ..self.work.clone() };
        self.step(now, Progress { done: moved.sum(), total }, work)
    }

    /// All is done, and the company that went is no more.
    pub fn merged(self, moment: &mut Moment) -> Changed<Self> {
        let gone = Event::new(moment, self.account_id, self.created_by, "company.merged", self.work.from)
            .with("name", self.work.from_name.clone())
            .with("into", self.work.into.to_string())
            .with("into_name", self.work.into_name.clone());
        let Changed { now, mut events } = self.done(moment);
        events.push(gone);
        Changed { now, events }
    }
}

/// What stays of a company that has been merged: into which one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// The account.
    pub account_id: AccountId,
    /// The company that is no more.
    pub from: CompanyId,
    /// The company that it became part of.
    pub into: CompanyId,
    /// When.
    pub at: Timestamp,
}

impl Merged {
    /// When nobody asks for it any more.
    #[must_use]
    pub fn forgotten_at(&self) -> Option<Timestamp> {
        self.at.checked_add(REMEMBERED).ok()
    }
}

#[cfg(test)]
mod tests;
