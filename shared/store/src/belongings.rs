//! What belongs to a company, and who names it: counted, or thing by thing.

use std::collections::HashSet;

use domain::{
    AccountId, CompanyId, Problem,
    company::{Belongings, Lists},
    contact::Contact,
    problem::MOST_TOLD,
    service::Service,
    text::fold,
    user::User,
};
use futures::future::{try_join, try_join3};
use serde::de::DeserializeOwned;

use crate::{
    Store,
    companies::start_of,
    item::{Kept, Record, attribute, decode},
    keys::{self, Key},
    table::{BATCH, Range, after, end_of},
};

/// How many entries of a list are read at once for a count.
const PAGE: usize = 1000;
/// Of how many devices at the most the names are compared.
const COMPARED: usize = 10_000;

/// A page of things with their versions, and behind which entry of the list to go on.
type Pages<T> = (Vec<Kept<T>>, Option<String>);

impl Store {
    /// How much belongs to a company, and whoever may name companies; as the lists have them a moment late. Reads a megabyte of
    /// each list a round trip.
    pub async fn belongings(
        &self,
        account: AccountId,
        company: CompanyId,
    ) -> Result<(Belongings, Lists), Problem> {
        let (customers, devices, lists) = try_join3(
            Box::pin(self.count_employees(account, company)),
            Box::pin(self.count_inventory(account, company)),
            Box::pin(self.lists(account)),
        )
        .await?;
        Ok((Belongings { customers, devices, ..lists.naming(company) }, lists))
    }

    /// What is left of a company: of each kind all, or one above [`MOST_TOLD`]. A customer or device that is gone is not
    /// counted, even while the lists still have it.
    pub async fn left_of(&self, account: AccountId, company: CompanyId) -> Result<Belongings, Problem> {
        let inside = Box::pin(self.left_in(account, company));
        let (inside, lists) = try_join(inside, Box::pin(self.lists(account))).await?;
        let named = lists.naming(company);
        let told = |count: u64| count.min(MOST_TOLD + 1);
        let (users, contacts, services) = (told(named.users), told(named.contacts), told(named.services));
        Ok(Belongings { users, contacts, services, ..inside })
    }

    /// The same of its customers and devices alone.
    pub async fn left_in(&self, account: AccountId, company: CompanyId) -> Result<Belongings, Problem> {
        let company = (account, company);
        let customers = self.up_to_most(company, Inside::Customers);
        let devices = self.up_to_most(company, Inside::Devices);
        let (customers, devices) = try_join(customers, devices).await?;
        Ok(Belongings { customers, devices, ..Belongings::default() })
    }

    /// How many there are, or one above [`MOST_TOLD`].
    async fn up_to_most(&self, company: (AccountId, CompanyId), what: Inside) -> Result<u64, Problem> {
        let most = usize::try_from(MOST_TOLD).unwrap_or(BATCH) + 1;
        let (mut count, mut place) = (0, None::<String>);
        loop {
            let (behind, limit) = (place.as_deref(), most - count);
            let (more, next) = match what {
                Inside::Customers => {
                    let (there, next) = self.employees(company, behind, limit).await?;
                    (there.len(), next)
                }
                Inside::Devices => {
                    let (there, next) = self.inventory(company, behind, limit).await?;
                    (there.len(), next)
                }
            };
            count += more;
            if count >= most || next.is_none() {
                return Ok(count as u64);
            }
            place = next;
        }
    }

    /// Whoever may name companies. Reads all users, contacts and services.
    pub async fn lists(&self, account: AccountId) -> Result<Lists, Problem> {
        let users = Box::pin(self.all_entries(keys::users(account)));
        let contacts = Box::pin(self.all_entries(keys::contacts(account)));
        let services = Box::pin(self.all_services(account));
        let (users, contacts, services) = try_join3(users, contacts, services).await?;
        Ok(Lists { users, contacts, services })
    }

    /// Every entry of a list by name.
    pub(crate) async fn all_entries<T: DeserializeOwned>(&self, list: String) -> Result<Vec<T>, Problem> {
        let (mut all, mut place) = (vec![], None);
        loop {
            let (found, next) = self.entries(list.clone(), place.as_deref(), PAGE).await?;
            all.extend(found);
            place = next;
            if place.is_none() {
                return Ok(all);
            }
        }
    }

