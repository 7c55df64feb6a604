//! Which representatives of a team are signed in, where only so many may be at once (TEA-3).

use std::collections::BTreeSet;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::Teams;
use crate::{
    AccountId, SignInId, TeamId, Timestamp, UserId,
    sign_in::{ACCESS, SignIn},
    user::{Role, Status, User},
};

/// How long somebody is not heard of until their login counts as idle. Whoever works asks for an access token when one ends, so they
/// have not worked for twenty minutes at least.
pub const IDLE: SignedDuration = SignedDuration::from_mins(ACCESS.as_mins() + 20);

/// How many representatives may be signed in at once, and which team says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoginLimit {
    /// The team. Its subteams that say nothing of their own share its logins.
    pub team_id: TeamId,
    /// How many.
    pub available: u32,
}

/// A sign-in that takes a login.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Login {
    /// Whose it is.
    pub user_id: UserId,
    /// The sign-in.
    pub sign_in_id: SignInId,
}

/// The logins of a team that were taken. Some have ended since: who is over is found out when all seem taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logins {
    /// The account.
    pub account_id: AccountId,
    /// The team that says how many there are.
    pub team_id: TeamId,
    /// The taken ones, the oldest first. Somebody signed in at two browsers takes one, and is here twice.
    pub taken: Vec<Login>,
}

/// A representative who has a login.
#[derive(Debug, Clone, PartialEq)]
pub struct Occupant {
    /// Who.
    pub user: User,
    /// Since when.
    pub since: Timestamp,
    /// When they were last heard of, to a quarter of an hour.
    pub heard_at: Timestamp,
    /// Their sign-ins.
    pub sign_ins: Vec<SignInId>,
}

impl Occupant {
    /// Whether nobody has heard of them for so long that another may end their login.
    #[must_use]
    pub fn is_idle(&self, now: Timestamp) -> bool {
        now.duration_since(self.heard_at) >= IDLE
    }
}

impl Teams {
    /// How many representatives of a team may be signed in at once; `None`: any number.
    #[must_use]
    pub fn login_limit(&self, team: Option<TeamId>) -> Option<LoginLimit> {
        let team = self.get(team?)?;
        let parent = team.parent_id.and_then(|id| self.get(id));
        let limit =
            |team: &super::Team| Some(LoginLimit { team_id: team.id, available: team.available_logins? });
        limit(team).or_else(|| parent.and_then(limit))
    }

    /// The same for a user: only representatives take logins.
    #[must_use]
    pub fn login_limit_of(&self, user: &User) -> Option<LoginLimit> {
        let is_counted = user.duties.role == Role::Representative && user.status == Status::Active;
        self.login_limit(user.duties.team_id.filter(|_| is_counted))
    }
}

impl Logins {
    /// Nobody is signed in.
    #[must_use]
    pub const fn none(account_id: AccountId, team_id: TeamId) -> Self {
        Self { account_id, team_id, taken: vec![] }
    }

    /// Whether somebody may sign in: there is a login left, or they have one already.
    #[must_use]
    pub fn admit(&self, user: UserId, limit: LoginLimit) -> bool {
        let mut users: BTreeSet<UserId> = self.taken.iter().map(|login| login.user_id).collect();
        users.insert(user);
        users.len() <= usize::try_from(limit.available).unwrap_or(usize::MAX)
    }

    /// Whether it is time to find out who has gone: as many sign-ins have taken a login as there are.
    #[must_use]
    pub fn are_many(&self, limit: LoginLimit) -> bool {
        self.taken.len() >= usize::try_from(limit.available).unwrap_or(usize::MAX)
    }

    /// Another sign-in takes a login; again is once.
    #[must_use]
    pub fn with(mut self, login: Login) -> Self {
        if !self.taken.contains(&login) {
            self.taken.push(login);
        }
        self
    }

