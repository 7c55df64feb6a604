//! What somebody says of a customer, and the check that makes a customer of it.

use serde::{Deserialize, Serialize};

use super::{Activation, Customer, PortalAccess, ServiceAccess};
use crate::{
    AccountId, CompanyId, CustomerId, FieldError, Locale, Problem, Timestamp,
    account::{Account, Manners},
    company::Company,
    denylist::Denied,
    service::Service,
    text::{Check, Email, MAX_TEXT},
};

/// The most bytes of notes (CUS-1).
pub const MAX_NOTES: usize = 100 * 1024;
/// The most aliases of a customer: each is a line in the transaction that keeps their addresses unique.
pub const MAX_ALIASES: usize = 20;
/// The most services of a customer.
pub(super) const MAX_SERVICES: usize = 100;

/// How mail to a customer is formatted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EmailFormat {
    /// HTML, with plain text beside it.
    #[default]
    Html,
    /// Plain text alone.
    Plain,
}

/// What the store has of the company and the services that an input names.
#[derive(Debug, Default)]
pub struct Named {
    /// The company, if there is one of that id.
    pub company: Option<Company>,
    /// The services that there are.
    pub services: Vec<Service>,
    /// Those of the customer's new addresses that are on the denylist.
    pub denied: Denied,
}

/// What somebody says of a customer (CUS-1). A merge patch is applied to the present one and checked whole, so that no
/// later edit breaks what held at first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CustomerInput {
    /// First name. First or last name is needed.
    #[schema(max_length = 255)]
    pub first_name: String,
    /// Last name.
    #[schema(max_length = 255)]
    pub last_name: String,
    /// E-mail address; unique in the account, aliases included, case ignored.
    #[schema(max_length = 254)]
    pub email: String,
    /// Further addresses; at most 20.
    pub email_aliases: Vec<String>,
    /// The company they work for.
    pub company_id: Option<CompanyId>,
    /// Job title.
    #[schema(max_length = 255)]
    pub job_title: String,
    /// Department.
    #[schema(max_length = 255)]
    pub department: String,
    /// Office phone.
    #[schema(max_length = 255)]
    pub office_phone: String,
    /// Mobile phone.
    #[schema(max_length = 255)]
    pub mobile_phone: String,
    /// Another phone.
    #[schema(max_length = 255)]
    pub other_phone: String,
    /// Fax.
    #[schema(max_length = 255)]
    pub fax: String,
    /// Postal address.
    #[schema(max_length = 255)]
    pub address: String,
    /// Notes (Textile); at most 100 KB.
    pub notes: String,
    /// What they may do in the portal.
    pub portal_access: PortalAccess,
    /// How mail to them is formatted.
    pub email_format: EmailFormat,
    /// Whether they are asked for feedback.
    pub feedback_mails: bool,
    /// Their time zone (IANA); that of their company, or of the account, when left out.
    pub time_zone: Option<String>,
    /// Their language; that of their company, or of the account, when left out.
    pub locale: Option<Locale>,
    /// The services they have; at most 100.
    pub services: Vec<ServiceAccess>,
    /// Whether a new customer is sent the activation mail at once (CUS-4); needs portal access. Not kept.
    #[serde(skip_serializing_if = "not_kept")]
    #[schema(write_only)]
    pub send_activation: bool,
}

/// Never written out. `skip_serializing` would take the field out of the contract as well.
fn not_kept<T>(_: &T) -> bool {
    true
}

impl Default for CustomerInput {
    fn default() -> Self {
        Self {
            first_name: String::new(),
            last_name: String::new(),
            email: String::new(),
            email_aliases: vec![],
            company_id: None,
            job_title: String::new(),
            department: String::new(),
            office_phone: String::new(),
            mobile_phone: String::new(),
            other_phone: String::new(),
            fax: String::new(),
            address: String::new(),
            notes: String::new(),
            portal_access: PortalAccess::None,
            email_format: EmailFormat::Html,
            feedback_mails: true,
            time_zone: None,
            locale: None,
            services: vec![],
            send_activation: false,
        }
    }
}

impl CustomerInput {
    /// The addresses that it gives, as far as they can be read, but for those that `before` has already.
    #[must_use]
    pub fn new_addresses(&self, before: Option<&Customer>) -> Vec<Email> {
        let had: Vec<String> = before.into_iter().flat_map(Customer::addresses).map(Email::key).collect();
        let given = std::iter::once(&self.email).chain(self.email_aliases.iter().take(MAX_ALIASES));
        given.filter_map(|text| Email::parse(text)).filter(|address| !had.contains(&address.key())).collect()
    }

