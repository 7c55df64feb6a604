//! Users.

mod list;

pub use list::UserQuery;

use std::collections::BTreeMap;

use domain::{
    AccountId, Changed, CompanyId, Problem, UserId,
    account::Account,
    company::Company,
    erasure::Erasing,
    job::Job,
    link::{Newest, Purpose},
    mail::Mail,
    password::Credential,
    text::fold,
    user::{Role, User},
};
use futures::future::try_join_all;

use crate::{
    Store,
    item::{Attributes, Kept, Record, decode},
    keys::{self, Key},
    leg::Leg,
    table::BATCH,
};

impl Record for User {
    const TYPE: &'static str = "user";
    fn key(&self) -> Key {
        keys::user(self.account_id, self.id)
    }
    fn index(&self) -> Vec<(&'static str, String)> {
        let id = self.id;
        let group = match self.duties.role {
            Role::Representative => Some(keys::members(self.account_id, self.duties.team_id)),
            Role::TeamManager => Some(keys::team_managers(self.account_id)),
            Role::CompanyManager | Role::ApiManager => None,
        };
        let own = [
            ("list", keys::users(self.account_id)),
            ("name", format!("{}#{id}", fold(&format!("{} {}", self.last_name, self.first_name)))),
            ("first_name", format!("{}#{id}", fold(&format!("{} {}", self.first_name, self.last_name)))),
            ("email", format!("{}#{id}", self.login.key())),
        ];
        own.into_iter().chain(group.map(|group| ("company", group))).collect()
    }
    fn summary(&self) -> Option<serde_json::Value> {
        serde_json::to_value(self).ok()
    }
}

impl Store {
    /// A user. 1 read.
    pub async fn user(&self, account: AccountId, id: UserId) -> Result<Kept<User>, Problem> {
        self.find(keys::user(account, id)).await
    }

    /// A user and their account in one round trip.
    pub async fn user_and_account(
        &self,
        account: AccountId,
        id: UserId,
    ) -> Result<(Kept<User>, Account), Problem> {
        let items = self.batch_get(vec![keys::user(account, id), keys::account(account)], true).await?;
        let user = of_type::<User>(&items).ok_or(Problem::NotFound)??;
        let account = of_type::<Account>(&items).ok_or(Problem::NotFound)??;
        Ok((user, account.thing))
    }

    /// An account, and what there is of some companies; one round trip for each hundred.
    pub async fn account_and_companies(
        &self,
        account: AccountId,
        ids: impl IntoIterator<Item = CompanyId>,
    ) -> Result<(Account, BTreeMap<CompanyId, Company>), Problem> {
        let keys = ids.into_iter().map(|id| keys::company(account, id));
        let keys: Vec<Key> = [keys::account(account)].into_iter().chain(keys).collect();
        let batches = keys.chunks(BATCH).map(|keys| self.batch_get(keys.to_vec(), true));
        let items: Vec<Attributes> = try_join_all(batches).await?.into_iter().flatten().collect();
        let found = of_type::<Account>(&items).ok_or(Problem::NotFound)??.thing;
        let companies = items.into_iter().filter(is_a::<Company>).map(decode::<Company>);
        let companies = companies.map(|kept| kept.map(|kept| (kept.thing.id, kept.thing)));
        Ok((found, companies.collect::<Result<_, _>>()?))
    }

    /// Keeps a new user, whose login must be free, with the mail that invites them.
    pub async fn create_user(
        &self,
        changed: Changed<User>,
        mail: Option<Changed<Mail>>,
    ) -> Result<Kept<User>, Problem> {
        let user = &changed.now;
        let credential =
            Credential { account_id: user.account_id, user_id: user.id, password: None, set_at: None };
        let mut legs = vec![
            Leg::put_new(self, user, Problem::conflict("conflict"))?,
            self.put_login(&user.login, &credential)?,
        ];
        legs.extend(self.moved_seats(None, Some(user))?);
        legs.extend(self.joined(None, user)?);
        let mut events = changed.events;
        if let Some(mail) = mail {
            legs.extend(self.mail_with_link(&mail.now)?);
            events.extend(mail.events);
        }
        self.commit(legs, &events).await?;
        Ok(Kept { thing: changed.now, version: 1 })
    }

