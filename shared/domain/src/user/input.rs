//! What a manager says of a user, and the checks that make a user of it (PPL-4, PPL-5, PPL-11).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Duties, Module, Profile, Right, Role, Seats, Status, User, profile::Checked};
use crate::{
    Actor, Changed, CompanyId, Event, FieldError, Locale, Moment, Problem, TeamId, UserId,
    account::Account,
    company::Company,
    company_access::CompanyAccess,
    denylist::Denied,
    feature::Features,
    team::Teams,
    text::{Check, Email, MAX_TEXT},
};

/// What the store has of what an input names.
#[derive(Debug)]
pub struct Named {
    /// The account.
    pub account: Account,
    /// The companies that there are, of those to which access is given.
    pub companies: BTreeMap<CompanyId, Company>,
    /// Those of the new addresses that are on the denylist (DEN-1).
    pub denied: Denied,
    /// The teams of the account.
    pub teams: Teams,
}

impl From<Account> for Named {
    fn from(account: Account) -> Self {
        Self { account, companies: BTreeMap::new(), denied: Denied::default(), teams: Teams::default() }
    }
}

/// What a manager says of a user. A merge patch is applied to the present one and checked whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct UserInput {
    /// First name. From their activation on, only they themselves change names, login, address, language and time zone.
    #[schema(max_length = 128)]
    pub first_name: String,
    /// Last name.
    #[schema(max_length = 128)]
    pub last_name: String,
    /// What they sign in with, in e-mail format; unique in the deployment.
    pub login: String,
    /// Where mail goes; left out: the login.
    pub email: String,
    /// What customers see; empty: first and last name.
    #[schema(max_length = 128)]
    pub screen_name: String,
    /// Whatever you note of them.
    #[schema(max_length = 255)]
    pub custom: String,
    /// Language; left out: the account's.
    pub locale: Option<Locale>,
    /// Time zone (IANA); left out: the account's.
    pub time_zone: String,
    /// What they may do at large.
    pub role: Role,
    /// What a team manager may do in their teams.
    pub rights: BTreeSet<Right>,
    /// The teams that a team manager manages, each with its subteams. At most 50.
    pub team_ids: BTreeSet<TeamId>,
    /// The team or subteam that a representative is in; null: none.
    pub team_id: Option<TeamId>,
    /// The companies whose data they see: `"all"`, or ids. Company managers and API managers have all.
    pub company_access: CompanyAccess,
    /// The parts of the product that are open to them, at least one. Company managers have all, API managers none.
    pub modules: BTreeSet<Module>,
    /// By which seats they work in `remote_support` and `service_desk`.
    pub seats: Seats,
    /// Whether they may sign in for now: `active` or `suspended`. A new user is `invited`.
    pub status: Option<Status>,
}

impl Default for UserInput {
    fn default() -> Self {
        let empty = String::new;
        Self {
            first_name: empty(),
            last_name: empty(),
            login: empty(),
            email: empty(),
            screen_name: empty(),
            custom: empty(),
            locale: None,
            time_zone: empty(),
            role: Role::Representative,
            rights: BTreeSet::new(),
            team_ids: BTreeSet::new(),
            team_id: None,
            company_access: CompanyAccess::default(),
            modules: BTreeSet::new(),
            seats: Seats::default(),
            status: None,
        }
    }
}

impl UserInput {
    /// The addresses that it names, and `before` has not.
    #[must_use]
    pub fn new_addresses(&self, before: Option<&User>) -> Vec<Email> {
        let said = [&self.login, &self.email].into_iter().filter_map(|text| Email::parse(text));
        let had: Vec<String> = before.into_iter().flat_map(User::addresses).map(Email::key).collect();
        said.filter(|address| !had.contains(&address.key())).collect()
    }

