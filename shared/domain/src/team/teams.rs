//! All teams of an account, and who stands below whom.

use std::collections::{BTreeMap, BTreeSet};

use super::{PasswordPolicy, Team};
use crate::{
    PortalId, SubportalId, TeamId,
    feature::{Chain, Features},
    user::{Duties, Role, User},
};

/// All teams of an account.
#[derive(Debug, Clone, Default)]
pub struct Teams(BTreeMap<TeamId, Team>);

/// What holds for a team's representatives: what it says itself, else what its parent says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effective {
    /// The portal that they serve.
    pub portal_id: Option<PortalId>,
    /// The subportals of it; none listed: all.
    pub subportal_ids: BTreeSet<SubportalId>,
    /// The most who are signed in at once.
    pub available_logins: Option<u32>,
    /// What is asked of their passwords.
    pub password_policy: PasswordPolicy,
    /// What they read first.
    pub message: String,
}

impl FromIterator<Team> for Teams {
    fn from_iter<I: IntoIterator<Item = Team>>(teams: I) -> Self {
        Self(teams.into_iter().map(|team| (team.id, team)).collect())
    }
}

impl Teams {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A team.
    #[must_use]
    pub fn get(&self, id: TeamId) -> Option<&Team> {
        self.0.get(&id)
    }

    /// All of them, in the order in which they were made.
    pub fn iter(&self) -> impl Iterator<Item = &Team> {
        self.0.values()
    }

    /// The subteams of a team.
    pub fn below(&self, id: TeamId) -> impl Iterator<Item = &Team> {
        self.iter().filter(move |team| team.parent_id == Some(id))
    }

    /// A team and, if it is a subteam, its parent: first the parent. Nothing for a team that is no more.
    fn line(&self, id: Option<TeamId>) -> (Option<&Team>, Option<&Team>) {
        let Some(team) = id.and_then(|id| self.get(id)) else { return (None, None) };
        match team.parent_id.and_then(|id| self.get(id)) {
            Some(parent) => (Some(parent), Some(team)),
            None => (Some(team), None),
        }
    }

    /// The levels that bear upon somebody in a team, or in none.
    #[must_use]
    pub fn chain<'a>(
        &'a self,
        account: &'a Features,
        team: Option<TeamId>,
        representative: Option<&'a Features>,
    ) -> Chain<'a> {
        let (team, subteam) = self.line(team);
        let said = |team: Option<&'a Team>| team.map(|team| &team.features);
        Chain { account: Some(account), team: said(team), subteam: said(subteam), representative }
    }

    /// What holds for a team's representatives.
    #[must_use]
    pub fn effective(&self, team: &Team) -> Effective {
        let of = |team: &Team| Effective {
            portal_id: team.portal_id,
            subportal_ids: team.subportal_ids.clone(),
            available_logins: team.available_logins,
            password_policy: team.password_policy,
            message: team.message.clone(),
        };
        let own = of(team);
        let Some(above) = team.parent_id.and_then(|id| self.get(id)).map(of) else { return own };
        let serves_itself = own.portal_id.is_some();
        let policy = own.password_policy;
        Effective {
            portal_id: own.portal_id.or(above.portal_id),
            subportal_ids: if serves_itself { own.subportal_ids } else { above.subportal_ids },
            available_logins: own.available_logins.or(above.available_logins),
            password_policy: PasswordPolicy {
                min_length: policy.min_length.or(above.password_policy.min_length),
                max_age_days: policy.max_age_days.or(above.password_policy.max_age_days),
            },
            message: if own.message.is_empty() { above.message } else { own.message },
        }
    }

    /// What the team that somebody is in asks of their password.
    #[must_use]
    pub fn password_policy(&self, user: &User) -> PasswordPolicy {
        let team = user.duties.team_id.and_then(|id| self.get(id));
        team.map(|team| self.effective(team).password_policy).unwrap_or_default()
    }

    /// Whether somebody with these duties has a team before them: company managers have every one, team managers those given to
    /// them with their subteams, and a representative their own.
    #[must_use]
    pub fn are_seen_by(&self, duties: &Duties, id: TeamId) -> bool {
        match duties.role {
            Role::CompanyManager | Role::ApiManager => true,
            Role::TeamManager => self.are_managed_by(duties, Some(id)),
            Role::Representative => duties.team_id == Some(id),
        }
    }

    /// Whether somebody with these duties manages a team. Whoever is in none is for company managers alone (PPL-1).
    #[must_use]
    pub fn are_managed_by(&self, duties: &Duties, id: Option<TeamId>) -> bool {
        match duties.role {
            Role::CompanyManager | Role::ApiManager => true,
            Role::TeamManager => {
                let (team, subteam) = self.line(id);
                team.into_iter().chain(subteam).any(|team| duties.team_ids.contains(&team.id))
            }
            Role::Representative => false,
        }
    }
}
