//! What a user says of themselves (PPL-11).

use serde::{Deserialize, Serialize};

use super::{MAX_NAME, User};
use crate::{
    Actor, Changed, Locale, Moment, Problem,
    text::{Check, Email},
};

/// What somebody says of themselves.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// First name.
    #[schema(max_length = 128)]
    pub first_name: String,
    /// Last name.
    #[schema(max_length = 128)]
    pub last_name: String,
    /// The login.
    pub login: String,
    /// The e-mail address.
    pub email: String,
    /// What customers see; empty: first and last name.
    #[schema(max_length = 128)]
    pub screen_name: String,
    /// Language.
    pub locale: Locale,
    /// Time zone (IANA).
    pub time_zone: String,
}

/// A profile that has been checked.
pub(super) struct Checked {
    pub login: Email,
    pub email: Email,
    pub first_name: String,
    pub last_name: String,
    pub screen_name: String,
    pub locale: Locale,
    pub time_zone: String,
}

impl Profile {
    /// Notes every wrong field; `None` when login or address is among them.
    pub(super) fn check(&self, check: &mut Check) -> Option<Checked> {
        let (login, email) = (check.email("login", &self.login), check.email("email", &self.email));
        let first_name = check.required("first_name", &self.first_name, MAX_NAME);
        let last_name = check.required("last_name", &self.last_name, MAX_NAME);
        let said = check.text("screen_name", &self.screen_name, MAX_NAME);
        let time_zone = check.time_zone("time_zone", &self.time_zone);
        let screen_name = if said.is_empty() { format!("{first_name} {last_name}") } else { said };
        let (login, email) = login.zip(email)?;
        Some(Checked { login, email, first_name, last_name, screen_name, locale: self.locale, time_zone })
    }
}

impl User {
    /// The user's own change of their profile (PPL-11).
    pub fn change_profile(self, moment: &mut Moment, profile: &Profile) -> Result<Changed<Self>, Problem> {
        let mut check = Check::default();
        let checked = profile.check(&mut check);
        let checked = check.finish_some(checked)?;
        let actor = Actor::User(self.id);
        Ok(self.clone().with(checked).told(moment, actor, "user.changed", &self))
    }

    /// The same user with what a profile says.
    pub(super) fn with(self, profile: Checked) -> Self {
        let Checked { login, email, first_name, last_name, screen_name, locale, time_zone } = profile;
        Self { login, email, first_name, last_name, screen_name, locale, time_zone, ..self }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{moment::testing::moment, user::testing::user};

    #[test]
    fn a_profile_with_several_mistakes_names_them_all() {
        let profile = Profile {
            login: "x".into(),
            last_name: " ".into(),
            time_zone: "Mars/Base".into(),
            ..user().profile()
        };
        let Err(Problem::Invalid(errors)) = user().change_profile(&mut moment(1), &profile) else {
            panic!("refused")
        };
        let fields: Vec<_> = errors.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(fields, ["login", "last_name", "time_zone"]);
    }

    #[test]
    fn a_change_that_changes_nothing_tells_nothing() {
        let profile = user().profile();
        assert!(user().change_profile(&mut moment(1), &profile).unwrap().events.is_empty());
    }
}