    /// Notes everything that is wrong but the status. Companies that `before` had already are no obstacle.
    fn check(
        &self,
        check: &mut Check,
        named: &Named,
        before: Option<&User>,
    ) -> (Option<Checked>, String, Duties) {
        let profile = self.profile(&named.account).check(check);
        let addresses =
            profile.iter().flat_map(|profile| [("login", &profile.login), ("email", &profile.email)]);
        for (field, _) in addresses.filter(|(_, address)| named.denied.by(address).is_some()) {
            check.refuse(FieldError::new(field, "denylisted"));
        }
        let custom = check.text("custom", &self.custom, MAX_TEXT);
        let duties = Duties::check(check, self);
        let had = before.and_then(|before| before.duties.company_access.listed());
        for (at, id) in duties.company_access.listed().into_iter().flatten().enumerate() {
            let is_new = had.is_none_or(|had| !had.contains(id));
            let refused = Company::refused(named.companies.get(id), format!("company_access.{at}"));
            if let Some(error) = refused.filter(|_| is_new) {
                check.refuse(error);
            }
        }
        let had = before.map(|before| &before.duties);
        for (at, id) in duties.team_ids.iter().enumerate() {
            let is_new = had.is_none_or(|had| !had.team_ids.contains(id));
            if is_new && named.teams.get(*id).is_none() {
                check.refuse(FieldError::new(format!("team_ids.{at}"), "team_unknown"));
            }
        }
        let is_new = duties.team_id != had.and_then(|had| had.team_id);
        if is_new && duties.team_id.is_some_and(|id| named.teams.get(id).is_none()) {
            check.refuse(FieldError::new("team_id", "team_unknown"));
        }
        (profile, custom, duties)
    }

    fn profile(&self, account: &Account) -> Profile {
        let manners = account.manners(None);
        let or = |said: &str, otherwise: &str| if said.is_empty() { otherwise.into() } else { said.into() };
        Profile {
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            login: self.login.clone(),
            email: or(&self.email, &self.login),
            screen_name: self.screen_name.clone(),
            locale: self.locale.unwrap_or(manners.locale),
            time_zone: or(&self.time_zone, &manners.time_zone),
        }
    }
}

impl User {
    /// Adds a user to `account`, invited until they set a password (PPL-5).
    pub fn invite(
        moment: &mut Moment,
        actor: Actor,
        input: &UserInput,
        named: &Named,
    ) -> Result<Changed<Self>, Problem> {
        let mut check = Check::default();
        let (checked, custom, duties) = input.check(&mut check, named, None);
        let account = &named.account;
        if input.status.is_some_and(|status| status != Status::Invited) {
            check.refuse(FieldError::new("status", "status_by_activation"));
        }
        let profile = check.finish_some(checked)?;
        let (id, created_at) = (UserId::new(moment), moment.now);
        let now = Self {
            id,
            account_id: account.id,
            login: profile.login,
            email: profile.email,
            first_name: profile.first_name,
            last_name: profile.last_name,
            screen_name: profile.screen_name,
            custom,
            duties,
            features: Features::default(),
            status: Status::Invited,
            two_factor: false,
            locale: profile.locale,
            time_zone: profile.time_zone,
            created_at,
        };
        let event = Event::new(moment, account.id, actor, "user.invited", id);
        let event = event.between(None, Some(&now)).showing(&super::TOLD);
        Ok(Changed { now, events: vec![event] })
    }

    /// A manager's change. Once somebody is active, what is their own is for themselves to change (PPL-11).
    pub fn update(
        self,
        moment: &mut Moment,
        actor: Actor,
        input: &UserInput,
        named: &Named,
    ) -> Result<Changed<Self>, Problem> {
        let mut check = Check::default();
        let (checked, custom, duties) = input.check(&mut check, named, Some(&self));
        if self.status != Status::Invited {
            for field in self.own_fields(&input.profile(&named.account)) {
                check.refuse(FieldError::new(field, "own_alone"));
            }
        }
        let checked = check.finish_some(checked)?;
        let status = input.status.unwrap_or(self.status);
        let moved = self.clone().become_status(moment, actor, status)?;
        let features = if duties.role == Role::Representative {
            moved.now.features.clone()
        } else {
            Features::default()
        };
        let changed = Self { custom, duties, features, ..moved.now.clone() }.with(checked);
        let mut events = moved.events;
        events.extend(changed.clone().told(moment, actor, "user.changed", &moved.now).events);
        Ok(Changed { now: changed, events })
    }

