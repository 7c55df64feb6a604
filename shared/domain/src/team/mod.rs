//! Teams and subteams: groups of representatives, who serve a portal (TEA-1 to TEA-3, PPL-13).

mod copy;
mod input;
mod logins;
mod served;
mod teams;

pub use copy::Part;
pub use input::{PasswordPolicy, TeamInput};
pub use logins::{Login, LoginLimit, Logins, Occupant};
pub use served::Served;
pub use teams::{Effective, Teams};

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, Event, Moment, PortalId, Problem, SubportalId, TeamId, Timestamp,
    feature::{Chain, Features, FeaturesInput, Level},
};

/// The most teams and subteams of an account: a question that needs them all reads them at once.
pub const MAX_TEAMS: usize = 500;

/// A team, or with a parent a subteam. What a subteam does not say is as in its parent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// The account it belongs to.
    pub account_id: AccountId,
    /// Its name; unique in the account, case, accents and spaces ignored.
    pub name: String,
    /// The team of which it is a subteam.
    pub parent_id: Option<TeamId>,
    /// The portal that its representatives serve.
    pub portal_id: Option<PortalId>,
    /// The subportals of it that they serve; none listed: all.
    pub subportal_ids: BTreeSet<SubportalId>,
    /// The most of its representatives who are signed in at once; `None`: any number.
    pub available_logins: Option<u32>,
    /// What it asks of its representatives' passwords, beyond what is asked of all.
    #[serde(default)]
    pub password_policy: PasswordPolicy,
    /// What its representatives read first.
    pub message: String,
    /// What it says of features.
    #[serde(default, skip_serializing_if = "Features::is_empty")]
    pub features: Features,
    /// When it was made.
    pub created_at: Timestamp,
}

impl Team {
    /// Changes what it says of features; `above` are the levels above it.
    pub fn change_features(
        self,
        moment: &mut Moment,
        actor: Actor,
        above: &Chain<'_>,
        input: &FeaturesInput,
    ) -> Result<Changed<Self>, Problem> {
        let features = self.features.change(moment, actor, (self.level(), above), input)?;
        Ok(self.clone().told(moment, actor, Self { features, ..self }))
    }

    /// At which level it speaks of features.
    #[must_use]
    pub const fn level(&self) -> Level {
        if self.parent_id.is_some() { Level::Subteam } else { Level::Team }
    }

    /// Deletes it, unless it has subteams. Its representatives stay, in no team (TEA-2).
    pub fn delete(self, moment: &mut Moment, actor: Actor, teams: &Teams) -> Result<Changed<Self>, Problem> {
        let subteams = teams.below(self.id).count();
        if subteams > 0 {
            return Err(Problem::InUse(vec![("subteams", subteams as u64)]));
        }
        let event =
            Event::new(moment, self.account_id, actor, "team.deleted", self.id).between(Some(&self), None);
        Ok(Changed { now: self, events: vec![event] })
    }

    /// The change to `now`, told by an event; by none when nothing has changed.
    fn told(self, moment: &mut Moment, actor: Actor, now: Self) -> Changed<Self> {
        if now == self {
            return Changed { now, events: vec![] };
        }
        let event = Event::new(moment, now.account_id, actor, "team.changed", now.id);
        let event = event.between(Some(&self), Some(&now));
        Changed { now, events: vec![event] }
    }
}

#[cfg(test)]
mod tests;
