//! What somebody says of a team, and the checks that make a team of it (TEA-1).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{MAX_TEAMS, Team, Teams};
use crate::{
    AccountId, Actor, Changed, Event, FieldError, Moment, PortalId, Problem, SubportalId, TeamId,
    feature::Features, portal::Portal, text::Check,
};

/// The most characters of a team's name.
const MAX_NAME: usize = 128;
/// The most bytes of its message.
const MAX_MESSAGE: usize = 2000;
/// The most logins that can be said.
const MAX_LOGINS: u32 = 10_000;
/// Fewest and most characters that a team may ask of a password (PPL-6).
const PASSWORD_LENGTH: (u32, u32) = (8, 128);
/// Fewest and most days after which a team may ask for another password.
const PASSWORD_AGE: (u32, u32) = (1, 365);

/// What a team asks of its representatives' passwords, beyond what is asked of all (PPL-6).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PasswordPolicy {
    /// The fewest characters, 8 to 128; null: as for all.
    #[schema(minimum = 8, maximum = 128)]
    pub min_length: Option<u32>,
    /// After how many days a new one is due, 1 to 365; null: never.
    #[schema(minimum = 1, maximum = 365)]
    pub max_age_days: Option<u32>,
}

/// What somebody says of a team. A merge patch is applied to the present one and checked whole.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TeamInput {
    /// Its name; unique in the account.
    #[schema(max_length = 128)]
    pub name: String,
    /// The team of which it is a subteam; null for a team. There are two levels, no deeper.
    pub parent_id: Option<TeamId>,
    /// The portal that its representatives serve; null: none, and for a subteam as its team.
    pub portal_id: Option<PortalId>,
    /// The subportals of it that they serve; none listed: all.
    pub subportal_ids: BTreeSet<SubportalId>,
    /// The most of its representatives who are signed in at once, 1 to 10000; null: any number.
    #[schema(minimum = 1, maximum = 10000)]
    pub available_logins: Option<u32>,
    /// What it asks of its representatives' passwords.
    pub password_policy: PasswordPolicy,
    /// What its representatives read first.
    #[schema(max_length = 2000)]
    pub message: String,
}

impl Team {
    /// Makes a team; `portal` is the one that the input names, if there is such a one.
    pub fn create(
        moment: &mut Moment,
        (account_id, actor): (AccountId, Actor),
        input: &TeamInput,
        (teams, portal): (&Teams, Option<&Portal>),
    ) -> Result<Changed<Self>, Problem> {
        if teams.len() >= MAX_TEAMS {
            return Err(Problem::conflict_with("too_many_teams", "max", MAX_TEAMS));
        }
        let id = TeamId::new(moment);
        let blank = Self {
            id,
            account_id,
            name: String::new(),
            parent_id: None,
            portal_id: None,
            subportal_ids: BTreeSet::new(),
            available_logins: None,
            password_policy: PasswordPolicy::default(),
            message: String::new(),
            features: Features::default(),
            created_at: moment.now,
        };
        let now = blank.with(input, (teams, portal))?;
        let event = Event::new(moment, account_id, actor, "team.created", id).between(None, Some(&now));
        Ok(Changed { now, events: vec![event] })
    }

    /// Changes it; `portal` is the one that the input names, if there is such a one.
    pub fn update(
        self,
        moment: &mut Moment,
        actor: Actor,
        input: &TeamInput,
        named: (&Teams, Option<&Portal>),
    ) -> Result<Changed<Self>, Problem> {
        let now = self.clone().with(input, named)?;
        Ok(self.told(moment, actor, now))
    }

    fn with(self, input: &TeamInput, (teams, portal): (&Teams, Option<&Portal>)) -> Result<Self, Problem> {
        let mut check = Check::default();
        let name = check.required("name", &input.name, MAX_NAME);
        if input.parent_id != self.parent_id
            && let Some(error) = self.refused_parent(input.parent_id, teams)
        {
            check.refuse(error);
        }
        if input.portal_id.is_some() && input.portal_id != self.portal_id && portal.is_none() {
            check.refuse(FieldError::new("portal_id", "portal_unknown"));
        }
        let stays = |id: &SubportalId| input.portal_id == self.portal_id && self.subportal_ids.contains(id);
        let has = |id: &SubportalId| portal.is_some_and(|portal| portal.has(*id));
        for (at, id) in input.subportal_ids.iter().enumerate() {
            if !(has(id) || stays(id)) {
                check.refuse(FieldError::new(format!("subportal_ids.{at}"), "subportal_unknown"));
            }
        }
        check.in_range("available_logins", input.available_logins, (1, MAX_LOGINS));
        let PasswordPolicy { min_length, max_age_days } = input.password_policy;
        check.in_range("password_policy.min_length", min_length, PASSWORD_LENGTH);
        check.in_range("password_policy.max_age_days", max_age_days, PASSWORD_AGE);
        let message = check.lines("message", &input.message, MAX_MESSAGE);
        check.finish(Self {
            name,
            parent_id: input.parent_id,
            portal_id: input.portal_id,
            subportal_ids: input.subportal_ids.clone(),
            available_logins: input.available_logins,
            password_policy: input.password_policy,
            message,
            ..self
        })
    }

    /// What is wrong with being a subteam of `parent`, if anything is.
    fn refused_parent(&self, parent: Option<TeamId>, teams: &Teams) -> Option<FieldError> {
        let wrong = |code: &str| Some(FieldError::new("parent_id", code));
        let parent = parent?;
        match teams.get(parent) {
            None => wrong("team_unknown"),
            Some(parent) if parent.id == self.id || parent.parent_id.is_some() => wrong("two_levels"),
            Some(_) if teams.below(self.id).next().is_some() => wrong("two_levels"),
            Some(_) => None,
        }
    }

    /// What is said of it, as [`Team::update`] takes it.
    #[must_use]
    pub fn input(&self) -> TeamInput {
        TeamInput {
            name: self.name.clone(),
            parent_id: self.parent_id,
            portal_id: self.portal_id,
            subportal_ids: self.subportal_ids.clone(),
            available_logins: self.available_logins,
            password_policy: self.password_policy,
            message: self.message.clone(),
        }
    }
}
