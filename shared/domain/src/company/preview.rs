//! What a merge would do, before anybody asks for it: what moves, and who sees more afterwards.

use super::Belongings;
use crate::{CompanyId, company_access::CompanyAccess, contact::Contact, service::Service, user::User};

/// Whoever may name companies in an account.
#[derive(Debug, Default)]
pub struct Lists {
    /// All users.
    pub users: Vec<User>,
    /// All contacts, but for those that users are.
    pub contacts: Vec<Contact>,
    /// All services.
    pub services: Vec<Service>,
}

impl Lists {
    /// How many of them name a company.
    #[must_use]
    pub fn naming(&self, company: CompanyId) -> Belongings {
        let users = self.users.iter().filter(|user| user.duties.company_access.names(company)).count();
        let contacts = self.contacts.iter().filter(|contact| contact.company_access.names(company)).count();
        let services = self.services.iter().filter(|service| service.company_ids.contains(&company)).count();
        let [users, contacts, services] = [users, contacts, services].map(|count| count as u64);
        Belongings { users, contacts, services, ..Belongings::default() }
    }

    /// Every company that is named.
    pub fn named(&self) -> impl Iterator<Item = CompanyId> {
        let users = self.users.iter().map(|user| &user.duties.company_access);
        let access = users.chain(self.contacts.iter().map(|contact| &contact.company_access));
        let listed = access.filter_map(CompanyAccess::listed).flatten();
        listed.chain(self.services.iter().flat_map(|service| &service.company_ids)).copied()
    }

    /// How many users have access to one of two companies only: after a merge they see what is of both.
    #[must_use]
    pub fn users_of_one(&self, one: CompanyId, other: CompanyId) -> u64 {
        let names = |user: &User, company| user.duties.company_access.names(company);
        self.users.iter().filter(|user| names(user, one) != names(user, other)).count() as u64
    }

    /// The services on offer to one of two companies only: after a merge the customers of both may have them.
    #[must_use]
    pub fn services_of_one(&self, one: CompanyId, other: CompanyId) -> Vec<String> {
        let open = |service: &&Service| service.is_open_to(Some(one)) != service.is_open_to(Some(other));
        self.services.iter().filter(open).map(|service| service.name.clone()).collect()
    }
}
