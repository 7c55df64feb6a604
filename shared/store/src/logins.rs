//! Who is signed in of a team whose logins are counted (TEA-3).

use std::collections::{BTreeSet, HashMap};

use domain::{
    AccountId, Problem, TeamId, Timestamp, UserId,
    link::Person,
    sign_in::SignIn,
    team::{Logins, Occupant, Teams},
    user::User,
};
use futures::future::try_join;

use crate::{
    Store,
    item::{Kept, Record},
    keys::{self, Key},
    leg::Leg,
};

impl Record for Logins {
    const TYPE: &'static str = "logins";
    fn key(&self) -> Key {
        keys::logins(self.account_id, self.team_id)
    }
}

impl Store {
    /// The logins of a team that were taken. 1 read.
    pub async fn logins(&self, account: AccountId, team: TeamId) -> Result<Kept<Logins>, Problem> {
        let kept = self.get(keys::logins(account, team)).await?;
        Ok(kept.unwrap_or_else(|| Kept { thing: Logins::none(account, team), version: 0 }))
    }

    /// Who has these logins now: one round trip for a hundred.
    pub async fn occupants(
        &self,
        logins: &Logins,
        teams: &Teams,
        now: Timestamp,
    ) -> Result<Vec<Occupant>, Problem> {
        let account = logins.account_id;
        let sign_ins = logins.taken.iter();
        let sign_ins = sign_ins.map(|login| keys::sign_in(account, login.user_id.into(), login.sign_in_id));
        let users: BTreeSet<UserId> = logins.taken.iter().map(|login| login.user_id).collect();
        let users = users.into_iter().map(|user| keys::user(account, user)).collect();
        let (sign_ins, users) =
            try_join(self.things::<SignIn>(sign_ins.collect(), true), self.things::<User>(users, true))
                .await?;
        let users: HashMap<UserId, User> =
            users.into_iter().map(|kept| (kept.thing.id, kept.thing)).collect();
        let signed_in = sign_ins.into_iter().map(|kept| kept.thing).filter_map(|sign_in| {
            let Person::User(id) = sign_in.person else { return None };
            Some((sign_in, users.get(&id)?.clone()))
        });
        let signed_in: Vec<_> = signed_in.collect();
        Ok(logins.occupants(teams, &signed_in, now))
    }

    /// The leg by which another login is taken. Of two who come at once one is stale, and asks again.
    pub fn counted_logins(&self, before: &Kept<Logins>, now: &Logins) -> Result<Leg, Problem> {
        match before.version {
            0 => Leg::put_new(self, now, Problem::Stale),
            version => Leg::replace(self, now, version),
        }
    }

    /// Keeps who has a login.
    pub async fn keep_logins(&self, before: &Kept<Logins>, now: &Logins) -> Result<(), Problem> {
        self.commit(vec![self.counted_logins(before, now)?], &[]).await
    }
}
