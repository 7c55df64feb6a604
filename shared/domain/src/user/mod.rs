//! Staff who sign in (PPL-1 to PPL-6, PPL-11, PPL-14).

pub mod batch;
mod care;
mod duties;
mod input;
mod profile;
mod role;

pub use duties::{Duties, SeatKind, Seats};
pub use input::{Named, UserInput};
pub use profile::Profile;
pub use role::{Module, Right, Role};

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, Event, Locale, Moment, Problem, Timestamp, UserId,
    feature::Features,
    link::Newest,
    mail::{Kind, Mail},
    text::Email,
};

/// The most characters of a first or last name (PPL-4).
pub const MAX_NAME: usize = 128;
/// The fields whose values events tell; every other one is personal (ERA-1).
const TOLD: [&str; 14] = [
    "id",
    "account_id",
    "role",
    "rights",
    "team_ids",
    "team_id",
    "features",
    "company_access",
    "modules",
    "seats",
    "status",
    "locale",
    "time_zone",
    "created_at",
];

/// Where a user is in their life. One who is deleted is no more: whatever named them says so (PPL-14).
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
    /// Whatever the organisation notes of them.
    pub custom: String,
    /// What they may do, and where.
    #[serde(flatten)]
    pub duties: Duties,
    /// What is said of features for them alone (SET-3).
    #[serde(default, skip_serializing_if = "Features::is_empty")]
    pub features: Features,
    /// Where they are in their life.
    pub status: Status,
    /// Whether they sign in with a second factor (PPL-8).
    pub two_factor: bool,
    /// Their language.
    pub locale: Locale,
    /// Their time zone (IANA).
    pub time_zone: String,
    /// When they were added.
    pub created_at: Timestamp,
}

impl User {
    /// The invited user sets a password: from now on they may sign in.
    pub fn activate(self, moment: &mut Moment) -> Changed<Self> {
        let actor = Actor::User(self.id);
        let now = Self { status: Status::Active, ..self.clone() };
        now.told(moment, actor, "user.activated", &self)
    }

    /// Suspends somebody who may sign in, or takes that back; they are signed out everywhere (PPL-9).
    pub fn become_status(
        self,
        moment: &mut Moment,
        actor: Actor,
        status: Status,
    ) -> Result<Changed<Self>, Problem> {
        let name = match (self.status, status) {
            (Status::Active, Status::Suspended) => "user.suspended",
            (Status::Suspended, Status::Active) => "user.resumed",
            (before, now) if before == now => return Ok(Changed { now: self, events: vec![] }),
            _ => return Err(Problem::field("status", "status_by_activation")),
        };
        let now = Self { status, ..self.clone() };
        Ok(now.told(moment, actor, name, &self))
    }

    /// Deletes the user. Their data leaves every record there is (ERA-1); what they did stays told, under their id.
    pub fn delete(self, moment: &mut Moment, actor: Actor) -> Changed<Self> {
        let event = Event::new(moment, self.account_id, actor, "user.deleted", self.id);
        Changed { now: self, events: vec![event] }
    }

    /// The invitation mail once more; the link of the one before is dead from then on (PPL-5).
    pub fn invite_again(
        &self,
        moment: &mut Moment,
        actor: Actor,
        newest: Option<&Newest>,
    ) -> Result<Changed<Mail>, Problem> {
        if self.status != Status::Invited {
            return Err(Problem::conflict("user_active"));
        }
        newest.map_or(Ok(()), |newest| newest.admit_another(moment.now))?;
        let mail = Mail::queue(moment, self.account_id, self.id.into(), Kind::Activation);
        let event = Event::new(moment, self.account_id, actor, "user.invited_again", self.id);
        Ok(Changed { now: mail.now, events: [vec![event], mail.events].concat() })
    }

    /// Every address of theirs.
    #[must_use]
    pub fn addresses(&self) -> [&Email; 2] {
        [&self.login, &self.email]
    }

