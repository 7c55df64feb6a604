//! Mass changes of access: the lanes of one, and the customers that it changes.

use domain::{
    AccountId, Event, JobId, Problem,
    access_change::{Lane, Skipped},
    customer::Customer,
    mail::Mail,
};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    commit::LEGS,
    item::{Kept, Record, decode},
    keys::{self, Key},
    leg::Leg,
    table::{Range, after, end_of},
};

impl Record for Lane {
    const TYPE: &'static str = "lane";
    fn key(&self) -> Key {
        keys::lane(self.account_id, self.job_id, self.number)
    }
}

/// A list of customers whom a lane has skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedList {
    /// The account of the job.
    pub account_id: AccountId,
    /// The job.
    pub job_id: JobId,
    /// The lane.
    pub lane: u8,
    /// The list's number in the lane, from 0.
    pub number: u32,
    /// Who was skipped, and why.
    pub customers: Vec<Skipped>,
}

impl Record for SkippedList {
    const TYPE: &'static str = "skipped";
    fn key(&self) -> Key {
        keys::skipped(self.account_id, self.job_id, self.lane, self.number)
    }
}

/// A step along a lane.
#[derive(Debug, Default)]
pub struct Moved {
    /// The customers changed: as they were read, and as they are.
    pub customers: Vec<(Kept<Customer>, Customer)>,
    /// Mails to some of them.
    pub mails: Vec<Mail>,
    /// Who was skipped.
    pub skipped: Option<SkippedList>,
    /// What tells of it; at most two.
    pub events: Vec<Event>,
}

impl Moved {
    /// How many customers fit into one step: lane, skipped, figures and events need five legs, a customer one, and a
    /// mail one.
    #[must_use]
    pub fn fits(with_mail: bool) -> usize {
        if with_mail { (LEGS - 5) / 2 } else { LEGS - 5 }
    }
}

impl Store {
    /// The lanes of a new job.
    pub fn new_lanes(&self, lanes: &[Lane]) -> Result<Vec<Leg>, Problem> {
        lanes.iter().map(|lane| Leg::put_new(self, lane, Problem::conflict("conflict"))).collect()
    }

    /// The lanes of a job, as another worker may have moved them a moment ago. 1 read.
    pub async fn lanes(&self, account: AccountId, job: JobId) -> Result<Vec<Kept<Lane>>, Problem> {
        let range = Range {
            from: keys::LANE.into(),
            to: end_of(keys::LANE),
            limit: 100,
            ..Range::of(keys::parts_of_job(account, job))
        };
        self.query_now(&range).await?.items.into_iter().map(decode).collect()
    }

    /// Moves a lane, and with it all that the step has done, in one transaction. `None` when a customer has been changed
    /// meanwhile: look again. Stale when another worker has moved the lane.
    pub async fn move_lane(
        &self,
        version: u64,
        lane: Lane,
        moved: &Moved,
    ) -> Result<Option<Kept<Lane>>, Problem> {
        // The lane goes first: its refusal says more than a customer's.
        let mut legs = vec![Leg::replace(self, &lane, version)?];
        let meanwhile = Problem::conflict("conflict");
        for (before, customer) in &moved.customers {
            legs.push(self.rewrite(before, customer)?);
        }
        if !moved.customers.is_empty() {
            let told = moved.events.first().ok_or_else(|| Problem::Bug("a change without event".into()))?;
            legs.extend(self.customers_moved(told, &moved.customers)?);
        }
        for mail in &moved.mails {
            legs.push(self.put_mail(mail)?);
        }
        if let Some(skipped) = &moved.skipped {
            legs.push(Leg::put_over(self, skipped)?);
        }
        match self.commit(legs, &moved.events).await {
            Ok(()) => Ok(Some(Kept { thing: lane, version: version + 1 })),
            Err(problem) if problem == meanwhile => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    /// Lists of skipped customers, behind the one that was seen last; empty at the end. 1 read.
    pub async fn skipped(
        &self,
        (account, job): (AccountId, JobId),
        last: Option<&SkippedList>,
        limit: usize,
    ) -> Result<Vec<SkippedList>, Problem> {
        let range = Range {
            from: last.map_or_else(|| keys::SKIPPED.into(), |last| after(&last.key().sk)),
            to: end_of(keys::SKIPPED),
            limit,
            ..Range::of(keys::parts_of_job(account, job))
        };
        self.query(&range).await?.items.into_iter().map(|item| decode(item).map(|kept| kept.thing)).collect()
    }
}
