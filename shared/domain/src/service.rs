//! Services: what is supported (SVC-1, as far as customers need it).

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, CompanyId, Event, Moment, Problem, ServiceId, Timestamp,
    company_access::CompanyAccess,
    text::{Check, MAX_TEXT},
};

/// Whether a service is on offer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ServiceStatus)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// May be given to customers.
    #[default]
    Active,
    /// Stays with those who have it, and is given to nobody else.
    Retired,
}

/// A product or project that is supported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Service {
    /// Its id.
    pub id: ServiceId,
    /// The account it belongs to.
    pub account_id: AccountId,
    /// Its name; unique in the account, case, accents and spaces ignored.
    pub name: String,
    /// What it is.
    pub description: String,
    /// The companies that may see it; none listed: every company, and customers without one.
    pub company_ids: Vec<CompanyId>,
    /// Whether it is on offer.
    pub status: Status,
    /// When it was made.
    pub created_at: Timestamp,
}

/// What somebody says of a service.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ServiceInput {
    /// Its name.
    #[schema(max_length = 255)]
    pub name: String,
    /// What it is.
    #[schema(max_length = 2000)]
    pub description: String,
    /// The companies that may see it; none listed: everybody. At most 100.
    pub company_ids: Vec<CompanyId>,
    /// Whether it is on offer.
    pub status: Status,
}

impl Service {
    /// Makes a service.
    pub fn create(
        moment: &mut Moment,
        account_id: AccountId,
        actor: Actor,
        input: &ServiceInput,
    ) -> Result<Changed<Self>, Problem> {
        let id = ServiceId::new(moment);
        Self::create_as(moment, (account_id, id), actor, input)
    }

    /// Makes a service of this id.
    pub(crate) fn create_as(
        moment: &mut Moment,
        (account_id, id): (AccountId, ServiceId),
        actor: Actor,
        input: &ServiceInput,
    ) -> Result<Changed<Self>, Problem> {
        let blank = Self {
            id,
            account_id,
            name: String::new(),
            description: String::new(),
            company_ids: vec![],
            status: Status::Active,
            created_at: moment.now,
        };
        let now = blank.take(input)?;
        let event =
            Event::new(moment, account_id, actor, "service.created", now.id).between(None, Some(&now));
        Ok(Changed { now, events: vec![event] })
    }

    /// Changes it.
    pub fn update(
        self,
        moment: &mut Moment,
        actor: Actor,
        input: &ServiceInput,
    ) -> Result<Changed<Self>, Problem> {
        let before = self.clone();
        let now = self.take(input)?;
        if now == before {
            return Ok(Changed { now, events: vec![] });
        }
        let event = Event::new(moment, now.account_id, actor, "service.changed", now.id)
            .between(Some(&before), Some(&now));
        Ok(Changed { now, events: vec![event] })
    }

    /// Retires it: customers and history keep it, nobody else gets it. Twice is once.
    pub fn retire(self, moment: &mut Moment, actor: Actor) -> Result<Changed<Self>, Problem> {
        let input = ServiceInput { status: Status::Retired, ..self.input() };
        self.update(moment, actor, &input)
    }

    /// Brings it back on offer, as it was. Twice is once.
    pub fn offer(self, moment: &mut Moment, actor: Actor) -> Result<Changed<Self>, Problem> {
        let input = ServiceInput { status: Status::Active, ..self.input() };
        self.update(moment, actor, &input)
    }

    /// Whether customers of `company` (or of none) may have it (CUS-3).
    #[must_use]
    pub fn is_open_to(&self, company: Option<CompanyId>) -> bool {
        self.company_ids.is_empty() || company.is_some_and(|company| self.company_ids.contains(&company))
    }

    /// Whether customers of one of these companies may have it.
    #[must_use]
    pub fn is_within(&self, companies: &CompanyAccess) -> bool {
        self.company_ids.is_empty() || self.company_ids.iter().any(|id| companies.includes(Some(*id)))
    }

    /// The service as somebody with access to these companies may see it.
    #[must_use]
    pub fn seen_by(mut self, companies: &CompanyAccess) -> Self {
        self.company_ids.retain(|id| companies.includes(Some(*id)));
        self
    }

    /// What was said of it.
    #[must_use]
    pub fn input(&self) -> ServiceInput {
        ServiceInput {
            name: self.name.clone(),
            description: self.description.clone(),
            company_ids: self.company_ids.clone(),
            status: self.status,
        }
    }

    fn take(self, input: &ServiceInput) -> Result<Self, Problem> {
        let mut check = Check::default();
        let name = check.required("name", &input.name, MAX_TEXT);
        let description = check.text("description", &input.description, 2000);
        if input.company_ids.len() > 100 {
            check.refuse(crate::FieldError::new("company_ids", "too_long").with("max", 100));
        }
        check.finish(Self {
            name,
            description,
            company_ids: input.company_ids.clone(),
            status: input.status,
            ..self
        })
    }
}
