//! Who serves where, and what is on for them: account, teams, portals and representatives seen together (SET-3 to SET-5).

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{
    PortalId, Problem, UserId,
    company_access::CompanyAccess,
    feature::{Chain, Decided, Features, Key, decide},
    portal::Portal,
    team::Teams,
    user::User,
};

/// Of how many differences a dry run tells one by one.
const TOLD: usize = 100;

/// All that bears upon what is on for whom.
#[derive(Debug, Clone, Default)]
pub struct Organisation {
    /// What the account says of features.
    pub account: Features,
    /// Its teams.
    pub teams: Teams,
    /// Its portals.
    pub portals: BTreeMap<PortalId, Portal>,
    /// Those of its representatives who are asked about.
    pub representatives: Vec<User>,
}

/// What a change would do (SET-5).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Impact {
    /// For how many representatives something would be different.
    pub representatives: u64,
    /// At how many portals.
    pub portals: u64,
    /// For how many representatives each feature would be different; those that stay are left out.
    pub features: Vec<FeatureImpact>,
    /// The first hundred differences one by one.
    pub differences: Vec<Difference>,
}

/// For how many representatives a feature would be different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct FeatureImpact {
    /// The feature.
    pub key: Key,
    /// For how many.
    pub representatives: u64,
}

/// What would be different for somebody, at the portal that they serve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Difference {
    /// For whom.
    pub user_id: UserId,
    /// What customers see of them.
    pub screen_name: String,
    /// The portal that they serve, if they serve one.
    pub portal_id: Option<PortalId>,
    /// The feature.
    pub key: Key,
    /// What holds now.
    pub before: Decided,
    /// What would hold.
    pub after: Decided,
}

impl Organisation {
    /// The levels that bear upon a representative.
    #[must_use]
    pub fn chain<'a>(&'a self, user: &'a User) -> Chain<'a> {
        self.teams.chain(&self.account, user.duties.team_id, Some(&user.features))
    }

    /// The portal that is asked about (`portal_id`), as somebody with access to these companies sees it.
    pub fn portal_asked(&self, id: PortalId, companies: &CompanyAccess) -> Result<&Portal, Problem> {
        let seen = self.portals.get(&id).filter(|portal| portal.is_seen_by(companies));
        seen.ok_or_else(|| Problem::field("portal_id", "portal_unknown"))
    }

    /// The portal that a representative serves, through their team; that of a company only with access to it.
    #[must_use]
    pub fn served_by(&self, user: &User) -> Option<&Portal> {
        let team = user.duties.team_id.and_then(|id| self.teams.get(id))?;
        let portal = self.portals.get(&self.teams.effective(team).portal_id?)?;
        portal.is_seen_by(&user.duties.company_access).then_some(portal)
    }

    /// What would be different in `after`, in which the same representatives are asked about.
    #[must_use]
    pub fn impact(&self, after: &Self) -> Impact {
        let mut impact = Impact::default();
        let mut counts: BTreeMap<Key, u64> = BTreeMap::new();
        let mut portals = BTreeSet::new();
        for (old, new) in self.representatives.iter().zip(&after.representatives) {
            let (served, will_serve) = (self.served_by(old), after.served_by(new));
            let (chain, new_chain) = (self.chain(old), after.chain(new));
            let mut touched = false;
            for key in Key::ALL {
                let before = decide(*key, &chain).at(said(served, *key));
                let now = decide(*key, &new_chain).at(said(will_serve, *key));
                if before.value == now.value {
                    continue;
                }
                touched = true;
                *counts.entry(*key).or_default() += 1;
                let portal_id = will_serve.map(|portal| portal.id);
                portals.extend(portal_id);
                if impact.differences.len() < TOLD {
                    impact.differences.push(Difference {
                        user_id: new.id,
                        screen_name: new.screen_name.clone(),
                        portal_id,
                        key: *key,
                        before,
                        after: now,
                    });
                }
            }
            impact.representatives += u64::from(touched);
        }
        impact.portals = portals.len() as u64;
        impact.features =
            counts.into_iter().map(|(key, representatives)| FeatureImpact { key, representatives }).collect();
        impact
    }
}

/// What a portal says of a feature.
fn said(portal: Option<&Portal>, key: Key) -> Option<&crate::feature::Said> {
    portal.and_then(|portal| portal.features.get(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Actor,
        feature::{FeatureInput, FeaturesInput, Level, Value},
        moment::testing::moment,
        user::testing,
    };

    fn off(key: Key) -> FeaturesInput {
        [(key, FeatureInput { value: Value::Switch(false), locked: false })].into_iter().collect()
    }

    /// SET-5. Only what would really be different counts: not what somebody says for themselves, nor another reason for the same.
    #[test]
    fn a_dry_run_tells_for_whom_something_would_be_different_and_for_whom_not() {
        let moment = &mut moment(0);
        let (plain, own) = (testing::user(), testing::user());
        let chain = Chain::default();
        let own = own.change_features(moment, Actor::System, &chain, &off(Key::Chat)).unwrap().now;
        let before = Organisation { representatives: vec![plain.clone(), own], ..Organisation::default() };
        let level = (Level::Account, &chain);
        let account = before.account.change(moment, Actor::System, level, &off(Key::Chat)).unwrap();
        let after = Organisation { account, ..before.clone() };
        let impact = before.impact(&after);
        assert_eq!((impact.representatives, impact.portals), (1, 0));
        assert_eq!(impact.features, [FeatureImpact { key: Key::Chat, representatives: 1 }]);
        let [difference] = &impact.differences[..] else { panic!("{impact:?}") };
        assert_eq!((difference.user_id, difference.after.level), (plain.id, Level::Account));
        assert_eq!(before.impact(&before), Impact::default());
    }
}
