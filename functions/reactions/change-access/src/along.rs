//! A step along a lane: the next customers are looked at, and what becomes of them is kept with the lane's checkpoint, in
//! one transaction for some ninety customers. Those behind them are read meanwhile.

use std::collections::BTreeSet;

use domain::{
    Actor, CompanyId, CustomerId, Event, FieldError, MailId, Moment, Problem,
    access_change::{AccessChange, Change, Counts, Lane, Reasons, Skipped},
    customer::{Customer, Named, PortalAccess, Selection},
    job::Job,
    link::Person,
    mail::{Kind, Mail},
};
use runtime::{Ahead, App};
use store::{Kept, Moved, SkippedList, Stretch};

/// How many steps along a lane there are between two checkpoints of the job.
const STEPS: usize = 6;
/// How often a step is tried anew because a customer has been changed meanwhile.
const TRIES: usize = 10;

/// What a worker needs to go along the lanes.
pub(crate) struct Steps<'a> {
    pub app: &'a App,
    pub job: &'a Job<AccessChange>,
    pub named: &'a Named,
    /// The companies that the selection's text finds.
    pub found: &'a BTreeSet<CompanyId>,
}

impl Steps<'_> {
    /// Goes some steps along a lane; `walk` begins where the lane is.
    pub(crate) async fn along(
        &self,
        mut lane: Kept<Lane>,
        walk: &mut Ahead<Stretch>,
    ) -> Result<Kept<Lane>, Problem> {
        for _ in 0..STEPS {
            if lane.thing.ended {
                break;
            }
            let stretch = walk.next().await?;
            let stretch = stretch.ok_or_else(|| Problem::Bug("a lane goes on behind its end".into()))?;
            lane = self.step(lane, stretch).await?;
        }
        Ok(lane)
    }

    async fn step(&self, lane: Kept<Lane>, mut stretch: Stretch) -> Result<Kept<Lane>, Problem> {
        for _ in 0..TRIES {
            let found = std::mem::take(&mut stretch.customers);
            let moment = &mut self.app.moment();
            let mut next = Lane {
                after: stretch.last,
                ended: stretch.last.is_none(),
                looked_at: lane.thing.looked_at + stretch.looked_at,
                ..lane.thing.clone()
            };
            let mut skipped = self.missing(&stretch.ids, &found);
            let (moved, unchanged) = self.judge(moment, found, &mut skipped);
            let (changed, missed) = (moved.customers.len() as u64, skipped.len() as u64);
            next.counts = next.counts.plus(Counts { changed, unchanged, skipped: missed });
            next.reasons = next.reasons.plus(&Reasons::of(&skipped));
            let list = (missed > 0).then(|| list(&lane.thing, skipped));
            next.lists += u32::from(list.is_some());
            // Whoever only tries keeps the counts and the list of the skipped, and nothing else.
            let moved = if self.job.work.dry_run { Moved::default() } else { moved };
            let moved = Moved { skipped: list, events: self.events(moment, &moved), ..moved };
            if let Some(kept) = self.app.store().move_lane(lane.version, next, &moved).await? {
                return Ok(kept);
            }
            // Somebody has been changed since they were read.
            stretch.customers = self.app.store().customers_by_id(self.job.account_id, &stretch.ids).await?;
        }
        Err(Problem::Unavailable("customers keep changing".into()))
    }

    /// Those who were chosen and are not there. Whom the index told of has been deleted a moment ago, and nobody asked for
    /// them by name.
    fn missing(&self, ids: &[CustomerId], found: &[Kept<Customer>]) -> Vec<Skipped> {
        if !matches!(self.job.work.whom, Selection::Chosen(_)) {
            return vec![];
        }
        let there = |id: &CustomerId| found.binary_search_by_key(id, |kept| kept.thing.id).is_ok();
        let unknown = || vec![FieldError::new("customer_ids", "customer_unknown")];
        ids.iter().filter(|id| !there(id)).map(|id| Skipped { id: *id, errors: unknown() }).collect()
    }

    /// Who changes, with their mails, and how many had all of it already.
    fn judge(
        &self,
        moment: &mut Moment,
        found: Vec<Kept<Customer>>,
        skipped: &mut Vec<Skipped>,
    ) -> (Moved, u64) {
        let (mut moved, mut unchanged) = (Moved::default(), 0);
        let filter = self.job.work.whom.filter();
        for before in found {
            if filter.is_some_and(|filter| !filter.matches(&before.thing, self.found)) {
                continue;
            }
            match self.change().apply(&before.thing, self.named, moment.now) {
                Ok(None) => unchanged += 1,
                Ok(Some(customer)) => {
                    let mail = self.mail(moment, &before.thing, &customer);
                    let invited = mail.as_ref().is_some_and(|mail| mail.kind == Kind::Activation);
                    let customer = if invited { customer.invited(moment.now) } else { customer };
                    moved.mails.extend(mail);
                    moved.customers.push((before, customer));
                }
                Err(errors) => skipped.push(Skipped { id: before.thing.id, errors }),
            }
        }
        (moved, unchanged)
    }

    fn change(&self) -> &Change {
        &self.job.work.change
    }

    /// Those who could not come in so far are invited (CUS-4), unless they have a password from before; the others are
    /// told. Who can't come in any more is not written to.
    fn mail(&self, moment: &mut Moment, before: &Customer, now: &Customer) -> Option<Mail> {
        if !self.job.work.send_mail || now.portal_access == PortalAccess::None {
            return None;
        }
        let new = before.portal_access == PortalAccess::None;
        let invited = new && before.activation.active_since.is_none();
        let kind = if invited { Kind::Activation } else { Kind::AccessChanged };
        let id = MailId::new(moment);
        Some(Mail::queued(id, self.job.account_id, Person::Customer(now.id), kind, moment.now))
    }

    /// One event for the step with the ids, not one for each customer.
    fn events(&self, moment: &mut Moment, moved: &Moved) -> Vec<Event> {
        let mut events = vec![];
        if !moved.customers.is_empty() {
            let ids: Vec<_> = moved.customers.iter().map(|(_, customer)| customer.id.to_string()).collect();
            let event = self.event(moment, self.job.created_by, "access_change.customers_changed");
            let told = serde_json::to_value(self.change()).unwrap_or_default();
            events.push(event.with("customer_ids", ids).with("change", told));
        }
        if !moved.mails.is_empty() {
            let ids: Vec<_> = moved.mails.iter().map(|mail| mail.id.to_string()).collect();
            events.push(self.event(moment, Actor::System, "mail.queued").with("mail_ids", ids));
        }
        events
    }

    fn event(&self, moment: &mut Moment, actor: Actor, name: &str) -> Event {
        Event::new(moment, self.job.account_id, actor, name, self.job.id)
    }
}

fn list(lane: &Lane, customers: Vec<Skipped>) -> SkippedList {
    let Lane { account_id, job_id, number, lists, .. } = *lane;
    SkippedList { account_id, job_id, lane: number, number: lists, customers }
}
