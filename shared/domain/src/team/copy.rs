//! What one team says, said for another, too.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Team;
use crate::{Actor, Changed, Moment, Problem, feature::Chain};

/// What of a team can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = TeamPart)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The most who are signed in at once.
    AvailableLogins,
    /// What it says of features.
    Features,
    /// What its representatives read first.
    Message,
    /// What it asks of passwords.
    PasswordPolicy,
}

impl Team {
    /// Says what `other` says, in these parts; `above` are the levels above this one, whose locks hold.
    pub fn take_over(
        self,
        moment: &mut Moment,
        actor: Actor,
        (other, parts): (&Self, &BTreeSet<Part>),
        above: &Chain<'_>,
    ) -> Result<Changed<Self>, Problem> {
        let mut now = self.clone();
        for part in parts {
            match part {
                Part::AvailableLogins => now.available_logins = other.available_logins,
                Part::Message => now.message.clone_from(&other.message),
                Part::PasswordPolicy => now.password_policy = other.password_policy,
                Part::Features => {
                    let level = (self.level(), above);
                    now.features = self.features.change(moment, actor, level, &other.features.input())?;
                }
            }
        }
        Ok(self.told(moment, actor, now))
    }
}