    /// The next entries of a list by name, and behind which to go on.
    async fn entries<T: DeserializeOwned>(
        &self,
        list: String,
        behind: Option<&str>,
        limit: usize,
    ) -> Result<(Vec<T>, Option<String>), Problem> {
        let range = Range {
            index: Some(("by_name", "list")),
            sort: "name",
            from: behind.map_or_else(|| start_of(""), after),
            to: end_of(""),
            limit,
            ..Range::of(list)
        };
        let slice = self.query(&range).await?;
        let found = slice.items.into_iter().map(|mut entry| attribute(&mut entry, "summary"));
        Ok((found.collect::<Result<_, _>>()?, slice.last))
    }

    /// Of the next users by name, behind an entry of their list, those whose list of companies names one. 2 reads.
    pub async fn users_naming(
        &self,
        (account, company): (AccountId, CompanyId),
        behind: Option<&str>,
        limit: usize,
    ) -> Result<Pages<User>, Problem> {
        let names = |user: &User| user.duties.company_access.names(company);
        self.naming(keys::users(account), names, behind, limit).await
    }

    /// The same of contacts.
    pub async fn contacts_naming(
        &self,
        (account, company): (AccountId, CompanyId),
        behind: Option<&str>,
        limit: usize,
    ) -> Result<Pages<Contact>, Problem> {
        let names = |contact: &Contact| contact.company_access.names(company);
        self.naming(keys::contacts(account), names, behind, limit).await
    }

    /// The same of services. 1 read.
    pub async fn services_naming(
        &self,
        (account, company): (AccountId, CompanyId),
        behind: Option<&str>,
        limit: usize,
    ) -> Result<Pages<Service>, Problem> {
        let from = behind.map_or_else(|| start_of(""), after);
        let slice = self.query_now(&Range { from, limit, ..Range::of(keys::services(account)) }).await?;
        let services = slice.items.into_iter().map(decode::<Service>).collect::<Result<Vec<_>, _>>()?;
        let naming = services.into_iter().filter(|kept| kept.thing.company_ids.contains(&company));
        Ok((naming.collect(), slice.last))
    }

    /// The list tells late: those that it names are looked up.
    async fn naming<T: Record>(
        &self,
        list: String,
        names: impl Fn(&T) -> bool,
        behind: Option<&str>,
        limit: usize,
    ) -> Result<Pages<T>, Problem> {
        let (found, next) = self.entries::<T>(list, behind, limit.min(BATCH)).await?;
        let keys: Vec<Key> = found.iter().filter(|thing| names(thing)).map(Record::key).collect();
        let mut there = vec![];
        for item in self.batch_get(keys, true).await? {
            there.push(decode::<T>(item)?);
        }
        there.retain(|kept| names(&kept.thing));
        Ok((there, next))
    }

    /// How many devices of one company are called like a device of another, case and accents ignored; and the first names of
    /// such. Looks at ten thousand of each.
    pub async fn equal_device_names(
        &self,
        account: AccountId,
        (one, other): (CompanyId, CompanyId),
        most: usize,
    ) -> Result<(u64, Vec<String>), Problem> {
        let (names, taken) =
            try_join(self.inventory_names(account, one), self.inventory_names(account, other)).await?;
        let taken: HashSet<String> = taken.iter().map(|name| fold(name)).collect();
        let equal: Vec<String> = names.into_iter().filter(|name| taken.contains(&fold(name))).collect();
        let (count, mut first) = (equal.len() as u64, equal);
        first.dedup();
        first.truncate(most);
        Ok((count, first))
    }

    async fn inventory_names(&self, account: AccountId, company: CompanyId) -> Result<Vec<String>, Problem> {
        let (mut names, mut place) = (vec![], None);
        loop {
            let (found, next) = self.device_names((account, company), place.as_deref(), PAGE).await?;
            names.extend(found);
            place = next;
            if place.is_none() || names.len() >= COMPARED {
                return Ok(names);
            }
        }
    }
}

/// What is in a company.
#[derive(Clone, Copy)]
enum Inside {
    Customers,
    Devices,
}
