//! The mass change of access (CUS-6): those who would break CUS-2 or CUS-3 are skipped with the reason, the rest change.
//!
//! It goes along several lanes at once, each a share of all customers. A lane's checkpoint moves in the same transaction as
//! the customers whom it changes, so that each is counted, told of and mailed exactly once, wherever a worker dies.

mod lane;
mod reasons;

pub use lane::Lane;
pub use reasons::{Reason, Reasons};

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::{
    CustomerId, Event, FieldError, Problem, ServiceId, Timestamp,
    customer::{Customer, CustomerFilter, Named, PortalAccess, Selection, ServiceAccess},
    export::{KEPT, file_key},
    job::{Job, Work},
    service::{Service, Status},
    text::Check,
};

/// The most customers that can be named by their ids.
pub const MAX_CHOSEN: usize = 1000;
/// The most services that can be given or taken at once.
const MAX_SERVICES: usize = 100;

/// What somebody wants to be changed, and for whom: exactly one of `customer_ids`, `filter` and `all`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AccessChangeInput {
    /// For these customers; at most 1,000.
    pub customer_ids: Vec<CustomerId>,
    /// For those whom the list shows with this filter, which must say something.
    pub filter: Option<CustomerFilter>,
    /// For all customers of the account.
    pub all: bool,
    /// What they may do in the portal; left out: as it is.
    pub portal_access: Option<PortalAccess>,
    /// Services they get, or have with this access from now on; at most 100.
    pub set_services: Vec<ServiceAccess>,
    /// Services they lose; at most 100.
    pub remove_services: Vec<ServiceId>,
    /// Whether those who change and may come in are sent a mail.
    pub send_mail: bool,
}

/// A change of access.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What they may do in the portal.
    pub portal_access: Option<PortalAccess>,
    /// Services they get, or have with this access from now on.
    pub set_services: Vec<ServiceAccess>,
    /// Services they lose.
    pub remove_services: Vec<ServiceId>,
}

/// How many customers have changed, had it already, or were skipped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = AccessChangeCounts)]
pub struct Counts {
    /// Customers changed.
    pub changed: u64,
    /// Customers who had all of it already.
    pub unchanged: u64,
    /// Customers left as they are because the change would break a rule, or who are not there.
    pub skipped: u64,
}

/// A mass change of access.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessChange {
    /// For whom.
    pub whom: Selection,
    /// What.
    pub change: Change,
    /// Whether those who change are sent a mail.
    pub send_mail: bool,
    /// Whether it is only tried: all is counted, and nobody changes.
    #[serde(default)]
    pub dry_run: bool,
    /// How many customers there are to look at, once counted.
    pub total: Option<u64>,
    /// What has become of them, or would.
    pub counts: Counts,
    /// Why customers were skipped.
    #[serde(default)]
    pub reasons: Reasons,
}

impl Work for AccessChange {
    const NAME: &'static str = "access_change";

    fn tell(&self, event: Event) -> Event {
        let Counts { changed, unchanged, skipped } = self.counts;
        let event = event.with("changed", changed).with("unchanged", unchanged).with("skipped", skipped);
        if self.dry_run { event.with("dry_run", true) } else { event }
    }
}

/// A customer who was skipped, and why; who they are is looked up when somebody asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// The customer.
    pub id: CustomerId,
    /// What the change would break.
    pub errors: Vec<FieldError>,
}

