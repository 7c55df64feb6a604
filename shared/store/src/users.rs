//! Users and what their logins open.

use domain::{
    AccountId, Changed, Problem, UserId,
    account::Account,
    mail::Mail,
    password::{Attempts, Credential},
    text::{Email, fold},
    user::User,
};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    commit::Leg,
    item::{Attributes, Kept, Record, decode, encode},
    keys::{self, Key},
    table::BATCH,
};

impl Record for User {
    const TYPE: &'static str = "user";
    fn key(&self) -> Key {
        keys::user(self.account_id, self.id)
    }
    fn index(&self) -> Vec<(&'static str, String)> {
        let name = fold(&format!("{} {}", self.last_name, self.first_name));
        vec![("list", keys::users(self.account_id)), ("name", format!("{name}#{}", self.id))]
    }
}

/// A credential under its login.
#[derive(Serialize, Deserialize)]
struct Login {
    login: Email,
    #[serde(flatten)]
    credential: Credential,
}

impl Record for Login {
    const TYPE: &'static str = "login";
    fn key(&self) -> Key {
        keys::login(&self.login.key())
    }
}

/// Wrong passwords under their login, known or not: the answer must not tell which logins there are.
#[derive(Serialize, Deserialize)]
struct Wrong {
    /// The login's key. Never kept, as anybody may type anybody's address; empty in what is read back.
    #[serde(skip)]
    login: String,
    #[serde(flatten)]
    attempts: Attempts,
}

impl Record for Wrong {
    const TYPE: &'static str = "attempts";
    fn key(&self) -> Key {
        keys::attempts(&self.login)
    }
    fn expires_at(&self) -> Option<domain::Timestamp> {
        self.attempts.since.and_then(|since| since.saturating_add(domain::password::WINDOW * 4).ok())
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

    /// What a login opens, if anything, and its wrong passwords so far; one round trip whether the login exists or not.
    pub async fn credential(&self, login: &Email) -> Result<(Option<Kept<Credential>>, Attempts), Problem> {
        let keys = vec![keys::login(&login.key()), keys::attempts(&login.key())];
        let items = self.batch_get(keys, true).await?;
        let credential = of_type::<Login>(&items).transpose()?;
        let credential = credential.map(|kept| Kept { thing: kept.thing.credential, version: kept.version });
        let attempts = of_type::<Wrong>(&items).transpose()?.map(|kept| kept.thing.attempts);
        Ok((credential, attempts.unwrap_or_default()))
    }

    /// Keeps a login's wrong passwords, with the event of a denied sign-in and a notice when they lock a known login.
    pub async fn keep_attempts(
        &self,
        login: &Email,
        attempts: Attempts,
        told: Option<(domain::Event, Option<Changed<Mail>>)>,
    ) -> Result<(), Problem> {
        let item = encode(&Wrong { login: login.key(), attempts }, 1)?;
        self.put(item).await?;
        let Some((event, mail)) = told else { return Ok(()) };
        let mut events = vec![event];
        let mut legs = vec![];
        if let Some(mail) = mail {
            legs.push(Leg::put_new(self, &mail.now, Problem::conflict("conflict"))?);
            events.extend(mail.events);
        }
        self.commit(legs, &events).await
    }

    /// Forgets a login's wrong passwords.
    pub async fn clear_attempts(&self, login: &Email) -> Result<(), Problem> {
        self.delete(keys::attempts(&login.key())).await
    }

    /// Keeps a new user, whose login must be free.
    pub async fn create_user(&self, changed: Changed<User>) -> Result<(), Problem> {
        let user = &changed.now;
        let credential = Credential { account_id: user.account_id, user_id: user.id, password: None };
        let legs = vec![
            Leg::put_new(self, user, Problem::conflict("conflict"))?,
            self.put_login(&user.login, &credential)?,
        ];
        self.commit(legs, &changed.events).await
    }

    /// Keeps a changed profile. A new login must be free, and opens what the old one did.
    pub async fn update_user(
        &self,
        before: &Kept<User>,
        changed: Changed<User>,
    ) -> Result<Kept<User>, Problem> {
        let mut legs = vec![];
        let (old, new) = (&before.thing.login, &changed.now.login);
        if old.key() != new.key() {
            let (credential, _) = self.credential(old).await?;
            let credential = credential.ok_or_else(|| Problem::Bug("a user without credential".into()))?;
            legs.push(Leg::delete(self, keys::login(&old.key()), credential.version)?);
            legs.push(self.put_login(new, &credential.thing)?);
        }
        self.commit_change(before.version, changed, legs).await
    }

    /// Keeps a new password for `user`, ends the link that allowed it, and keeps `events`. Ending the sign-ins is the
    /// caller's next step, because there may be any number.
    pub async fn set_password(
        &self,
        user: &Kept<User>,
        changed: Changed<User>,
        hash: String,
        more: Vec<Leg>,
    ) -> Result<(), Problem> {
        let (credential, _) = self.credential(&user.thing.login).await?;
        let credential = credential.ok_or_else(|| Problem::Bug("a user without credential".into()))?;
        let login = Login {
            login: user.thing.login.clone(),
            credential: Credential { password: Some(hash), ..credential.thing },
        };
        let mut legs = vec![Leg::replace(self, &login, credential.version)?];
        legs.extend(more);
        if changed.now != user.thing {
            legs.push(Leg::replace(self, &changed.now, user.version)?);
        }
        self.commit(legs, &changed.events).await
    }

    pub(crate) fn put_login(&self, login: &Email, credential: &Credential) -> Result<Leg, Problem> {
        let login = Login { login: login.clone(), credential: credential.clone() };
        Leg::put_new(self, &login, Problem::field("login", "login_taken"))
    }
}

const _: () = assert!(BATCH >= 2, "pairs are read in one batch");

/// The one item of a type among a few.
pub(crate) fn of_type<T: Record>(items: &[Attributes]) -> Option<Result<Kept<T>, Problem>> {
    let is_one = |item: &&Attributes| {
        item.get("type").and_then(|kind| kind.as_s().ok()).is_some_and(|kind| kind == T::TYPE)
    };
    items.iter().find(is_one).cloned().map(decode)
}
