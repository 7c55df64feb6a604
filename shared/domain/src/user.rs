//! Staff who sign in (PPL-1 to PPL-6, PPL-11).

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, Event, Locale, Moment, Problem, Timestamp, UserId,
    account::Account,
    text::{Check, Email},
};

/// The most characters of a first or last name (PPL-4).
pub const MAX_NAME: usize = 128;

/// What a user may do at large (PPL-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything in the account.
    CompanyManager,
    /// Only the teams given to them.
    TeamManager,
    /// Answers customers; sees account data but changes none of it.
    Representative,
    /// Holds API keys for provisioning.
    ApiManager,
}

/// Where a user is in their life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = UserStatus)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Has been sent a link and has not yet set a password.
    Invited,
    /// May sign in.
    Active,
    /// May not sign in for now.
    Suspended,
}

/// A user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct User {
    /// Their id.
    pub id: UserId,
    /// The account they belong to.
    pub account_id: AccountId,
    /// What they sign in with: in e-mail format, unique in the whole deployment.
    pub login: Email,
    /// Where mail goes; may be the same for several users.
    pub email: Email,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// What customers see.
    pub screen_name: String,
    /// What they may do.
    pub role: Role,
    /// Where they are in their life.
    pub status: Status,
    /// Their language.
    pub locale: Locale,
    /// Their time zone (IANA).
    pub time_zone: String,
    /// When they were added.
    pub created_at: Timestamp,
}

/// What somebody says of a user when adding one or changing their own profile.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The login.
    pub login: String,
    /// The e-mail address.
    pub email: String,
    /// What customers see; empty: first and last name.
    pub screen_name: String,
    /// Language.
    pub locale: Locale,
    /// Time zone (IANA).
    pub time_zone: String,
}

impl User {
    /// Adds a user to `account`, invited until they set a password (PPL-5).
    pub fn invite(
        moment: &mut Moment,
        account: &Account,
        actor: Actor,
        role: Role,
        profile: &Profile,
    ) -> Result<Changed<Self>, Problem> {
        let blank = |moment: &mut Moment, login: Email, email: Email| Self {
            id: UserId::new(moment),
            account_id: account.id,
            login,
            email,
            first_name: String::new(),
            last_name: String::new(),
            screen_name: String::new(),
            role,
            status: Status::Invited,
            locale: profile.locale,
            time_zone: profile.time_zone.clone(),
            created_at: moment.now,
        };
        let mut check = Check::default();
        let (login, email) = (check.email("login", &profile.login), check.email("email", &profile.email));
        let names = Names::check(&mut check, profile);
        let (login, email) = check.finish_some(login.zip(email))?;
        let now = names.give(blank(moment, login, email));
        let event = Event::new(moment, account.id, actor, "user.invited", now.id).between(None, Some(&now));
        Ok(Changed { now, events: vec![event] })
    }

    /// The user's own change of their profile (PPL-11).
    pub fn change_profile(self, moment: &mut Moment, profile: &Profile) -> Result<Changed<Self>, Problem> {
        let mut check = Check::default();
        let (login, email) = (check.email("login", &profile.login), check.email("email", &profile.email));
        let names = Names::check(&mut check, profile);
        let (login, email) = check.finish_some(login.zip(email))?;
        let before = self.clone();
        let now = names.give(Self {
            login,
            email,
            locale: profile.locale,
            time_zone: profile.time_zone.clone(),
            ..self
        });
        if now == before {
            return Ok(Changed { now, events: vec![] });
        }
        let event = Event::new(moment, now.account_id, Actor::User(now.id), "user.changed", now.id)
            .between(Some(&before), Some(&now));
        Ok(Changed { now, events: vec![event] })
    }

