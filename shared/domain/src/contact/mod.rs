//! Contacts: who receives alerts and scheduled reports (CON-1). Users are contacts, too (CON-2).

mod holder;
mod method;
mod methods;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use holder::{Destination, Holder};
pub use method::{Kind, Method, MethodInput, Use};

use crate::{
    AccountId, Actor, Changed, ContactId, Event, Moment, Problem, Timestamp,
    company_access::CompanyAccess,
    text::{Check, MAX_TEXT},
    user::User,
};

/// The most methods of a contact.
pub const MAX_METHODS: usize = 20;

/// A contact: somebody who never signs in, or a user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    /// Whose contact it is.
    pub id: Holder,
    /// The account it belongs to.
    pub account_id: AccountId,
    /// Its name; empty for a user, whose name is their own (PPL-11).
    pub name: String,
    /// With which companies it has to do; a user's own says so for them.
    pub company_access: CompanyAccess,
    /// How it is reached, in the order in which they were added.
    pub methods: Vec<Method>,
    /// When it was made.
    pub created_at: Timestamp,
    /// The user, where it is one's. Not kept with the contact.
    #[serde(skip)]
    pub user: Option<User>,
}

/// What somebody says of a contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ContactInput {
    /// Its name.
    #[schema(max_length = 255)]
    pub name: String,
    /// With which companies it has to do.
    pub company_access: CompanyAccess,
}

impl Default for ContactInput {
    fn default() -> Self {
        Self { name: String::new(), company_access: CompanyAccess::ALL }
    }
}

impl Contact {
    /// Makes a contact, which nothing reaches yet.
    pub fn create(
        moment: &mut Moment,
        account_id: AccountId,
        actor: Actor,
        input: &ContactInput,
    ) -> Result<Changed<Self>, Problem> {
        let blank = Self {
            id: Holder::Contact(ContactId::new(moment)),
            account_id,
            name: String::new(),
            company_access: CompanyAccess::ALL,
            methods: vec![],
            created_at: moment.now,
            user: None,
        };
        let now = blank.take(input)?;
        let event = now.told(moment, actor, "contact.created", (None, Some(&now)));
        Ok(Changed { now, events: vec![event] })
    }

    /// The contact that a user is, before anybody has said how they are reached besides by their own address.
    #[must_use]
    pub fn of_user(user: User) -> Self {
        Self {
            id: Holder::User(user.id),
            account_id: user.account_id,
            name: String::new(),
            company_access: CompanyAccess::ALL,
            methods: vec![],
            created_at: user.created_at,
            user: Some(user),
        }
    }

    /// Changes name and companies, which a user's contact has none of its own of.
    pub fn update(
        self,
        moment: &mut Moment,
        actor: Actor,
        input: &ContactInput,
    ) -> Result<Changed<Self>, Problem> {
        self.check_own()?;
        let before = self.clone();
        let now = self.take(input)?;
        if now == before {
            return Ok(Changed { now, events: vec![] });
        }
        let event = now.told(moment, actor, "contact.changed", (Some(&before), Some(&now)));
        Ok(Changed { now, events: vec![event] })
    }

    /// Deletes it with its methods. A user goes otherwise.
    pub fn delete(self, moment: &mut Moment, actor: Actor) -> Result<Changed<Self>, Problem> {
        self.check_own()?;
        let event = self.told(moment, actor, "contact.deleted", (Some(&self), None));
        Ok(Changed { now: self, events: vec![event] })
    }

    /// Its name; a user's own.
    #[must_use]
    pub fn name(&self) -> String {
        let users = self.user.as_ref().map(|user| format!("{} {}", user.first_name, user.last_name));
        users.unwrap_or_else(|| self.name.clone())
    }

    /// With which companies it has to do; a user as they have access.
    #[must_use]
    pub fn companies(&self) -> &CompanyAccess {
        self.user.as_ref().map_or(&self.company_access, |user| &user.duties.company_access)
    }

    /// The contact as somebody with access to these companies may see it.
    #[must_use]
    pub fn seen_by(self, companies: &CompanyAccess) -> Self {
        let company_access = self.company_access.seen_by(companies);
        Self { company_access, user: self.user.map(|user| user.seen_by(companies)), ..self }
    }

    /// What was said of it.
    #[must_use]
    pub fn input(&self) -> ContactInput {
        ContactInput { name: self.name.clone(), company_access: self.company_access.clone() }
    }

    fn take(self, input: &ContactInput) -> Result<Self, Problem> {
        let mut check = Check::default();
        let name = check.required("name", &input.name, MAX_TEXT);
        input.company_access.check(&mut check, "company_access");
        let name = check.finish(name)?;
        Ok(Self { name, company_access: input.company_access.clone(), ..self })
    }

    fn check_own(&self) -> Result<(), Problem> {
        match self.id {
            Holder::Contact(_) => Ok(()),
            Holder::User(_) => Err(Problem::conflict("contact_is_user")),
        }
    }

    /// An event of the contact. Name and addresses are somebody's: of them it says only that they changed (ERA-1).
    fn told(
        &self,
        moment: &mut Moment,
        actor: Actor,
        name: &str,
        (before, after): (Option<&Self>, Option<&Self>),
    ) -> Event {
        Event::new(moment, self.account_id, actor, name, self.id).between(before, after).showing(&[
            "id",
            "account_id",
            "company_access",
            "created_at",
        ])
    }
}
