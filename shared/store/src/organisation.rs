//! All that bears upon what is on for whom, read together.

use domain::{
    AccountId, Problem, TeamId,
    organisation::Organisation,
    user::{Role, User},
};
use futures::future::{try_join, try_join_all, try_join3};

use crate::{Store, keys};

/// About whom is asked.
#[derive(Debug, Clone, Copy)]
pub enum Whose {
    /// About nobody: the levels above are wanted.
    Nobody,
    /// About the representatives of a team and its subteams.
    Team(TeamId),
    /// About all representatives.
    Everybody,
}

impl Store {
    /// The account's features, its teams and portals, and those of its representatives who are asked about; the lists tell of
    /// them a moment late. Four reads at once, a round trip a megabyte of each; for a team another round trip.
    pub async fn organisation(&self, account: AccountId, whose: Whose) -> Result<Organisation, Problem> {
        let levels = Box::pin(try_join3(self.account(account), self.teams(account), self.portals(account)));
        let asked = Box::pin(self.asked_about(account, whose));
        let ((owner, teams, portals), all) = try_join(levels, asked).await?;
        let representatives = match whose {
            Whose::Nobody | Whose::Everybody => all,
            Whose::Team(id) => {
                let below: Vec<TeamId> = teams.below(id).map(|team| team.id).collect();
                let below = try_join_all(below.into_iter().map(|id| self.members(account, Some(id)))).await?;
                all.into_iter().chain(below.into_iter().flatten()).collect()
            }
        };
        let portals = portals.into_iter().map(|portal| (portal.id, portal)).collect();
        Ok(Organisation { account: owner.thing.features, teams, portals, representatives })
    }

    /// Those who can be read before the teams are.
    async fn asked_about(&self, account: AccountId, whose: Whose) -> Result<Vec<User>, Problem> {
        match whose {
            Whose::Nobody => Ok(vec![]),
            Whose::Team(id) => self.members(account, Some(id)).await,
            Whose::Everybody => {
                let mut users: Vec<User> = self.all_entries(keys::users(account)).await?;
                users.retain(|user| user.duties.role == Role::Representative);
                Ok(users)
            }
        }
    }
}
