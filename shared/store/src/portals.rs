//! Portals, in one partition; a slug is claimed in the whole deployment, a company by one of them.

use std::collections::BTreeSet;

use domain::{
    AccountId, Changed, CompanyId, Moment, PortalId, Problem, SubportalId, TeamId,
    account::Account,
    portal::Portal,
    team::Team,
    user::{Status, User},
};
use futures::{StreamExt, TryStreamExt, future::try_join, stream};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    companies::start_of,
    item::{Kept, Record, decode, owner},
    keys::{self, Key},
    leg::Leg,
    page::{Page, Position},
    table::{Range, after},
    users::of_type,
};

/// How many lists of teams are read at once.
const AT_ONCE: usize = 8;

impl Record for Portal {
    const TYPE: &'static str = "portal";
    fn key(&self) -> Key {
        keys::portal(self.account_id, self.id)
    }
}

/// Somebody who serves a portal.
#[derive(Debug, Clone)]
pub struct Serving {
    /// Who.
    pub user: User,
    /// Through which team.
    pub team_id: TeamId,
    /// What that is called.
    pub team: String,
    /// Those of its subportals that they serve; none listed: all.
    pub subportal_ids: BTreeSet<SubportalId>,
}

impl Serving {
    /// Whether they serve a subportal.
    #[must_use]
    pub fn serves(&self, subportal: SubportalId) -> bool {
        self.subportal_ids.is_empty() || self.subportal_ids.contains(&subportal)
    }
}

/// Which portal a slug names.
#[derive(Serialize, Deserialize)]
struct Address {
    slug: String,
    account_id: AccountId,
    portal_id: PortalId,
}

impl Record for Address {
    const TYPE: &'static str = "portal_slug";
    fn key(&self) -> Key {
        keys::portal_slug(&self.slug)
    }
}

impl From<&Portal> for Address {
    fn from(portal: &Portal) -> Self {
        Self { slug: portal.slug.clone(), account_id: portal.account_id, portal_id: portal.id }
    }
}

impl Store {
    /// A portal, if there is such a one. 1 read.
    pub async fn portal(&self, account: AccountId, id: PortalId) -> Result<Option<Kept<Portal>>, Problem> {
        self.get(keys::portal(account, id)).await
    }

    /// A portal that must be there. 1 read.
    pub async fn find_portal(&self, account: AccountId, id: PortalId) -> Result<Kept<Portal>, Problem> {
        self.find(keys::portal(account, id)).await
    }

    /// All portals of an account, in the order in which they were made. One round trip a megabyte.
    pub async fn portals(&self, account: AccountId) -> Result<Vec<Portal>, Problem> {
        Ok(self.kept_portals(account).await?.into_iter().map(|kept| kept.thing).collect())
    }

    /// The same with their versions.
    pub async fn kept_portals(&self, account: AccountId) -> Result<Vec<Kept<Portal>>, Problem> {
        self.all_of(keys::portals(account)).await
    }