    /// The invited user sets a password: from now on they may sign in.
    pub fn activate(self, moment: &mut Moment) -> Changed<Self> {
        let before = self.clone();
        let now = Self { status: Status::Active, ..self };
        let event = Event::new(moment, now.account_id, Actor::User(now.id), "user.activated", now.id)
            .between(Some(&before), Some(&now));
        Changed { now, events: vec![event] }
    }

    /// The words that a password of theirs must not contain (PPL-6).
    #[must_use]
    pub fn personal_words(&self) -> Vec<&str> {
        vec![self.login.as_str(), self.email.as_str(), &self.first_name, &self.last_name]
    }

    /// What they say of themselves, as [`User::change_profile`] takes it.
    #[must_use]
    pub fn profile(&self) -> Profile {
        Profile {
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            login: self.login.to_string(),
            email: self.email.to_string(),
            screen_name: self.screen_name.clone(),
            locale: self.locale,
            time_zone: self.time_zone.clone(),
        }
    }
}

/// The names of a profile once they have been checked.
struct Names {
    first: String,
    last: String,
    screen: String,
}

impl Names {
    fn check(check: &mut Check, profile: &Profile) -> Self {
        let first = check.required("first_name", &profile.first_name, MAX_NAME);
        let last = check.required("last_name", &profile.last_name, MAX_NAME);
        let screen = check.text("screen_name", &profile.screen_name, MAX_NAME);
        check.time_zone("time_zone", &profile.time_zone);
        let screen = if screen.is_empty() { format!("{first} {last}") } else { screen };
        Self { first, last, screen }
    }

    fn give(self, user: User) -> User {
        User { first_name: self.first, last_name: self.last, screen_name: self.screen, ..user }
    }
}

/// Users for the tests of this crate.
#[cfg(test)]
pub(crate) mod testing {
    use super::*;
    use crate::moment::testing::moment;

    /// An account in English.
    pub fn account() -> Account {
        let moment = &mut moment(0);
        let (id, created_at) = (AccountId::new(moment), moment.now);
        Account { id, name: "Acme".into(), locale: Locale::En, time_zone: "Europe/Berlin".into(), created_at }
    }

    /// What a representative says of themselves.
    pub fn profile() -> Profile {
        Profile {
            first_name: "Rosa".into(),
            last_name: "Lind".into(),
            login: "rosa@acme.example".into(),
            email: "rosa@acme.example".into(),
            screen_name: String::new(),
            locale: Locale::En,
            time_zone: "Europe/Berlin".into(),
        }
    }

    /// A representative.
    pub fn user() -> User {
        User::invite(&mut moment(0), &account(), Actor::System, Role::Representative, &profile()).unwrap().now
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::testing::moment;

    /// PPL-4, PPL-5.
    #[test]
    fn an_invited_user_becomes_active_and_each_step_tells_an_event() {
        let invited = User::invite(
            &mut moment(0),
            &testing::account(),
            Actor::System,
            Role::TeamManager,
            &testing::profile(),
        )
        .unwrap();
        assert_eq!((invited.now.status, invited.now.screen_name.as_str()), (Status::Invited, "Rosa Lind"));
        let active = invited.now.activate(&mut moment(1));
        assert_eq!(active.now.status, Status::Active);
        assert_eq!(active.events[0].name, "user.activated");
        assert_eq!(active.events[0].before["status"], "invited");
    }

    #[test]
    fn a_profile_with_several_mistakes_names_them_all() {
        let profile = Profile {
            login: "x".into(),
            last_name: " ".into(),
            time_zone: "Mars/Base".into(),
            ..testing::profile()
        };
        let Err(Problem::Invalid(errors)) = testing::user().change_profile(&mut moment(1), &profile) else {
            panic!("refused")
        };
        let fields: Vec<_> = errors.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(fields, ["login", "last_name", "time_zone"]);
    }

    #[test]
    fn a_change_that_changes_nothing_tells_nothing() {
        let user = testing::user();
        let profile = user.profile();
        assert!(user.change_profile(&mut moment(1), &profile).unwrap().events.is_empty());
    }
}
