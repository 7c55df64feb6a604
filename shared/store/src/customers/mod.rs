//! Customers.

mod bulk;
mod list;
mod of_companies;
mod walk;

pub use bulk::{Removal, Written};
pub use list::{CustomerLine, CustomerQuery, Sort};
pub use walk::{SHARDS, Stretch, Way};

use std::collections::{BTreeMap, HashMap};

use domain::{
    AccountId, Changed, CompanyId, CustomerId, FieldError, Problem, ServiceId,
    account::Account,
    customer::{Customer, Named},
    denylist::Denial,
    erasure::Erasing,
    job::Job,
    mail::Mail,
    text::{Email, fold},
};

use futures::{StreamExt, TryStreamExt};

use crate::{
    Store,
    figures::movement_of,
    item::{Attributes, Kept, Record, decode, owner},
    keys::{self, Key},
    leg::Leg,
    table::BATCH,
    users::of_type,
};

/// How many batches of addresses are looked up at once.
const AT_ONCE: usize = 4;

impl Record for Customer {
    const TYPE: &'static str = "customer";
    fn key(&self) -> Key {
        keys::customer(self.account_id, self.id)
    }
    fn index(&self) -> Vec<(&'static str, String)> {
        let (account, id) = (self.account_id, self.id);
        let shard = keys::shard(id.bytes(), keys::TIME_SHARDS);
        let mut index = vec![
            ("list", keys::customers(account)),
            ("name", format!("{}#{id}", fold(&format!("{} {}", self.last_name, self.first_name)))),
            ("first_name", format!("{}#{id}", fold(&format!("{} {}", self.first_name, self.last_name)))),
            ("email", format!("{}#{id}", self.email.key())),
            ("newest", keys::newest_customers(account, shard)),
            ("newest_id", id.to_string()),
        ];
        index.extend(self.company_id.map(|company| ("company", keys::company_customers(account, company))));
        index
    }
    fn summary(&self) -> Option<serde_json::Value> {
        serde_json::to_value(CustomerLine::from(self)).ok()
    }
}

fn email_taken() -> Problem {
    Problem::field("email", "email_taken")
}

impl Store {
    /// A customer. 1 read.
    pub async fn customer(&self, account: AccountId, id: CustomerId) -> Result<Kept<Customer>, Problem> {
        self.find(keys::customer(account, id)).await
    }

    /// The account, and what there is of the company and services that somebody names; one round trip for each hundred.
    pub async fn named(
        &self,
        account: AccountId,
        company: Option<CompanyId>,
        services: &[ServiceId],
    ) -> Result<(Account, Named), Problem> {
        let mut keys = vec![keys::account(account)];
        keys.extend(company.map(|company| keys::company(account, company)));
        let mut ids = services.to_vec();
        ids.sort_unstable();
        ids.dedup();
        keys.extend(ids.into_iter().map(|id| keys::service(account, id)));
        let mut items = vec![];
        for keys in keys.chunks(BATCH) {
            items.extend(self.batch_get(keys.to_vec(), true).await?);
        }
        let account = of_type::<Account>(&items).ok_or(Problem::NotFound)??;
        let company = of_type(&items).transpose()?.map(|kept| kept.thing);
        let is_service = |item: &&crate::item::Attributes| {
            item.get("type").and_then(|t| t.as_s().ok()).is_some_and(|t| t == "service")
        };
        let services =
            items.iter().filter(is_service).cloned().map(|item| decode(item).map(|kept| kept.thing));
        Ok((
            account.thing,
            Named { company, services: services.collect::<Result<_, _>>()?, ..Named::default() },
        ))
    }

    /// Whose these addresses (by their keys) are, as far as they are taken in the account; a hundred each round trip, a
    /// few at once.
    pub async fn taken(
        &self,
        account: AccountId,
        addresses: &[String],
    ) -> Result<HashMap<String, CustomerId>, Problem> {
        let by_key: BTreeMap<String, &String> =
            addresses.iter().map(|address| (keys::address(account, address).pk, address)).collect();
        let keys: Vec<Key> = by_key.keys().map(|pk| Key { pk: pk.clone(), sk: keys::ONLY.into() }).collect();
        let batches: Vec<_> = keys.chunks(BATCH).map(|keys| self.batch_get(keys.to_vec(), false)).collect();
        let items: Vec<_> = futures::stream::iter(batches).buffer_unordered(AT_ONCE).try_collect().await?;
        let claim = |item: &Attributes| {
            let address = by_key.get(item.get("pk")?.as_s().ok()?)?;
            Some(((*address).clone(), owner(item)?))
        };
        Ok(items.iter().flatten().filter_map(claim).collect())
    }