    /// Whether an active company manager becomes something else, or nothing at all: one must always be left.
    #[must_use]
    pub fn leaves_the_account(&self, now: Option<&Self>) -> bool {
        let manages = |user: &Self| user.status == Status::Active && user.duties.role == Role::CompanyManager;
        manages(self) && !now.is_some_and(manages)
    }

    /// Whether what somebody may do, or whether they may come in at all, has changed: then every sign-in of theirs ends (PPL-9).
    #[must_use]
    pub fn must_sign_in_again(&self, before: &Self) -> bool {
        self.duties.role != before.duties.role || self.status != before.status
    }

    /// The words that a password of theirs must not contain (PPL-6).
    #[must_use]
    pub fn personal_words(&self) -> Vec<&str> {
        vec![self.login.as_str(), self.email.as_str(), &self.first_name, &self.last_name]
    }

    /// The change from `before`, told by an event; by none when nothing has changed.
    fn told(self, moment: &mut Moment, actor: Actor, name: &str, before: &Self) -> Changed<Self> {
        if self == *before {
            return Changed { now: self, events: vec![] };
        }
        let event = Event::new(moment, self.account_id, actor, name, self.id)
            .between(Some(before), Some(&self))
            .showing(&TOLD);
        Changed { now: self, events: vec![event] }
    }
}

/// Users for the tests of this crate.
#[cfg(test)]
pub(crate) mod testing {
    use super::*;
    use crate::{
        account::{Account, Manners},
        moment::testing::moment,
    };

    /// An account in English.
    pub fn account() -> Account {
        let manners = Manners { locale: Locale::En, time_zone: "Europe/Berlin".into() };
        Account::new(&mut moment(0), "Acme", manners)
    }

    /// What a manager says of a representative.
    pub fn input() -> UserInput {
        UserInput {
            first_name: "Rosa".into(),
            last_name: "Lind".into(),
            login: "rosa@acme.example".into(),
            email: "rosa@acme.example".into(),
            company_access: crate::company_access::CompanyAccess::ALL,
            modules: [Module::ServiceDesk].into(),
            ..UserInput::default()
        }
    }

    /// A representative.
    pub fn user() -> User {
        User::invite(&mut moment(0), Actor::System, &input(), &account().into()).unwrap().now
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::testing::moment;

    /// PPL-4, PPL-5.
    #[test]
    fn an_invited_user_becomes_active_and_each_step_tells_an_event_without_personal_values() {
        let input = testing::input();
        let invited =
            User::invite(&mut moment(0), Actor::System, &input, &testing::account().into()).unwrap();
        assert_eq!((invited.now.status, invited.now.screen_name.as_str()), (Status::Invited, "Rosa Lind"));
        let active = invited.now.activate(&mut moment(1));
        assert_eq!(active.now.status, Status::Active);
        assert_eq!(active.events[0].name, "user.activated");
        assert_eq!(active.events[0].before["status"], "invited");
        let told = serde_json::to_string(&invited.events).unwrap();
        assert!(!told.contains("Lind") && told.contains("last_name"), "{told}");
    }

    /// PPL-9.
    #[test]
    fn only_who_may_sign_in_is_suspended_and_comes_back() {
        let invited = testing::user();
        let suspend = |user: User| user.become_status(&mut moment(1), Actor::System, Status::Suspended);
        assert_eq!(suspend(invited.clone()), Err(Problem::field("status", "status_by_activation")));
        let active = invited.activate(&mut moment(1)).now;
        let suspended = suspend(active.clone()).unwrap();
        assert_eq!(suspended.events[0].name, "user.suspended");
        assert!(
            suspended.now.must_sign_in_again(&active)
                && suspend(suspended.now.clone()).unwrap().events.is_empty()
        );
        let back = suspended.now.become_status(&mut moment(2), Actor::System, Status::Active).unwrap();
        assert_eq!((back.now, back.events[0].name.as_str()), (active, "user.resumed"));
    }
}
