//! Customers at the door of the portal (CUS-2, CUS-4).

use domain::{
    AccountId, Changed, CustomerId, Problem, SignInId, Timestamp, account::Account, customer::Customer,
    mail::Mail, password::Attempts, sign_in::SignIn, text::Email,
};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    credentials::Wrong,
    item::{Attributes, Kept, Record},
    keys::{self, Key},
    leg::Leg,
    users::of_type,
};

/// What lets a customer into the portal. There is none until they are activated.
#[derive(Serialize, Deserialize)]
struct PortalPassword {
    account_id: AccountId,
    customer_id: CustomerId,
    password: String,
}

impl Record for PortalPassword {
    const TYPE: &'static str = "portal_password";
    fn key(&self) -> Key {
        keys::portal_password(self.account_id, self.customer_id)
    }
}

/// Who has an address, as the claim on it says.
#[derive(Deserialize)]
struct Claim {
    owner: CustomerId,
}

/// What there is behind the portal's door for an address.
#[derive(Debug)]
pub struct Entrant {
    /// Under which id wrong passwords are counted: the customer's, or one made up for an address that nobody has.
    pub id: CustomerId,
    /// Who has the address and may sign in.
    pub customer: Option<Customer>,
    /// The hash of their password, once they are activated.
    pub password: Option<String>,
    /// Their account.
    pub account: Option<Account>,
    /// Wrong passwords so far.
    pub attempts: Attempts,
}

impl Store {
    /// Whom an address opens the portal for; two round trips, whether anybody has it or not.
    pub async fn entrant(&self, account: AccountId, address: &Email) -> Result<Entrant, Problem> {
        let key = address.key();
        let claims = self.batch_get(vec![keys::address(account, &key)], true).await?;
        let claim = claims.into_iter().next().map(serde_dynamo::from_item::<_, Claim>).transpose();
        let claim = claim.map_err(crate::item::bug)?;
        let made_up = || CustomerId::derived(Timestamp::UNIX_EPOCH, &[account.bytes(), key.as_bytes()]);
        let id = claim.map_or_else(made_up, |claim| claim.owner);
        let wanted = vec![
            keys::customer(account, id),
            keys::portal_password(account, id),
            keys::portal_attempts(account, id),
            keys::account(account),
        ];
        let items = self.batch_get(wanted, true).await?;
        let customer = one::<Customer>(&items)?.map(|kept| kept.thing).filter(Customer::may_sign_in);
        Ok(Entrant {
            id,
            customer,
            password: one::<PortalPassword>(&items)?.map(|kept| kept.thing.password),
            account: one::<Account>(&items)?.map(|kept| kept.thing),
            attempts: one::<Wrong>(&items)?.map(|kept| kept.thing.attempts).unwrap_or_default(),
        })
    }

    /// A customer and their account in one round trip.
    pub async fn customer_and_account(
        &self,
        account: AccountId,
        id: CustomerId,
    ) -> Result<(Kept<Customer>, Account), Problem> {
        let items = self.batch_get(vec![keys::customer(account, id), keys::account(account)], true).await?;
        let customer = one::<Customer>(&items)?.ok_or(Problem::NotFound)?;
        Ok((customer, one::<Account>(&items)?.ok_or(Problem::NotFound)?.thing))
    }

    /// A sign-in to the portal with its customer, if both are there; one round trip.
    pub async fn portal_sign_in(
        &self,
        account: AccountId,
        customer: CustomerId,
        id: SignInId,
    ) -> Result<Option<(SignIn, Customer)>, Problem> {
        let wanted = vec![keys::sign_in(account, customer.into(), id), keys::customer(account, customer)];
        let items = self.batch_get(wanted, true).await?;
        let sign_in = one::<SignIn>(&items)?.map(|kept| kept.thing);
        Ok(sign_in.zip(one::<Customer>(&items)?.map(|kept| kept.thing)))
    }

    /// Keeps that a customer has been invited, and queues the mail; stale when they have been changed meanwhile.
    pub async fn invite_customer(
        &self,
        version: u64,
        changed: Changed<Customer>,
        mail: &Mail,
    ) -> Result<(), Problem> {
        self.keep_work(version, changed, self.mail_with_link(mail)?).await.map(drop)
    }

    /// Keeps the first password of a customer, and ends the link that allowed it (CUS-4).
    pub async fn activate_customer(
        &self,
        version: u64,
        changed: Changed<Customer>,
        hash: String,
        link: Leg,
    ) -> Result<(), Problem> {
        let first = Leg::put_new(self, &password(&changed.now, hash), Problem::LinkInvalid)?;
        self.keep_work(version, changed, vec![link, first]).await.map(drop)
    }

    /// Keeps another password of a customer, ends the link that allowed it, and queues the notice. It may be their first:
    /// whoever can read the mail may come in.
    pub async fn set_portal_password(
        &self,
        before: &Kept<Customer>,
        changed: Changed<Customer>,
        hash: String,
        (link, notice): (Leg, &Mail),
    ) -> Result<(), Problem> {
        let password = Leg::put_over(self, &password(&changed.now, hash))?;
        let there = if changed.now == before.thing {
            self.still_there(&before.thing)?
        } else {
            Leg::replace(self, &changed.now, before.version)?
        };
        self.commit(vec![there, link, password, self.put_mail(notice)?], &changed.events).await
    }

    /// One who is removed this very moment leaves no password behind.
    fn still_there(&self, customer: &Customer) -> Result<Leg, Problem> {
        Leg::there(self, keys::customer(customer.account_id, customer.id), Problem::LinkInvalid)
    }
}

fn password(customer: &Customer, password: String) -> PortalPassword {
    PortalPassword { account_id: customer.account_id, customer_id: customer.id, password }
}

fn one<T: Record>(items: &[Attributes]) -> Result<Option<Kept<T>>, Problem> {
    of_type(items).transpose()
}