    /// Only these are left.
    #[must_use]
    pub fn of(self, occupants: &[Occupant]) -> Self {
        let left = |login: &Login| occupants.iter().any(|there| there.sign_ins.contains(&login.sign_in_id));
        Self { taken: self.taken.into_iter().filter(left).collect(), ..self }
    }

    /// Who has a login of this team by these sign-ins, the longest unheard of first.
    #[must_use]
    pub fn occupants(&self, teams: &Teams, signed_in: &[(SignIn, User)], now: Timestamp) -> Vec<Occupant> {
        let mut there: Vec<Occupant> = vec![];
        for (sign_in, user) in signed_in.iter().filter(|(sign_in, _)| sign_in.expires_at > now) {
            if teams.login_limit_of(user).is_none_or(|limit| limit.team_id != self.team_id) {
                continue;
            }
            let SignIn { id, created_at: since, rotated_at: heard_at, .. } = *sign_in;
            match there.iter_mut().find(|other| other.user.id == user.id) {
                Some(other) => {
                    other.since = other.since.min(since);
                    other.heard_at = other.heard_at.max(heard_at);
                    other.sign_ins.push(id);
                }
                None => there.push(Occupant { user: user.clone(), since, heard_at, sign_ins: vec![id] }),
            }
        }
        there.sort_by_key(|occupant| (occupant.heard_at, occupant.user.id));
        there
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        moment::testing::moment,
        team::tests::{add, change},
        user::testing::user,
    };

    fn minute(minute: i64) -> Timestamp {
        moment(minute * 60).now
    }

    /// Somebody in a team who is signed in since one minute and was last heard of in another.
    fn signed_in(number: i64, team: TeamId, (since, heard): (i64, i64)) -> (SignIn, User) {
        let mut user = User { id: UserId::new(&mut moment(number)), status: Status::Active, ..user() };
        user.duties.team_id = Some(team);
        let (begun, _) = SignIn::begin(&mut moment(since * 60), user.account_id, user.id.into(), "Firefox");
        (SignIn { rotated_at: minute(heard), ..begun }, user)
    }

    /// TEA-3. Signing in a second time takes no second login, and who is over makes room.
    #[test]
    fn logins_are_counted_by_person_and_those_that_have_ended_are_free() {
        let mut teams = Teams::default();
        let day = add(&mut teams, "Day", None).unwrap();
        let late = add(&mut teams, "Late", Some(day)).unwrap();
        change(&mut teams, day, |team| team.available_logins = Some(2));
        let limit = teams.login_limit(Some(late)).unwrap();
        assert_eq!((limit.team_id, limit.available), (day, 2), "a subteam shares its parent's");
        let people = [signed_in(1, day, (0, 30)), signed_in(2, late, (1, 50)), signed_in(2, late, (5, 10))];
        let mut logins = Logins::none(people[0].1.account_id, day);
        for (sign_in, user) in &people {
            assert!(logins.admit(user.id, limit));
            logins = logins.with(Login { user_id: user.id, sign_in_id: sign_in.id });
        }
        let next = UserId::new(&mut moment(9));
        assert!(logins.are_many(limit) && !logins.admit(next, limit));
        let there = logins.occupants(&teams, &people, minute(51));
        let seen = |occupant: &Occupant| (occupant.since, occupant.heard_at, occupant.sign_ins.len());
        assert_eq!(
            there.iter().map(seen).collect::<Vec<_>>(),
            [(minute(0), minute(30), 1), (minute(1), minute(50), 2)]
        );
        assert_eq!(there.iter().map(|one| one.is_idle(minute(51))).collect::<Vec<_>>(), [false, false]);
        assert_eq!(there.iter().map(|one| one.is_idle(minute(66))).collect::<Vec<_>>(), [true, false]);
        let left = logins.of(&there[1..]);
        assert!(left.admit(next, limit) && left.taken.len() == 2);
        change(&mut teams, late, |team| team.available_logins = Some(5));
        assert_eq!(left.occupants(&teams, &people[1..], minute(51)), [], "their team counts for itself now");
    }
}
