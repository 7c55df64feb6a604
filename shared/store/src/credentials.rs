//! What logins open, and wrong passwords at the doors.

use std::collections::{BTreeMap, HashSet};

use domain::{
    AccountId, Changed, CustomerId, Problem, Timestamp,
    mail::Mail,
    password::{Attempts, Credential},
    text::Email,
    user::User,
};
use futures::future::try_join_all;
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    item::{Attributes, Kept, Record},
    keys::{self, Key},
    leg::Leg,
    table::BATCH,
    users::of_type,
};

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

/// Wrong passwords at a door, of somebody known or not: the answer must not tell who there is.
#[derive(Serialize, Deserialize)]
pub(crate) struct Wrong {
    /// Where they are kept; not part of them, and empty in what is read back.
    #[serde(skip)]
    key: Key,
    #[serde(flatten)]
    pub(crate) attempts: Attempts,
}

impl Record for Wrong {
    const TYPE: &'static str = "attempts";
    fn key(&self) -> Key {
        self.key.clone()
    }
    fn expires_at(&self) -> Option<domain::Timestamp> {
        self.attempts.since.and_then(|since| since.saturating_add(domain::password::WINDOW * 4).ok())
    }
}

/// Where somebody signs in, and as whom: what wrong passwords are counted for.
#[derive(Debug, Clone, Copy)]
pub enum Door<'a> {
    /// Staff, by their login.
    Staff(&'a Email),
    /// The portal of an account, by the customer's id; one made up for an address that nobody has.
    Portal(AccountId, CustomerId),
}

impl<'a> From<&'a Email> for Door<'a> {
    fn from(login: &'a Email) -> Self {
        Self::Staff(login)
    }
}

impl Door<'_> {
    fn attempts(self) -> Key {
        match self {
            Self::Staff(login) => keys::attempts(&login.key()),
            Self::Portal(account, customer) => keys::portal_attempts(account, customer),
        }
    }
}

impl Store {
    /// What a login opens, if anything, and its wrong passwords so far; one round trip whether the login exists or not.
    pub async fn credential(&self, login: &Email) -> Result<(Option<Kept<Credential>>, Attempts), Problem> {
        let keys = vec![keys::login(&login.key()), keys::attempts(&login.key())];
        let items = self.batch_get(keys, true).await?;
        let credential = of_type::<Login>(&items).transpose()?;
        let credential = credential.map(|kept| Kept { thing: kept.thing.credential, version: kept.version });
        let attempts = of_type::<Wrong>(&items).transpose()?.map(|kept| kept.thing.attempts);
        Ok((credential, attempts.unwrap_or_default()))
    }

    /// The keys of those logins that somebody has; one round trip for each hundred.
    pub async fn taken_logins(&self, logins: &[Email]) -> Result<HashSet<String>, Problem> {
        let by_key: BTreeMap<String, String> =
            logins.iter().map(|login| (keys::login(&login.key()).pk, login.key())).collect();
        let keys: Vec<Key> = by_key.keys().map(|pk| Key { pk: pk.clone(), sk: keys::ONLY.into() }).collect();
        let batches = keys.chunks(BATCH).map(|keys| self.batch_get(keys.to_vec(), true));
        let items = try_join_all(batches).await?.into_iter().flatten();
        let login = |item: Attributes| by_key.get(item.get("pk")?.as_s().ok()?).cloned();
        Ok(items.filter_map(login).collect())
    }

    /// Keeps the wrong passwords at a door, with the event of a denied sign-in and a notice when they lock out somebody
    /// known. One transaction in any case, so that the time it takes does not tell who is known.
    pub async fn keep_attempts(
        &self,
        door: impl Into<Door<'_>>,
        attempts: Attempts,
        told: Option<(domain::Event, Option<Changed<Mail>>)>,
    ) -> Result<(), Problem> {
        let key = door.into().attempts();
        let mut legs = vec![Leg::put_over(self, &Wrong { key, attempts })?];
        let mut events = vec![];
        if let Some((event, mail)) = told {
            events.push(event);
            if let Some(mail) = mail {
                legs.push(self.put_mail(&mail.now)?);
                events.extend(mail.events);
            }
        }
        // The request is refused; that it was made is not forgotten.
        self.commit_at_once(legs, &events).await
    }

    /// Forgets the wrong passwords at a door.
    pub async fn clear_attempts(&self, door: impl Into<Door<'_>>) -> Result<(), Problem> {
        self.delete(door.into().attempts()).await
    }

    /// Keeps a new password for `user`, ends the link that allowed it, and keeps `events`. Ending the sign-ins is the
    /// caller's next step, because there may be any number.
    pub async fn set_password(
        &self,
        user: &Kept<User>,
        changed: Changed<User>,
        (hash, at): (String, Timestamp),
        more: Vec<Leg>,
    ) -> Result<(), Problem> {
        let (credential, _) = self.credential(&user.thing.login).await?;
        let credential = credential.ok_or_else(|| Problem::Bug("a user without credential".into()))?;
        let login = Login {
            login: user.thing.login.clone(),
            credential: Credential { password: Some(hash), set_at: Some(at), ..credential.thing },
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