    /// Makes a customer of it, or names every wrong field. `before` is the customer as they were.
    pub(crate) fn check(
        &self,
        id: CustomerId,
        account: &Account,
        created_at: Timestamp,
        named: &Named,
        before: Option<&Customer>,
    ) -> Result<Customer, Problem> {
        let mut check = Check::default();
        let email = address(&mut check, "email", &self.email, &named.denied);
        let aliases = self.aliases(&mut check, email.as_ref(), &named.denied);
        let placeholder = || Email::parse("placeholder@invalid.invalid");
        let Some(address) = email.or_else(placeholder) else { return Err(Problem::Bug("no address".into())) };
        let whose = (account.id, account.manners(named.company.as_ref()));
        let customer = self.texts(&mut check, id, whose, created_at, (address, aliases));
        self.check_company(&mut check, named, before);
        customer.check_access(&mut check, named, before);
        if self.send_activation && self.portal_access == PortalAccess::None {
            check.refuse(FieldError::new("send_activation", "needs_portal_access"));
        }
        check.finish(customer)
    }

    /// Their company must be there, and stay; whoever works for one that goes may be changed meanwhile.
    fn check_company(&self, check: &mut Check, named: &Named, before: Option<&Customer>) {
        let Some(id) = self.company_id else { return };
        let company = named.company.as_ref().filter(|company| company.id == id);
        let stays = company.is_some() && before.is_some_and(|before| before.company_id == Some(id));
        if let Some(error) = Company::refused(company, "company_id").filter(|_| !stays) {
            check.refuse(error);
        }
    }

    fn aliases(&self, check: &mut Check, email: Option<&Email>, denied: &Denied) -> Vec<Email> {
        if self.email_aliases.len() > MAX_ALIASES {
            check.refuse(FieldError::new("email_aliases", "too_long").with("max", MAX_ALIASES));
        }
        let mut aliases: Vec<Email> = vec![];
        for (at, alias) in self.email_aliases.iter().enumerate().take(MAX_ALIASES) {
            let Some(alias) = address(check, &format!("email_aliases.{at}"), alias, denied) else { continue };
            let known = |other: &Email| other.key() == alias.key();
            if !email.is_some_and(known) && !aliases.iter().any(known) {
                aliases.push(alias);
            }
        }
        aliases
    }

    fn texts(
        &self,
        check: &mut Check,
        id: CustomerId,
        (account_id, manners): (AccountId, Manners),
        at: Timestamp,
        (email, email_aliases): (Email, Vec<Email>),
    ) -> Customer {
        let mut text = |field: &str, value: &str| check.text(field, value, MAX_TEXT);
        let customer = Customer {
            id,
            account_id,
            first_name: text("first_name", &self.first_name),
            last_name: text("last_name", &self.last_name),
            email,
            email_aliases,
            company_id: self.company_id,
            job_title: text("job_title", &self.job_title),
            department: text("department", &self.department),
            office_phone: text("office_phone", &self.office_phone),
            mobile_phone: text("mobile_phone", &self.mobile_phone),
            other_phone: text("other_phone", &self.other_phone),
            fax: text("fax", &self.fax),
            address: check.lines("address", &self.address, MAX_TEXT),
            notes: check.lines("notes", &self.notes, MAX_NOTES),
            portal_access: self.portal_access,
            email_format: self.email_format,
            feedback_mails: self.feedback_mails,
            time_zone: check.time_zone("time_zone", self.time_zone.as_deref().unwrap_or(&manners.time_zone)),
            locale: self.locale.unwrap_or(manners.locale),
            services: self.services.clone(),
            activation: Activation::default(),
            import_id: None,
            mark: None,
            import_row: None,
            created_at: at,
            updated_at: at,
        };
        if customer.first_name.is_empty() && customer.last_name.is_empty() {
            check.refuse(FieldError::new("last_name", "required"));
        }
        if customer.services.len() > MAX_SERVICES {
            check.refuse(FieldError::new("services", "too_long").with("max", MAX_SERVICES));
        }
        customer
    }
}

/// An address that may be given to a customer (DEN-1).
fn address(check: &mut Check, field: &str, value: &str, denied: &Denied) -> Option<Email> {
    let address = check.email(field, value)?;
    if denied.by(&address).is_some() {
        check.refuse(FieldError::new(field, "denylisted"));
    }
    Some(address)
}

impl Customer {
    /// What was said of them: what a merge patch is applied to.
    #[must_use]
    pub fn input(&self) -> CustomerInput {
        CustomerInput {
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            email: self.email.to_string(),
            email_aliases: self.email_aliases.iter().map(ToString::to_string).collect(),
            company_id: self.company_id,
            job_title: self.job_title.clone(),
            department: self.department.clone(),
            office_phone: self.office_phone.clone(),
            mobile_phone: self.mobile_phone.clone(),
            other_phone: self.other_phone.clone(),
            fax: self.fax.clone(),
            address: self.address.clone(),
            notes: self.notes.clone(),
            portal_access: self.portal_access,
            email_format: self.email_format,
            feedback_mails: self.feedback_mails,
            time_zone: Some(self.time_zone.clone()),
            locale: Some(self.locale),
            services: self.services.clone(),
            send_activation: false,
        }
    }
}
