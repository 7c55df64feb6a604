//! Teams, in one partition; and the representatives who are in them.

use domain::{
    AccountId, Changed, Problem, TeamId,
    team::{PasswordPolicy, Team, Teams},
    text::fold,
    user::User,
};
use serde::de::DeserializeOwned;

use crate::{
    Store,
    companies::start_of,
    item::{Kept, Record, attribute, decode},
    keys::{self, Key},
    leg::Leg,
    table::{Range, after, end_of},
};

/// How many things are read at once where all are needed.
const ALL: usize = 1000;

impl Record for Team {
    const TYPE: &'static str = "team";
    fn key(&self) -> Key {
        keys::team(self.account_id, self.id)
    }
}

fn taken() -> Problem {
    Problem::field("name", "name_taken")
}

impl Store {
    /// All teams of an account. One round trip a megabyte, which is about a thousand of them.
    pub async fn teams(&self, account: AccountId) -> Result<Teams, Problem> {
        Ok(self.kept_teams(account).await?.into_iter().map(|kept| kept.thing).collect())
    }

    /// All teams of an account with their versions. One round trip, as [`Store::teams`].
    pub async fn kept_teams(&self, account: AccountId) -> Result<Vec<Kept<Team>>, Problem> {
        self.all_of(keys::teams(account)).await
    }

    /// A team with all others. One round trip, as [`Store::teams`].
    pub async fn team(&self, account: AccountId, id: TeamId) -> Result<(Kept<Team>, Teams), Problem> {
        let all = self.kept_teams(account).await?;
        let found = all.iter().find(|kept| kept.thing.id == id).cloned().ok_or(Problem::NotFound)?;
        Ok((found, all.into_iter().map(|kept| kept.thing).collect()))
    }

    /// The teams, as far as they bear upon a user: none for somebody in no team, who costs no round trip.
    pub async fn teams_of(&self, user: &User) -> Result<Teams, Problem> {
        match user.duties.team_id {
            Some(_) => self.teams(user.account_id).await,
            None => Ok(Teams::default()),
        }
    }

    /// What the team that somebody is in asks of their password; as [`Store::teams_of`].
    pub async fn password_policy(&self, user: &User) -> Result<PasswordPolicy, Problem> {
        Ok(self.teams_of(user).await?.password_policy(user))
    }

    /// Everybody in a team, or in none, by name; as the list has them, a moment late. One round trip a megabyte.
    pub async fn members(&self, account: AccountId, team: Option<TeamId>) -> Result<Vec<User>, Problem> {
        self.all_in_list(keys::members(account, team)).await
    }

    /// All team managers, by name; as [`Store::members`].
    pub async fn team_managers(&self, account: AccountId) -> Result<Vec<User>, Problem> {
        self.all_in_list(keys::team_managers(account)).await
    }

    /// Keeps a new team, whose name must be free, below a parent that is there.
    pub async fn create_team(&self, changed: Changed<Team>) -> Result<Kept<Team>, Problem> {
        let team = &changed.now;
        let name = keys::team_name(team.account_id, &fold(&team.name));
        let mut legs = vec![
            Leg::put_new(self, team, Problem::conflict("conflict"))?,
            Leg::claim(self, name, &team.id.to_string(), taken())?,
        ];
        legs.extend(self.named_by(None, team)?);
        self.commit(legs, &changed.events).await?;
        Ok(Kept { thing: changed.now, version: 1 })
    }

    /// Keeps a changed team; a new name must be free, and what it names anew must be there.
    pub async fn update_team(
        &self,
        before: &Kept<Team>,
        changed: Changed<Team>,
    ) -> Result<Kept<Team>, Problem> {
        let account = before.thing.account_id;
        let (old, new) = (fold(&before.thing.name), fold(&changed.now.name));
        let mut legs = self.named_by(Some(&before.thing), &changed.now)?;
        if old != new {
            let id = changed.now.id.to_string();
            legs.push(Leg::release(self, keys::team_name(account, &old))?);
            legs.push(Leg::claim(self, keys::team_name(account, &new), &id, taken())?);
        }
        self.commit_change(before.version, changed, legs).await
    }

    /// Deletes a team. Its representatives stay; whoever takes them out listens to `team.deleted` (TEA-2).
    pub async fn delete_team(&self, before: &Kept<Team>, changed: Changed<Team>) -> Result<(), Problem> {
        let team = &before.thing;
        let legs = vec![
            Leg::delete(self, team.key(), before.version)?,
            Leg::release(self, keys::logins(team.account_id, team.id))?,
            Leg::release(self, keys::team_name(team.account_id, &fold(&team.name)))?,
        ];
        self.commit(legs, &changed.events).await
    }

    /// Keeps a user who is in another team, which must be there, or of whom something else is said.
    pub async fn update_member(
        &self,
        before: &Kept<User>,
        changed: Changed<User>,
    ) -> Result<Kept<User>, Problem> {
        let legs = self.joined(Some(&before.thing), &changed.now)?;
        self.commit_change(before.version, changed, legs).await
    }

    /// The legs by which the teams that somebody names anew are there.
    pub(crate) fn joined(&self, before: Option<&User>, now: &User) -> Result<Vec<Leg>, Problem> {
        let (account, had) = (now.account_id, before.map(|before| &before.duties));
        let own = now.duties.team_id.filter(|id| had.and_then(|had| had.team_id) != Some(*id));
        let managed =
            now.duties.team_ids.iter().filter(|id| had.is_none_or(|had| !had.team_ids.contains(id)));
        let own = own.into_iter().map(|id| ("team_id", id));
        let named = own.chain(managed.map(|id| ("team_ids", *id)));
        let there =
            |(field, id)| Leg::there(self, keys::team(account, id), Problem::field(field, "team_unknown"));
        named.map(there).collect()
    }

    /// The legs by which the parent and the portal that a team names anew are there.
    fn named_by(&self, before: Option<&Team>, now: &Team) -> Result<Vec<Leg>, Problem> {
        let account = now.account_id;
        let parent = now.parent_id.filter(|id| before.and_then(|before| before.parent_id) != Some(*id));
        let portal = now.portal_id.filter(|id| before.and_then(|before| before.portal_id) != Some(*id));
        let parent = parent.map(|id| (keys::team(account, id), "parent_id", "team_unknown"));
        let portal = portal.map(|id| (keys::portal(account, id), "portal_id", "portal_unknown"));
        let there = |(key, field, code)| Leg::there(self, key, Problem::field(field, code));
        parent.into_iter().chain(portal).map(there).collect()
    }

    /// All of a partition of the table.
    pub(crate) async fn all_of<T: Record>(&self, partition: String) -> Result<Vec<Kept<T>>, Problem> {
        let mut range = Range { limit: ALL, ..Range::of(partition) };
        let mut all = vec![];
        loop {
            let slice = self.query_now(&range).await?;
            for item in slice.items {
                all.push(decode(item)?);
            }
            let Some(last) = slice.last else { return Ok(all) };
            range.from = after(&last);
        }
    }

    /// All of a list that stands in the index `by_company`.
    async fn all_in_list<T: DeserializeOwned>(&self, partition: String) -> Result<Vec<T>, Problem> {
        let index = Some(("by_company", "company"));
        let (from, to) = (start_of(""), end_of(""));
        let mut range = Range { index, sort: "name", from, to, limit: ALL, ..Range::of(partition) };
        let mut all = vec![];
        loop {
            let slice = self.query(&range).await?;
            for mut item in slice.items {
                all.push(attribute(&mut item, "summary")?);
            }
            let Some(last) = slice.last else { return Ok(all) };
            range.from = after(&last);
        }
    }
}
