//! The organisation with the versions of its things: what a file is compared with and applied to.

use domain::{
    AccountId, CompanyId, PortalId, Problem, TeamId,
    account::Account,
    company::Company,
    organisation::{MAX_COMPANIES, Present},
    portal::Portal,
    team::Team,
};
use futures::future::{try_join_all, try_join3};

use crate::{
    Store,
    item::Kept,
    keys::{self, Key},
    table::BATCH,
};

/// The organisation as it is kept.
#[derive(Debug)]
pub struct Blueprint {
    /// The account.
    pub account: Kept<Account>,
    companies: Vec<Kept<Company>>,
    portals: Vec<Kept<Portal>>,
    teams: Vec<Kept<Team>>,
}

impl Blueprint {
    /// The organisation, without versions.
    #[must_use]
    pub fn present(&self) -> Present {
        Present {
            account: self.account.thing.clone(),
            companies: self.companies.iter().map(|kept| kept.thing.clone()).collect(),
            portals: self.portals.iter().map(|kept| kept.thing.clone()).collect(),
            teams: self.teams.iter().map(|kept| kept.thing.clone()).collect(),
        }
    }

    /// One of its companies.
    pub fn company(&self, id: CompanyId) -> Result<&Kept<Company>, Problem> {
        self.companies.iter().find(|kept| kept.thing.id == id).ok_or(Problem::Stale)
    }

    /// One of its portals.
    pub fn portal(&self, id: PortalId) -> Result<&Kept<Portal>, Problem> {
        self.portals.iter().find(|kept| kept.thing.id == id).ok_or(Problem::Stale)
    }

    /// One of its teams.
    pub fn team(&self, id: TeamId) -> Result<&Kept<Team>, Problem> {
        self.teams.iter().find(|kept| kept.thing.id == id).ok_or(Problem::Stale)
    }
}

impl Store {
    /// The whole organisation, companies by name. Refused where there are more companies than go into a file. Two round trips and one
    /// for each hundred companies, these at once.
    pub async fn blueprint(&self, account: AccountId) -> Result<Blueprint, Problem> {
        let listed = Box::pin(self.all_entries::<Company>(keys::companies(account)));
        let levels =
            Box::pin(try_join3(self.account(account), self.kept_portals(account), self.kept_teams(account)));
        let (listed, (owner, portals, teams)) = futures::future::try_join(listed, levels).await?;
        if listed.len() > MAX_COMPANIES {
            return Err(Problem::conflict_with("organisation_too_large", "max", MAX_COMPANIES));
        }
        let keys: Vec<Key> = listed.iter().map(|company| keys::company(account, company.id)).collect();
        let batches = keys.chunks(BATCH).map(|keys| self.things::<Company>(keys.to_vec(), true));
        let mut companies: Vec<Kept<Company>> = try_join_all(batches).await?.into_iter().flatten().collect();
        companies.sort_by_cached_key(|kept| crate::companies::by_name(&kept.thing));
        Ok(Blueprint { account: owner, companies, portals, teams })
    }
}
