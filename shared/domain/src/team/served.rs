//! Which portals teams serve, and whose queries somebody therefore sees (POR-4).

use std::collections::{BTreeMap, BTreeSet};

use super::{Team, Teams};
use crate::{
    PortalId, SubportalId,
    user::{Duties, Role},
};

/// The portals whose queries somebody sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Served {
    /// All of them.
    All,
    /// These, each with those of its subportals that are served; none listed: all.
    Portals(BTreeMap<PortalId, BTreeSet<SubportalId>>),
}

impl Served {
    /// Whether queries of a subportal are among them.
    #[must_use]
    pub fn includes(&self, portal: PortalId, subportal: SubportalId) -> bool {
        match self {
            Self::All => true,
            Self::Portals(portals) => portals
                .get(&portal)
                .is_some_and(|subportals| subportals.is_empty() || subportals.contains(&subportal)),
        }
    }

    /// Without these portals.
    #[must_use]
    pub fn without(mut self, hidden: impl IntoIterator<Item = PortalId>) -> Self {
        if let Self::Portals(portals) = &mut self {
            hidden.into_iter().for_each(|portal| drop(portals.remove(&portal)));
        }
        self
    }

    /// The portal, where it is only one.
    #[must_use]
    pub fn only(&self) -> Option<PortalId> {
        match self {
            Self::Portals(portals) if portals.len() == 1 => portals.keys().next().copied(),
            _ => None,
        }
    }
}

impl Teams {
    /// The teams and subteams that serve a portal, each with those of its subportals that they serve; none listed: all.
    pub fn serving(&self, portal: PortalId) -> impl Iterator<Item = (&Team, BTreeSet<SubportalId>)> {
        self.iter().filter_map(move |team| {
            let effective = self.effective(team);
            (effective.portal_id == Some(portal)).then_some((team, effective.subportal_ids))
        })
    }

    /// The portals that the teams serve that somebody with these duties has before them.
    #[must_use]
    pub fn served_by(&self, duties: &Duties) -> Served {
        if matches!(duties.role, Role::CompanyManager | Role::ApiManager) {
            return Served::All;
        }
        let mut portals: BTreeMap<PortalId, BTreeSet<SubportalId>> = BTreeMap::new();
        for team in self.iter().filter(|team| self.are_seen_by(duties, team.id)) {
            let effective = self.effective(team);
            let Some(portal) = effective.portal_id else { continue };
            match portals.get_mut(&portal) {
                // Who serves all of it, by whatever team, sees all of it.
                Some(listed) if listed.is_empty() => {}
                Some(listed) if effective.subportal_ids.is_empty() => listed.clear(),
                Some(listed) => listed.extend(effective.subportal_ids),
                None => drop(portals.insert(portal, effective.subportal_ids)),
            }
        }
        Served::Portals(portals)
    }
}
