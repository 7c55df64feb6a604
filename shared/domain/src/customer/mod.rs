//! Customers: the people who are helped (CUS-1 to CUS-3).

mod access;
mod activation;
mod filter;
mod input;
mod portal;

pub use access::{Access, PortalAccess, ServiceAccess};
pub use activation::{Activation, State as ActivationState};
pub use filter::{CustomerFilter, Selection};
pub use input::{CustomerInput, EmailFormat, MAX_ALIASES, MAX_NOTES, Named};
pub use portal::Preferences;

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, CompanyId, CustomerId, Event, ImportId, Locale, Moment, Problem, Timestamp,
    account::Account, import::Mark, text::Email,
};

/// The fields whose values events tell; every other one is personal (ERA-1).
const TOLD: [&str; 12] = [
    "id",
    "account_id",
    "company_id",
    "portal_access",
    "email_format",
    "feedback_mails",
    "time_zone",
    "locale",
    "services",
    "import_id",
    "created_at",
    "updated_at",
];

/// A customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Customer {
    /// Their id.
    pub id: CustomerId,
    /// The account they belong to.
    pub account_id: AccountId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address; unique in the account, aliases of all customers included, case ignored.
    pub email: Email,
    /// Further addresses of theirs.
    pub email_aliases: Vec<Email>,
    /// The company they work for.
    pub company_id: Option<CompanyId>,
    /// Job title.
    pub job_title: String,
    /// Department.
    pub department: String,
    /// Office phone.
    pub office_phone: String,
    /// Mobile phone.
    pub mobile_phone: String,
    /// Another phone.
    pub other_phone: String,
    /// Fax.
    pub fax: String,
    /// Postal address.
    pub address: String,
    /// Notes (Textile).
    pub notes: String,
    /// What they may do in the portal.
    pub portal_access: PortalAccess,
    /// How mail to them is formatted.
    pub email_format: EmailFormat,
    /// Whether they are asked for feedback.
    pub feedback_mails: bool,
    /// Their time zone (IANA).
    pub time_zone: String,
    /// Their language.
    pub locale: Locale,
    /// The services they have.
    pub services: Vec<ServiceAccess>,
    /// How far their activation is.
    #[serde(default, skip_serializing_if = "Activation::is_unbegun")]
    pub activation: Activation,
    /// The import that made them, if one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_id: Option<ImportId>,
    /// The row of that import.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_row: Option<u64>,
    /// The row of an import that was the last to change them, if one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// When they were added.
    pub created_at: Timestamp,
    /// When they were last changed.
    pub updated_at: Timestamp,
}

impl Customer {
    /// Adds a customer. `named` is what the store has of the company and services that the input names.
    pub fn create(
        moment: &mut Moment,
        account: &Account,
        actor: Actor,
        input: &CustomerInput,
        named: &Named,
    ) -> Result<Changed<Self>, Problem> {
        let id = CustomerId::new(moment);
        let now = input.check(id, account, moment.now, named, None)?;
        let event = Event::new(moment, account.id, actor, "customer.created", id)
            .between(None, Some(&now))
            .showing(&TOLD);
        Ok(Changed { now, events: vec![event] })
    }

    /// Changes a customer.
    pub fn update(
        self,
        moment: &mut Moment,
        account: &Account,
        actor: Actor,
        input: &CustomerInput,
        named: &Named,
    ) -> Result<Changed<Self>, Problem> {
        let now = input.check(self.id, account, self.created_at, named, Some(&self))?;
        let Self { activation, import_id, import_row, mark, updated_at, .. } = self;
        let now = Self { activation, import_id, import_row, mark, updated_at, ..now };
        if now == self {
            return Ok(Changed { now, events: vec![] });
        }
        let now = Self { updated_at: moment.now, mark: None, ..now };
        let event = Event::new(moment, account.id, actor, "customer.changed", now.id)
            .between(Some(&self), Some(&now))
            .showing(&TOLD);
        Ok(Changed { now, events: vec![event] })
    }

    /// Deletes a customer. The event keeps no personal data (ERA-1).
    pub fn delete(self, moment: &mut Moment, actor: Actor) -> Changed<Self> {
        let event = Event::new(moment, self.account_id, actor, "customer.deleted", self.id);
        Changed { now: self, events: vec![event] }
    }

    /// The addresses that they have and had not before.
    #[must_use]
    pub fn gained(&self, before: &Self) -> Vec<Email> {
        let had: Vec<String> = before.addresses().map(Email::key).collect();
        self.addresses().filter(|address| !had.contains(&address.key())).cloned().collect()
    }

    /// Every address of theirs, the e-mail first.
    pub fn addresses(&self) -> impl Iterator<Item = &Email> {
        std::iter::once(&self.email).chain(&self.email_aliases)
    }
}