    /// Keeps a new customer, whose addresses must be free, with the activation mail that they are sent, if any.
    pub async fn create_customer(
        &self,
        changed: Changed<Customer>,
        mail: Option<&Mail>,
    ) -> Result<Kept<Customer>, Problem> {
        let mut legs = self.new_customer(&changed.now)?;
        legs.extend(self.moved(movement_of(&changed.events)?, [(None, Some(&changed.now))])?);
        if let Some(mail) = mail {
            legs.extend(self.mail_with_link(mail)?);
        }
        self.commit(legs, &changed.events).await?;
        Ok(Kept { thing: changed.now, version: 1 })
    }

    /// The legs that keep a new customer: themselves first, then their addresses, the e-mail before the aliases.
    pub(crate) fn new_customer(&self, customer: &Customer) -> Result<Vec<Leg>, Problem> {
        let mut legs = vec![Leg::put_new(self, customer, Problem::conflict("conflict"))?];
        for (at, address) in customer.addresses().enumerate() {
            legs.push(self.claim_address(customer, at, address)?);
        }
        Ok(legs)
    }

    fn claim_address(&self, customer: &Customer, at: usize, address: &Email) -> Result<Leg, Problem> {
        let alias = |at: usize| {
            Problem::Invalid(vec![FieldError::new(format!("email_aliases.{}", at - 1), "email_taken")])
        };
        let otherwise = if at == 0 { email_taken() } else { alias(at) };
        Leg::claim(
            self,
            keys::address(customer.account_id, &address.key()),
            &customer.id.to_string(),
            otherwise,
        )
    }

    /// Keeps a changed customer; new addresses must be free, old ones become free.
    pub async fn update_customer(
        &self,
        before: &Kept<Customer>,
        changed: Changed<Customer>,
    ) -> Result<Kept<Customer>, Problem> {
        if changed.events.is_empty() {
            return Ok(Kept { thing: changed.now, version: before.version });
        }
        let mut legs = self.moved_addresses(&before.thing, &changed.now)?;
        let change = (Some(&before.thing), Some(&changed.now));
        legs.extend(self.moved(movement_of(&changed.events)?, [change])?);
        self.keep_work(before.version, changed, legs).await
    }

    /// The legs that claim the addresses a customer has got and release those they have no longer.
    fn moved_addresses(&self, before: &Customer, now: &Customer) -> Result<Vec<Leg>, Problem> {
        let keys_of = |customer: &Customer| customer.addresses().map(Email::key).collect::<Vec<_>>();
        let (old, new) = (keys_of(before), keys_of(now));
        let mut legs = vec![];
        for gone in old.iter().filter(|key| !new.contains(key)) {
            legs.push(Leg::release(self, keys::address(before.account_id, gone))?);
        }
        for (at, address) in now.addresses().enumerate().filter(|(_, address)| !old.contains(&address.key()))
        {
            legs.push(self.claim_address(now, at, address)?);
        }
        Ok(legs)
    }

    /// Deletes a customer: their addresses become free, their erasure is kept, and so is what denies their addresses, if
    /// anything is to.
    pub async fn delete_customer(
        &self,
        before: &Kept<Customer>,
        changed: Changed<Customer>,
        erasure: Changed<Job<Erasing>>,
        denials: Changed<Vec<Denial>>,
    ) -> Result<(), Problem> {
        let password = keys::portal_password(before.thing.account_id, before.thing.id);
        let mut legs = self.removed_customer(before, Leg::release(self, password)?)?;
        legs.extend(self.moved(movement_of(&changed.events)?, [(Some(&before.thing), None)])?);
        legs.push(Leg::put_new(self, &erasure.now, Problem::conflict("conflict"))?);
        legs.extend(self.deny_for_good(&denials.now).await?);
        self.commit(legs, &[changed.events, erasure.events, denials.events].concat()).await
    }

    /// The legs that remove a customer with all that hangs on them; `password` says what becomes of theirs.
    fn removed_customer(&self, before: &Kept<Customer>, password: Leg) -> Result<Vec<Leg>, Problem> {
        let customer = &before.thing;
        let mut legs = vec![Leg::delete(self, customer.key(), before.version)?, password];
        for address in customer.addresses() {
            legs.push(Leg::release(self, keys::address(customer.account_id, &address.key()))?);
        }
        Ok(legs)
    }
}
