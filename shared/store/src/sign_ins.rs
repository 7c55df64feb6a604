//! Sign-ins, and the links of mails.

use domain::{
    AccountId, Actor, Changed, CustomerId, Event, Moment, Problem, SignInId, Timestamp, UserId,
    customer::Customer, link::Link, mail::Mail, sign_in::SignIn,
};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    commit::Leg,
    item::{Kept, Record, decode, encode},
    keys::{self, Key},
    page::{Page, Position},
    table::{Range, end_of},
};

/// How many sign-ins are ended before the rest is looked up.
const AT_ONCE: usize = 100;

impl Record for SignIn {
    const TYPE: &'static str = "sign_in";
    fn key(&self) -> Key {
        keys::sign_in(self.account_id, self.user_id, self.id)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        Some(self.expires_at)
    }
}

/// A link under the hash of its token.
#[derive(Serialize, Deserialize)]
struct TokenLink {
    /// Never kept; empty in what is read back.
    #[serde(skip)]
    token: String,
    #[serde(flatten)]
    link: Link,
}

impl Record for TokenLink {
    const TYPE: &'static str = "link";
    fn key(&self) -> Key {
        keys::link(&self.token)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        Some(self.link.expires_at)
    }
}

impl Store {
    /// Keeps a new sign-in.
    pub async fn begin_sign_in(&self, sign_in: &SignIn, event: Event) -> Result<(), Problem> {
        let leg = Leg::put_new(self, sign_in, Problem::conflict("conflict"))?;
        self.commit(vec![leg], &[event]).await
    }

    /// A sign-in, if it has not ended. 1 read.
    pub async fn sign_in(
        &self,
        account: AccountId,
        user: UserId,
        id: SignInId,
    ) -> Result<Option<Kept<SignIn>>, Problem> {
        self.get(keys::sign_in(account, user, id)).await
    }

    /// Keeps a sign-in with its new secret. Two refreshes at once: one of them is stale.
    pub async fn rotate_sign_in(&self, version: u64, sign_in: &SignIn) -> Result<(), Problem> {
        self.commit(vec![Leg::replace(self, sign_in, version)?], &[]).await
    }

    /// Ends a sign-in; ending it twice is once.
    pub async fn end_sign_in(&self, account: AccountId, user: UserId, id: SignInId) -> Result<(), Problem> {
        self.delete(keys::sign_in(account, user, id)).await
    }

    /// Ends a sign-in because somebody wants it, and tells so.
    pub async fn sign_out(
        &self,
        account: AccountId,
        user: UserId,
        id: SignInId,
        event: Event,
    ) -> Result<(), Problem> {
        self.commit(vec![Leg::release(self, keys::sign_in(account, user, id))?], &[event]).await
    }

    /// A page of the sign-ins of a user that have not ended, newest first.
    pub async fn sign_ins(
        &self,
        account: AccountId,
        user: UserId,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<SignIn>, Problem> {
        let range = Range {
            index: None,
            sort: "sk",
            partition: keys::user(account, user).pk,
            from: keys::SIGN_IN.into(),
            to: position.map_or_else(
                || end_of(keys::SIGN_IN),
                |position| format!("{}{}", keys::SIGN_IN, position.after),
            ),
            descending: true,
            // One for the end of the page before, and one to see whether there is another page.
            limit: limit + 2,
            filter: None,
        };
        let slice = self.query(&range).await?;
        let items = slice.items.into_iter().map(|item| decode(item).map(|kept: Kept<SignIn>| kept.thing));
        let mut items = items.collect::<Result<Vec<_>, _>>()?;
        items.retain(|sign_in| position.is_none_or(|position| sign_in.id.to_string() != position.after));
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(|last| last.id.to_string());
        Ok(Page { items, next: next.map(|after| Position { source: 0, after }) })
    }

    /// Ends all sign-ins of a user but `keep`.
    pub async fn end_sign_ins(
        &self,
        account: AccountId,
        user: UserId,
        keep: Option<SignInId>,
    ) -> Result<(), Problem> {
        loop {
            let ids: Vec<_> = self
                .sign_ins(account, user, AT_ONCE, None)
                .await?
                .items
                .iter()
                .map(|sign_in| sign_in.id)
                .collect();
            let ending: Vec<_> = ids.into_iter().filter(|id| Some(*id) != keep).collect();
            if ending.is_empty() {
                return Ok(());
            }
            for id in ending {
                self.end_sign_in(account, user, id).await?;
            }
        }
    }

    /// The link with this token. 1 read.
    pub async fn link(&self, token: &str) -> Result<Option<Link>, Problem> {
        let kept: Option<Kept<TokenLink>> = self.get(keys::link(token)).await?;
        Ok(kept.map(|kept| kept.thing.link))
    }

    /// Keeps the link of a mail that is about to be sent. Sending it again keeps the same link.
    pub async fn put_link(&self, token: String, link: Link) -> Result<(), Problem> {
        self.put(encode(&TokenLink { token, link }, 1)?).await
    }

    /// Ends the link with this token, if there is one.
    pub fn end_link(&self, token: &str) -> Result<Leg, Problem> {
        Leg::release(self, keys::link(token))
    }

    /// Ends the link with this token, as part of what it allowed; whoever comes second finds it used.
    pub fn use_link(&self, token: &str) -> Result<Leg, Problem> {
        Leg::delete(self, keys::link(token), 1).map(|leg| leg.otherwise(Problem::LinkInvalid))
    }

    /// Queues a mail by itself.
    pub async fn queue_mail(&self, mail: Changed<Mail>) -> Result<(), Problem> {
        self.commit(vec![self.put_mail(&mail.now)?], &mail.events).await
    }
}

/// What lets a customer into the portal. The portal's sign-in reads it.
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

impl Store {
    /// Tells of something that changed nothing by itself.
    pub async fn tell(&self, event: Event) -> Result<(), Problem> {
        self.commit(vec![], &[event]).await
    }

    /// Keeps the first password of a customer, and ends the link that allowed it (CUS-4).
    pub async fn activate_customer(
        &self,
        moment: &mut Moment,
        customer: &Customer,
        hash: String,
        link: Leg,
    ) -> Result<(), Problem> {
        let (account_id, customer_id) = (customer.account_id, customer.id);
        let password = PortalPassword { account_id, customer_id, password: hash };
        let event = Event::new(moment, account_id, Actor::Visitor, "customer.activated", customer_id);
        // One who is removed this very moment leaves no password behind.
        let there = Leg::there(self, keys::customer(account_id, customer_id), Problem::LinkInvalid)?;
        self.commit(vec![there, link, Leg::put_over(self, &password)?], &[event]).await
    }
}
