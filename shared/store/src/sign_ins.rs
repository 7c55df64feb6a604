//! Sign-ins, of staff and of customers alike.

use domain::{
    AccountId, Event, Problem, SignInId, Timestamp, UserId, link::Person, sign_in::SignIn, user::User,
};

use crate::{
    Store,
    item::{Kept, Record, decode},
    keys::{self, Key},
    leg::Leg,
    page::{Page, Position},
    table::{Range, end_of},
    users::of_type,
};

/// How many sign-ins are ended before the rest is looked up.
const AT_ONCE: usize = 100;

impl Record for SignIn {
    const TYPE: &'static str = "sign_in";
    fn key(&self) -> Key {
        keys::sign_in(self.account_id, self.person, self.id)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        Some(self.expires_at)
    }
}

impl Store {
    /// Keeps a new sign-in, and what comes with it.
    pub async fn begin_sign_in(
        &self,
        sign_in: &SignIn,
        mut legs: Vec<Leg>,
        event: Event,
    ) -> Result<(), Problem> {
        legs.push(Leg::put_new(self, sign_in, Problem::conflict("conflict"))?);
        self.commit(legs, &[event]).await
    }

    /// A sign-in, if it has not ended. 1 read.
    pub async fn sign_in(
        &self,
        account: AccountId,
        person: impl Into<Person>,
        id: SignInId,
    ) -> Result<Option<Kept<SignIn>>, Problem> {
        self.get(keys::sign_in(account, person.into(), id)).await
    }

    /// A sign-in of staff with its user, if both are there; one round trip.
    pub async fn staff_sign_in(
        &self,
        account: AccountId,
        user: UserId,
        id: SignInId,
    ) -> Result<Option<(SignIn, User)>, Problem> {
        let wanted = vec![keys::sign_in(account, user.into(), id), keys::user(account, user)];
        let items = self.batch_get(wanted, true).await?;
        let sign_in = of_type::<SignIn>(&items).transpose()?;
        let user = of_type::<User>(&items).transpose()?;
        Ok(sign_in.zip(user).map(|(sign_in, user)| (sign_in.thing, user.thing)))
    }

    /// Keeps a sign-in with its new secret. Two refreshes at once: one of them is stale.
    pub async fn rotate_sign_in(&self, version: u64, sign_in: &SignIn) -> Result<(), Problem> {
        self.commit(vec![Leg::replace(self, sign_in, version)?], &[]).await
    }

    /// Ends a sign-in; ending it twice is once.
    pub async fn end_sign_in(
        &self,
        account: AccountId,
        person: impl Into<Person>,
        id: SignInId,
    ) -> Result<(), Problem> {
        self.delete(keys::sign_in(account, person.into(), id)).await
    }

    /// Ends a sign-in because somebody wants it, and tells so.
    pub async fn sign_out(
        &self,
        account: AccountId,
        person: impl Into<Person>,
        id: SignInId,
        event: Event,
    ) -> Result<(), Problem> {
        self.commit(vec![Leg::release(self, keys::sign_in(account, person.into(), id))?], &[event]).await
    }

    /// A page of the sign-ins of somebody that have not ended, newest first.
    pub async fn sign_ins(
        &self,
        account: AccountId,
        person: impl Into<Person>,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<SignIn>, Problem> {
        let range = Range {
            index: None,
            sort: "sk",
            partition: keys::person(account, person.into()),
            from: keys::SIGN_IN.into(),
            to: position.map_or_else(
                || end_of(keys::SIGN_IN),
                |position| format!("{}{}", keys::SIGN_IN, position.after),
            ),
            descending: true,
            // One for the end of the page before, and one to see whether there is another page.
            limit: limit + 2,
            filter: None,
            bare: false,
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

    /// Ends all sign-ins of somebody but `keep`.
    pub async fn end_sign_ins(
        &self,
        account: AccountId,
        person: impl Into<Person>,
        keep: Option<SignInId>,
    ) -> Result<(), Problem> {
        let person = person.into();
        loop {
            let ids: Vec<_> = self
                .sign_ins(account, person, AT_ONCE, None)
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
                self.end_sign_in(account, person, id).await?;
            }
        }
    }

    /// Tells of something that changed nothing by itself, and has happened whatever becomes of the request.
    pub async fn tell(&self, event: Event) -> Result<(), Problem> {
        self.commit_at_once(vec![], &[event]).await
    }
}