impl Counts {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            changed: self.changed + other.changed,
            unchanged: self.unchanged + other.unchanged,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl AccessChangeInput {
    /// Every service that it names.
    pub fn services(&self) -> impl Iterator<Item = ServiceId> {
        self.set_services.iter().map(|service| service.service_id).chain(self.remove_services.iter().copied())
    }

    /// The mass change, or every field that is wrong. `services` are those of the named ones that there are.
    pub fn check(self, services: &[Service]) -> Result<AccessChange, Problem> {
        let mut check = Check::default();
        let chosen = usize::from(!self.customer_ids.is_empty());
        if chosen + usize::from(self.filter.is_some()) + usize::from(self.all) != 1 {
            check.refuse(FieldError::new("customer_ids", "one_selection"));
        }
        if self.filter.as_ref().is_some_and(CustomerFilter::is_empty) {
            check.refuse(FieldError::new("filter", "filter_empty"));
        }
        let too_long = |field: &str, max: usize| FieldError::new(field, "too_long").with("max", max);
        if self.customer_ids.len() > MAX_CHOSEN {
            check.refuse(too_long("customer_ids", MAX_CHOSEN));
        }
        if self.set_services.len() > MAX_SERVICES {
            check.refuse(too_long("set_services", MAX_SERVICES));
        }
        if self.remove_services.len() > MAX_SERVICES {
            check.refuse(too_long("remove_services", MAX_SERVICES));
        }
        if self.portal_access.is_none() && self.services().next().is_none() {
            check.refuse(FieldError::new("portal_access", "nothing_to_change"));
        }
        self.check_services(&mut check, services);
        let Self { customer_ids, filter, portal_access, set_services, remove_services, send_mail, .. } = self;
        let whom = filter.map_or_else(
            || if customer_ids.is_empty() { Selection::All } else { chosen_ones(customer_ids) },
            Selection::Matching,
        );
        let change = Change { portal_access, set_services, remove_services };
        let (counts, reasons) = (Counts::default(), Reasons::default());
        check.finish(AccessChange { whom, change, send_mail, dry_run: false, total: None, counts, reasons })
    }

    fn check_services(&self, check: &mut Check, services: &[Service]) {
        let find = |id: ServiceId| services.iter().find(|service| service.id == id);
        let mut seen = HashSet::new();
        for (at, given) in self.set_services.iter().enumerate() {
            let code = match find(given.service_id) {
                None => "service_unknown",
                Some(_) if !seen.insert(given.service_id) => "service_given_twice",
                Some(_) if self.remove_services.contains(&given.service_id) => "service_set_and_removed",
                Some(service) if service.status == Status::Retired => "service_retired",
                Some(_) => continue,
            };
            check.refuse(FieldError::new(format!("set_services.{at}.service_id"), code));
        }
        for (at, id) in self.remove_services.iter().enumerate() {
            if find(*id).is_none() {
                check.refuse(FieldError::new(format!("remove_services.{at}"), "service_unknown"));
            }
        }
    }
}

fn chosen_ones(mut ids: Vec<CustomerId>) -> Selection {
    ids.sort_unstable();
    ids.dedup();
    Selection::Chosen(ids)
}

impl Change {
    /// The customer with the change; `None` when they have all of it already; what is wrong when it would break a rule.
    pub fn apply(
        &self,
        customer: &Customer,
        named: &Named,
        now: Timestamp,
    ) -> Result<Option<Customer>, Vec<FieldError>> {
        let mut services = customer.services.clone();
        services.retain(|service| !self.remove_services.contains(&service.service_id));
        for set in &self.set_services {
            match services.iter_mut().find(|service| service.service_id == set.service_id) {
                Some(service) => *service = *set,
                None => services.push(*set),
            }
        }
        let portal_access = self.portal_access.unwrap_or(customer.portal_access);
        if portal_access == customer.portal_access && services == customer.services {
            return Ok(None);
        }
        let changed = Customer { portal_access, services, updated_at: now, ..customer.clone() };
        let errors = changed.broken_access(named, customer);
        if errors.is_empty() { Ok(Some(changed)) } else { Err(errors) }
    }
}

impl Job<AccessChange> {
    /// The key of the file with the skipped customers.
    #[must_use]
    pub fn skipped_key(&self) -> String {
        file_key(self.account_id, self.id, "skipped.csv")
    }

    /// Whether there is a file with skipped customers at `now`.
    #[must_use]
    pub fn has_skipped_file(&self, now: Timestamp) -> bool {
        let kept_until = self.finished_at.and_then(|finished| finished.saturating_add(KEPT).ok());
        self.work.counts.skipped > 0 && kept_until.is_some_and(|until| now < until)
    }
}

#[cfg(test)]
mod tests;