    /// A page of portals, in the order in which they were made. 1 read.
    pub async fn page_of_portals(
        &self,
        account: AccountId,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<Portal>, Problem> {
        let from = position.map_or_else(|| start_of(""), |position| after(&position.after));
        let slice = self.query(&Range { from, limit, ..Range::of(keys::portals(account)) }).await?;
        let items = slice.items.into_iter().map(|item| decode(item).map(|kept: Kept<Portal>| kept.thing));
        let items = items.collect::<Result<_, _>>()?;
        Ok(Page { items, next: slice.last.map(|after| Position { source: 0, after }) })
    }

    /// How many portals an account has. 1 read.
    pub async fn count_portals(&self, account: AccountId) -> Result<usize, Problem> {
        let count = self.count(&Range::of(keys::portals(account))).await?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// The portal that a slug names, with its account. 2 reads.
    pub async fn portal_at(&self, slug: &str) -> Result<(Portal, Account), Problem> {
        let Address { account_id, portal_id, .. } =
            self.find::<Address>(keys::portal_slug(slug)).await?.thing;
        let wanted = vec![keys::portal(account_id, portal_id), keys::account(account_id)];
        let items = self.batch_get(wanted, false).await?;
        let portal = of_type::<Portal>(&items).ok_or(Problem::NotFound)??.thing;
        Ok((portal, of_type::<Account>(&items).ok_or(Problem::NotFound)??.thing))
    }

    /// Whoever serves a portal now, by team and name: active representatives who may see it, as the lists of their teams have
    /// them. Reads all teams, and the lists of those that serve it, a few at once.
    pub async fn representatives(&self, portal: &Portal) -> Result<Vec<Serving>, Problem> {
        let account = portal.account_id;
        let teams = self.teams(account).await?;
        let of_team = |(team, subportals)| self.active_members(account, team, subportals);
        let lists: Vec<_> = teams.serving(portal.id).map(of_team).collect();
        let mut serving: Vec<Serving> = stream::iter(lists).buffered(AT_ONCE).try_concat().await?;
        serving.retain(|serving| portal.is_seen_by(&serving.user.duties.company_access));
        Ok(serving)
    }

    async fn active_members(
        &self,
        account: AccountId,
        team: &Team,
        subportal_ids: BTreeSet<SubportalId>,
    ) -> Result<Vec<Serving>, Problem> {
        let members = self.members(account, Some(team.id)).await?.into_iter();
        let serving = members.filter(|user| user.status == Status::Active).map(|user| Serving {
            user,
            team_id: team.id,
            team: team.name.clone(),
            subportal_ids: subportal_ids.clone(),
        });
        Ok(serving.collect())
    }

    /// The leg by which a company has no portal.
    pub(crate) fn without_portal(&self, account: AccountId, company: CompanyId) -> Result<Leg, Problem> {
        Leg::vacant(self, keys::company_portal(account, company), Problem::InUse(vec![("portals", 1)]))
    }

    /// The legs by which the portal of a company becomes that of the one into which it is merged; nobody's, where that has one
    /// already. None where there is no portal. 2 reads.
    pub async fn merged_portal(
        &self,
        moment: &mut Moment,
        account: AccountId,
        (from, into): (CompanyId, CompanyId),
    ) -> Result<Vec<Leg>, Problem> {
        let portal = |company| self.portal_of(account, company);
        let (Some(portal), taken) = try_join(portal(from), portal(into)).await? else { return Ok(vec![]) };
        let before = self.find_portal(account, portal).await?;
        let changed = before.thing.clone().move_to(moment, Some(into).filter(|_| taken.is_none()));
        let mut legs = vec![self.rewrite(&before, &changed.now)?];
        legs.extend(self.of_no_company(&before.thing)?);
        if changed.now.company_id.is_some() {
            let claim = keys::company_portal(account, into);
            legs.push(Leg::claim(self, claim, &portal.to_string(), Problem::conflict("conflict"))?);
        }
        for event in &changed.events {
            legs.push(Leg::put_new(self, event, Problem::conflict("conflict"))?);
        }
        Ok(legs)
    }

    /// Which portal is a company's.
    async fn portal_of(&self, account: AccountId, company: CompanyId) -> Result<Option<PortalId>, Problem> {
        let claims = self.batch_get(vec![keys::company_portal(account, company)], true).await?;
        Ok(claims.first().and_then(owner))
    }

    /// Keeps a new portal, whose slug must be free, and whose company must have none.
    pub async fn create_portal(&self, changed: Changed<Portal>) -> Result<Kept<Portal>, Problem> {
        let portal = &changed.now;
        let mut legs =
            vec![Leg::put_new(self, portal, Problem::conflict("conflict"))?, self.claim_slug(portal)?];
        legs.extend(self.of_company(portal)?);
        self.commit(legs, &changed.events).await?;
        Ok(Kept { thing: changed.now, version: 1 })
    }

    /// Keeps a changed portal; a new slug must be free, a new company must have none.
    pub async fn update_portal(
        &self,
        before: &Kept<Portal>,
        changed: Changed<Portal>,
    ) -> Result<Kept<Portal>, Problem> {
        let (old, new) = (&before.thing, &changed.now);
        let mut legs = vec![];
        if old.slug != new.slug {
            legs.extend([Leg::release(self, keys::portal_slug(&old.slug))?, self.claim_slug(new)?]);
        }
        if old.company_id != new.company_id {
            legs.extend(self.of_no_company(old)?);
            legs.extend(self.of_company(new)?);
        }
        self.commit_change(before.version, changed, legs).await
    }

    /// Deletes a portal. Its queries stay until they are forgotten.
    pub async fn delete_portal(
        &self,
        before: &Kept<Portal>,
        changed: Changed<Portal>,
    ) -> Result<(), Problem> {
        let portal = &before.thing;
        let mut legs = vec![
            Leg::delete(self, portal.key(), before.version)?,
            Leg::release(self, keys::portal_slug(&portal.slug))?,
        ];
        legs.extend(self.of_no_company(portal)?);
        self.commit(legs, &changed.events).await
    }

    fn claim_slug(&self, portal: &Portal) -> Result<Leg, Problem> {
        Leg::put_new(self, &Address::from(portal), Problem::field("slug", "slug_taken"))
    }

    /// The legs by which the company of a portal is there, and has no other one.
    fn of_company(&self, portal: &Portal) -> Result<Vec<Leg>, Problem> {
        let Some(company) = portal.company_id else { return Ok(vec![]) };
        let claim = keys::company_portal(portal.account_id, company);
        let taken = Problem::field("company_id", "company_has_portal");
        Ok(vec![
            Leg::company_stays(self, keys::company(portal.account_id, company), "company_id")?,
            Leg::claim(self, claim, &portal.id.to_string(), taken)?,
        ])
    }

    /// The leg by which the company of a portal may have another one.
    fn of_no_company(&self, portal: &Portal) -> Result<Option<Leg>, Problem> {
        let claim = |company| keys::company_portal(portal.account_id, company);
        portal.company_id.map(|company| Leg::release(self, claim(company))).transpose()
    }
}