    /// Keeps a changed user. A new login must be free, and opens what the old one did. Where a company manager becomes
    /// something else, `by` must be another one who stays.
    pub async fn update_user(
        &self,
        before: &Kept<User>,
        changed: Changed<User>,
        by: Option<UserId>,
    ) -> Result<Kept<User>, Problem> {
        let mut legs = vec![];
        let (old, new) = (&before.thing.login, &changed.now.login);
        if old.key() != new.key() {
            let (credential, _) = self.credential(old).await?;
            let credential = credential.ok_or_else(|| Problem::Bug("a user without credential".into()))?;
            legs.push(Leg::delete(self, keys::login(&old.key()), credential.version)?);
            legs.push(self.put_login(new, &credential.thing)?);
        }
        legs.extend(self.moved_seats(Some(&before.thing), Some(&changed.now))?);
        legs.extend(self.joined(Some(&before.thing), &changed.now)?);
        legs.extend(self.another_stays(&before.thing, Some(&changed.now), by)?);
        self.commit_change(before.version, changed, legs).await
    }

    /// Deletes a user: their login becomes free, and their erasure is kept. Ending the sign-ins is the caller's next step.
    pub async fn delete_user(
        &self,
        before: &Kept<User>,
        changed: Changed<User>,
        erasure: Changed<Job<Erasing>>,
        by: UserId,
    ) -> Result<(), Problem> {
        let user = &before.thing;
        let mut legs = vec![
            Leg::delete(self, user.key(), before.version)?,
            Leg::release(self, keys::login(&user.login.key()))?,
            Leg::release(self, keys::attempts(&user.login.key()))?,
            Leg::put_new(self, &erasure.now, Problem::conflict("conflict"))?,
        ];
        legs.extend(self.moved_seats(Some(user), None)?);
        legs.extend(self.another_stays(user, None, Some(by))?);
        self.commit(legs, &[changed.events, erasure.events].concat()).await
    }

    /// When an active company manager becomes something else: the leg by which `by` is another one, and stays. Two who
    /// remove each other at the same moment: one of them is refused.
    fn another_stays(
        &self,
        before: &User,
        now: Option<&User>,
        by: Option<UserId>,
    ) -> Result<Option<Leg>, Problem> {
        if !before.leaves_the_account(now) {
            return Ok(None);
        }
        let refused = Problem::conflict("manager_needed");
        let by = by.filter(|by| *by != before.id).ok_or_else(|| refused.clone())?;
        let manages = [("role", "company_manager"), ("status", "active")];
        Leg::with(self, keys::user(before.account_id, by), &manages, refused).map(Some)
    }

    /// A user, and the newest of their invitations, if it was not the first; one round trip.
    pub async fn invitation(&self, account: AccountId, id: UserId) -> Result<Invitation, Problem> {
        let wanted =
            vec![keys::user(account, id), keys::newest_link(account, id.into(), Purpose::Activation)];
        let items = self.batch_get(wanted, true).await?;
        Ok(Invitation {
            user: of_type::<User>(&items).ok_or(Problem::NotFound)??.thing,
            newest: of_type(&items).transpose()?,
        })
    }
}

/// How far the invitation of a user is.
#[derive(Debug)]
pub struct Invitation {
    /// The user.
    pub user: User,
    /// The newest mail.
    pub newest: Option<Kept<Newest>>,
}

const _: () = assert!(BATCH >= 2, "pairs are read in one batch");

/// The one item of a type among a few.
pub(crate) fn of_type<T: Record>(items: &[Attributes]) -> Option<Result<Kept<T>, Problem>> {
    items.iter().find(|item| is_a::<T>(item)).cloned().map(decode)
}

/// Whether an item is of a type.
pub(crate) fn is_a<T: Record>(item: &Attributes) -> bool {
    item.get("type").and_then(|kind| kind.as_s().ok()).is_some_and(|kind| kind == T::TYPE)
}
