//! Finds out what is on for a thousand representatives at each of twenty portals, every feature, and tells the microseconds that took: what the
//! benchmark measures (`tests/bench/run features`).

use std::{collections::BTreeSet, time::Instant};

use domain::{
    Actor, Locale, Moment, Problem, Random, Timestamp,
    account::{Account, Manners},
    company_access::CompanyAccess,
    feature::{FeatureInput, Features, FeaturesInput, Key, Value, decide},
    organisation::Organisation,
    portal::{Portal, PortalInput},
    team::{Team, TeamInput},
    user::{Module, Named, User, UserInput},
};

const REPRESENTATIVES: usize = 1000;
const PORTALS: usize = 20;
const TEAMS: usize = 50;
const ROUNDS: usize = 20;

/// The same randomness in every run.
struct Counter(u64);

impl Random for Counter {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            *byte = self.0.to_be_bytes()[0];
        }
    }
}

/// Every third feature is off, beginning with the `at`-th: each level says something of some.
fn says(at: usize) -> FeaturesInput {
    let switches = Key::ALL.iter().filter(|key| matches!(key.default(), Value::Switch(_)));
    let off = |key: &Key| (*key, FeatureInput { value: Value::Switch(false), locked: false });
    switches.enumerate().filter(|(place, _)| place % 3 == at % 3).map(|(_, key)| off(key)).collect()
}

fn organisation(moment: &mut Moment) -> Result<Organisation, Problem> {
    let manners = Manners { locale: Locale::En, time_zone: "UTC".into() };
    let account = Account::new(moment, "Bench", manners);
    let whose = (account.id, Actor::System);
    let mut all = Organisation::default();
    for at in 0..PORTALS {
        let input = PortalInput {
            slug: format!("bench-{at}"),
            name: format!("Portal {at}"),
            ..PortalInput::default()
        };
        let portal = Portal::create(moment, whose, &input, at)?.now;
        let portal = portal.change_features(moment, Actor::System, &says(at))?.now;
        all.portals.insert(portal.id, portal);
    }
    let mut last = None;
    for at in 0..TEAMS {
        let parent_id = last.filter(|_| at % 2 == 1);
        let input = TeamInput { name: format!("Team {at}"), parent_id, ..TeamInput::default() };
        let team = Team::create(moment, whose, &input, (&all.teams, None))?.now;
        let team =
            team.change_features(moment, Actor::System, &domain::feature::Chain::default(), &says(at))?.now;
        last = Some(team.id);
        all.teams = all.teams.iter().cloned().chain([team]).collect();
    }
    let ids: Vec<_> = all.teams.iter().map(|team| team.id).collect();
    let named = Named { teams: all.teams.clone(), ..account.into() };
    for at in 0..REPRESENTATIVES {
        let input = UserInput {
            first_name: "Rep".into(),
            last_name: at.to_string(),
            login: format!("rep{at}@bench.example"),
            company_access: CompanyAccess::ALL,
            modules: BTreeSet::from([Module::RemoteSupport]),
            team_id: ids.get(at % TEAMS).copied(),
            ..UserInput::default()
        };
        let user = User::invite(moment, Actor::System, &input, &named)?.now;
        let user =
            user.change_features(moment, Actor::System, &domain::feature::Chain::default(), &says(at))?.now;
        all.representatives.push(user);
    }
    Ok(all)
}

/// How many values are off, so that nothing is left out of the work.
fn resolve(all: &Organisation) -> usize {
    let mut off = 0;
    for user in &all.representatives {
        let chain = all.chain(user);
        for key in Key::ALL {
            let decided = decide(*key, &chain);
            let at = |features: &Features| decided.at(features.get(*key)).value == Value::Switch(false);
            off += all.portals.values().filter(|portal| at(&portal.features)).count();
        }
    }
    off
}

#[expect(clippy::print_stdout, reason = "what it is for")]
fn main() -> Result<(), Problem> {
    let mut moment = Moment::new(Timestamp::UNIX_EPOCH, Box::new(Counter(1)));
    let all = organisation(&mut moment)?;
    let began = Instant::now();
    let off: usize = (0..ROUNDS).map(|_| resolve(&all)).sum();
    let micros = began.elapsed().as_micros() / ROUNDS as u128;
    println!(
        "{{\"representatives\": {REPRESENTATIVES}, \"portals\": {PORTALS}, \"features\": {}, \"off\": {}, \"microseconds\": {micros}}}",
        Key::ALL.len(),
        off / ROUNDS
    );
    Ok(())
}