    /// The fields of their own in which a profile says something else. What customers see of them is the desk's, too.
    fn own_fields(&self, profile: &Profile) -> Vec<&'static str> {
        let present = self.profile();
        let fields = [
            ("first_name", present.first_name == profile.first_name.trim()),
            ("last_name", present.last_name == profile.last_name.trim()),
            ("login", present.login == profile.login.trim()),
            ("email", present.email == profile.email.trim()),
            ("locale", present.locale == profile.locale),
            ("time_zone", present.time_zone == profile.time_zone),
        ];
        fields.into_iter().filter(|(_, same)| !same).map(|(field, _)| field).collect()
    }

    /// What a manager says of them, as [`User::update`] takes it.
    #[must_use]
    pub fn input(&self) -> UserInput {
        let Profile { first_name, last_name, login, email, screen_name, locale, time_zone } = self.profile();
        let Duties { role, rights, team_ids, team_id, company_access, modules, seats } = self.duties.clone();
        UserInput {
            first_name,
            last_name,
            login,
            email,
            screen_name,
            custom: self.custom.clone(),
            locale: Some(locale),
            time_zone,
            role,
            rights,
            team_ids,
            team_id,
            company_access,
            modules,
            seats,
            status: Some(self.status),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        moment::testing::moment,
        user::{SeatKind, testing},
    };

    fn named() -> Named {
        testing::account().into()
    }

    fn refused(result: Result<Changed<User>, Problem>) -> Vec<String> {
        let Err(Problem::Invalid(errors)) = result else { panic!("{result:?}") };
        errors.into_iter().map(|error| format!("{} {}", error.field, error.code)).collect()
    }

    /// PPL-1, PPL-2, PPL-4.
    #[test]
    fn what_a_role_can_not_have_is_refused_and_every_wrong_field_named() {
        let wrong = UserInput {
            first_name: String::new(),
            rights: [Right::RunReports].into(),
            company_access: CompanyAccess::default(),
            modules: [Module::RemoteSupport].into(),
            seats: Seats { service_desk: Some(SeatKind::Named), ..Seats::default() },
            status: Some(Status::Active),
            ..testing::input()
        };
        let errors = refused(User::invite(&mut moment(0), Actor::System, &wrong, &named()));
        let expected = [
            "first_name required",
            "rights rights_of_team_managers",
            "company_access required",
            "seats.service_desk seat_without_module",
            "status status_by_activation",
        ];
        assert_eq!(errors, expected);
    }

    /// PPL-1.
    #[test]
    fn a_company_manager_has_the_whole_account_without_saying_so() {
        let input = UserInput {
            role: Role::CompanyManager,
            company_access: CompanyAccess::default(),
            modules: BTreeSet::new(),
            ..testing::input()
        };
        let manager = User::invite(&mut moment(0), Actor::System, &input, &named()).unwrap().now;
        assert_eq!(manager.duties.company_access, CompanyAccess::ALL);
        assert_eq!(manager.duties.modules.len(), 3);
        let same = manager.clone().update(&mut moment(1), Actor::System, &manager.input(), &named());
        assert!(same.unwrap().events.is_empty());
    }

    /// PPL-11.
    #[test]
    fn a_manager_changes_names_and_addresses_only_until_somebody_is_active() {
        let invited = testing::user();
        let other = UserInput {
            first_name: "Rosalie".into(),
            email: "other@acme.example".into(),
            screen_name: "Desk".into(),
            custom: "4711".into(),
            ..invited.input()
        };
        let change =
            |user: User, input: &UserInput| user.update(&mut moment(1), Actor::System, input, &named());
        let changed = change(invited.clone(), &other).unwrap();
        assert_eq!((changed.now.first_name.as_str(), changed.events.len()), ("Rosalie", 1));
        let active = invited.activate(&mut moment(1)).now;
        let other = UserInput { status: None, ..other };
        assert_eq!(refused(change(active.clone(), &other)), ["first_name own_alone", "email own_alone"]);
        let allowed = UserInput { first_name: "Rosa".into(), email: "rosa@acme.example".into(), ..other };
        let changed = change(active, &allowed).unwrap().now;
        assert_eq!((changed.screen_name.as_str(), changed.custom.as_str()), ("Desk", "4711"));
    }
}
