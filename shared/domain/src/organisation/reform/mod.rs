//! What has to be done so that the organisation becomes what a file says: decided as a whole, against the organisation as it is.

mod companies;
mod portals;
mod prune;
mod teams;

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value};

use super::{FORMAT, File};
use crate::{
    Actor, Changed, Event, FieldError, Moment, Problem,
    account::Account,
    change::difference,
    company::Company,
    portal::Portal,
    team::{Team, Teams},
    text::fold,
};

/// The most companies of an organisation that goes into a file.
pub const MAX_COMPANIES: usize = 1000;

/// The organisation as it is.
#[derive(Debug, Clone)]
pub struct Present {
    /// The account.
    pub account: Account,
    /// Its companies.
    pub companies: Vec<Company>,
    /// Its portals.
    pub portals: Vec<Portal>,
    /// Its teams.
    pub teams: Teams,
}

/// What is done with a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = OrganisationAction)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// It is made.
    Create,
    /// It is changed.
    Change,
    /// It is deleted.
    Delete,
}

/// One thing to do, as people read it.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = OrganisationStep)]
pub struct Step {
    /// What is done.
    pub action: Action,
    /// With what: `account`, `company`, `portal` or `team`.
    pub kind: &'static str,
    /// What it is called; of a portal, its slug.
    pub name: String,
    /// What differs, as it is.
    #[schema(value_type = std::collections::BTreeMap<String, Object>)]
    pub before: Map<String, Value>,
    /// What differs, as it is to be.
    #[schema(value_type = std::collections::BTreeMap<String, Object>)]
    pub after: Map<String, Value>,
}

/// One thing to do, ready to be kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// The account says something else.
    Account(Changed<Account>),
    /// A company is made, or says something else.
    Company(Action, Changed<Company>),
    /// A portal is made, changed or deleted.
    Portal(Action, Changed<Portal>),
    /// A team is made, changed or deleted.
    Team(Action, Changed<Team>),
}

/// What has to be done, in an order in which it can be done, so that the organisation is as `file` says; every wrong value is named by
/// its place in the file. Portals and teams that the file does not name are deleted when `prune` says so; companies never are.
pub fn reform(
    moment: &mut Moment,
    actor: Actor,
    present: Present,
    (file, prune): (&File, bool),
) -> Result<Vec<(Deed, Step)>, Problem> {
    let mut work = Work { actor, present, errors: vec![], broken: None, done: vec![] };
    if file.format != FORMAT {
        return Err(Problem::field("format", "format_unknown"));
    }
    work.once("companies", file.companies.iter().map(|entry| fold(&entry.name)));
    work.once("portals", file.portals.iter().map(|entry| entry.slug.clone()));
    work.once("teams", file.teams.iter().map(|entry| fold(&entry.name)));
    work.account(moment, file);
    for (at, entry) in file.companies.iter().enumerate() {
        work.company(moment, (at, entry));
    }
    for (at, entry) in file.portals.iter().enumerate() {
        work.portal(moment, (at, entry));
    }
    // A subteam needs its parent.
    let (teams, subteams): (Vec<_>, Vec<_>) =
        file.teams.iter().enumerate().partition(|(_, entry)| entry.parent.is_none());
    for (at, entry) in teams.into_iter().chain(subteams) {
        work.team(moment, (at, entry));
    }
    if prune {
        work.prune(moment, file);
    }
    match work.broken {
        Some(problem) => Err(problem),
        None if work.errors.is_empty() => Ok(work.done),
        None => Err(Problem::Invalid(work.errors)),
    }
}

struct Work {
    actor: Actor,
    /// The organisation, as far as it has become what it is to be.
    present: Present,
    errors: Vec<FieldError>,
    /// What no file can be blamed for.
    broken: Option<Problem>,
    done: Vec<(Deed, Step)>,
}

impl Work {
    /// Refuses what is named twice.
    fn once(&mut self, list: &str, names: impl Iterator<Item = String>) {
        let mut seen = BTreeSet::new();
        for (at, name) in names.enumerate() {
            if !seen.insert(name) {
                self.errors.push(FieldError::new(format!("{list}.{at}"), "given_twice"));
            }
        }
    }

    /// The value of a decision; what is wrong is noted below `place`.
    fn noted<T>(&mut self, place: &str, decided: Result<T, Problem>) -> Option<T> {
        let below = |error: FieldError| FieldError { field: format!("{place}{}", error.field), ..error };
        match decided {
            Ok(value) => return Some(value),
            Err(Problem::Invalid(errors)) => self.errors.extend(errors.into_iter().map(below)),
            Err(Problem::Conflict { code, parameters }) => {
                let place = place.trim_end_matches('.').to_owned();
                self.errors.push(FieldError { field: place, code: code.into(), parameters });
            }
            Err(Problem::InUse(_)) => {
                self.errors.push(FieldError::new(place.trim_end_matches('.'), "still_in_use"));
            }
            Err(problem) => self.broken = Some(problem),
        }
        None
    }

    fn tell<T: Serialize>(
        &mut self,
        deed: Deed,
        (action, kind, name): (Action, &'static str, String),
        (was, is): (Option<&T>, Option<&T>),
    ) {
        let (before, after) = difference(was, is);
        self.done.push((deed, Step { action, kind, name, before, after }));
    }
}

/// A change that comes after others of the same thing: all of their events, in order.
fn after<T>(events: Vec<Vec<Event>>, last: Changed<T>) -> Changed<T> {
    Changed { now: last.now, events: events.into_iter().flatten().chain(last.events).collect() }
}
