//! What has to be done so that the organisation becomes what a file says: decided as a whole, against the organisation as it is.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value};

use super::{CompanyEntry, FORMAT, File, PortalEntry, TeamEntry};
use crate::{
    Actor, Changed, CompanyId, Event, FieldError, Moment, Problem,
    account::Account,
    change::difference,
    company::{Company, CompanyInput},
    portal::{Portal, PortalInput, SubportalInput},
    settings::Settings,
    team::{Team, TeamInput, Teams},
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

    fn account(&mut self, moment: &mut Moment, file: &File) {
        let before = self.present.account.clone();
        let logo = before.settings.logo.clone();
        let settings = Settings { logo, ..file.settings.clone() };
        let changed = before.clone().change_settings(moment, self.actor, &settings);
        let Some(first) = self.noted("settings.", changed) else { return };
        let changed = first.now.clone().change_features(moment, self.actor, &file.features);
        let Some(second) = self.noted("features.", changed) else { return };
        let changed = after(vec![first.events], second);
        if changed.events.is_empty() {
            return;
        }
        let was = File::of(&self.present);
        self.present.account = changed.now.clone();
        let is = File::of(&self.present);
        let name = changed.now.name().to_owned();
        self.tell(Deed::Account(changed), (Action::Change, "account", name), (Some(&was), Some(&is)));
    }

    fn company(&mut self, moment: &mut Moment, (at, entry): (usize, &CompanyEntry)) {
        let place = format!("companies.{at}.");
        let present =
            self.present.companies.iter().position(|company| fold(&company.name) == fold(&entry.name));
        let before = present.and_then(|at| self.present.companies.get(at)).cloned();
        let input = CompanyInput { name: entry.name.clone() };
        let first = match before.clone() {
            Some(company) => company.update(moment, self.actor, &input),
            None => Company::create(moment, self.present.account.id, self.actor, &input),
        };
        let Some(first) = self.noted(&place, first) else { return };
        let second = first.now.clone().change_settings(moment, self.actor, &entry.settings);
        let Some(second) = self.noted(&format!("{place}settings."), second) else { return };
        let changed = after(vec![first.events], second);
        if changed.events.is_empty() {
            return;
        }
        let (was, is) = (before.as_ref().map(CompanyEntry::of), CompanyEntry::of(&changed.now));
        self.present.companies.retain(|company| company.id != changed.now.id);
        self.present.companies.push(changed.now.clone());
        let action = if before.is_some() { Action::Change } else { Action::Create };
        let told = (action, "company", changed.now.name.clone());
        self.tell(Deed::Company(action, changed), told, (was.as_ref(), Some(&is)));
    }

    fn portal(&mut self, moment: &mut Moment, (at, entry): (usize, &PortalEntry)) {
        let place = format!("portals.{at}.");
        let before = self.present.portals.iter().find(|portal| portal.slug == entry.slug).cloned();
        let company_id = entry.company.as_deref().map(|name| self.company_named(name));
        if company_id == Some(None) {
            self.errors.push(FieldError::new(format!("{place}company"), "company_unknown"));
        }
        let input = PortalInput {
            slug: entry.slug.clone(),
            name: entry.name.clone(),
            mode: entry.mode,
            kind: entry.kind,
            status: entry.status,
            company_id: company_id.flatten(),
            texts: entry.texts.clone(),
            accent_colour: entry.accent_colour.clone(),
            fields: entry.fields.clone(),
            categories: entry.categories.clone(),
        };
        let whose = (self.present.account.id, self.actor);
        let first = match before.clone() {
            Some(portal) => portal.update(moment, self.actor, &input),
            None => Portal::create(moment, whose, &input, self.present.portals.len()),
        };
        let Some(first) = self.noted(&place, first) else { return };
        let second = first.now.clone().change_features(moment, self.actor, &entry.features);
        let Some(second) = self.noted(&format!("{place}features."), second) else { return };
        let Some(third) = self.subportals(moment, &place, second.now, (&entry.subportals, before.is_none()))
        else {
            return;
        };
        let changed = after(vec![first.events, second.events], third);
        if changed.events.is_empty() {
            return;
        }
        let was = before.as_ref().map(|portal| PortalEntry::of(portal, &self.present));
        let is = PortalEntry::of(&changed.now, &self.present);
        self.present.portals.retain(|portal| portal.id != changed.now.id);
        self.present.portals.push(changed.now.clone());
        let action = if before.is_some() { Action::Change } else { Action::Create };
        let told = (action, "portal", changed.now.slug.clone());
        self.tell(Deed::Portal(action, changed), told, (was.as_ref(), Some(&is)));
    }

    /// Gives a portal the subportals that are named: the first of a new portal becomes the first that is named, those that are not
    /// there are added, and those that nobody names and no team serves go.
    fn subportals(
        &mut self,
        moment: &mut Moment,
        place: &str,
        portal: Portal,
        (names, is_new): (&[String], bool),
    ) -> Option<Changed<Portal>> {
        let mut changed = Changed { now: portal, events: vec![] };
        if names.is_empty() {
            return Some(changed);
        }
        let is_named = |name: &str| names.iter().any(|named| fold(named) == fold(name));
        if let (true, Some(first), Some(name)) = (is_new, changed.now.first(), names.first()) {
            let input = SubportalInput { name: name.clone() };
            let renamed = changed.now.clone().rename_subportal(moment, self.actor, first, &input);
            changed = after(vec![changed.events], self.noted(&format!("{place}subportals.0."), renamed)?);
        }
        for (at, name) in names.iter().enumerate() {
            if changed.now.subportals.iter().all(|subportal| fold(&subportal.name) != fold(name)) {
                let input = SubportalInput { name: name.clone() };
                let added = changed.now.clone().add_subportal(moment, self.actor, &input);
                let (added, _) = self.noted(&format!("{place}subportals.{at}."), added)?;
                changed = after(vec![changed.events], added);
            }
        }
        for subportal in changed.now.subportals.clone() {
            if !is_named(&subportal.name) {
                let removed = changed.now.clone().remove_subportal(
                    moment,
                    self.actor,
                    subportal.id,
                    &self.present.teams,
                );
                changed = after(vec![changed.events], self.noted(&format!("{place}subportals."), removed)?);
            }
        }
        Some(changed)
    }

    fn team(&mut self, moment: &mut Moment, (at, entry): (usize, &TeamEntry)) {
        let place = format!("teams.{at}.");
        let before = self.team_named(&entry.name).cloned();
        let parent = entry.parent.as_deref().map(|name| self.team_named(name).map(|team| team.id));
        if parent == Some(None) {
            self.errors.push(FieldError::new(format!("{place}parent"), "team_unknown"));
        }
        let portal = entry.portal.as_deref().map(|slug| self.portal_at(slug).cloned());
        if portal == Some(None) {
            self.errors.push(FieldError::new(format!("{place}portal"), "portal_unknown"));
        }
        let portal = portal.flatten();
        let mut subportal_ids = BTreeSet::new();
        for (at, name) in entry.subportals.iter().enumerate() {
            let all = portal.iter().flat_map(|portal| &portal.subportals);
            match all.into_iter().find(|subportal| fold(&subportal.name) == fold(name)) {
                Some(subportal) => {
                    subportal_ids.insert(subportal.id);
                }
                None => {
                    self.errors.push(FieldError::new(format!("{place}subportals.{at}"), "subportal_unknown"));
                }
            }
        }
        let input = TeamInput {
            name: entry.name.clone(),
            parent_id: parent.flatten(),
            portal_id: portal.as_ref().map(|portal| portal.id),
            subportal_ids,
            available_logins: entry.available_logins,
            password_policy: entry.password_policy,
            message: entry.message.clone(),
        };
        let (whose, named) = ((self.present.account.id, self.actor), (&self.present.teams, portal.as_ref()));
        let first = match before.clone() {
            Some(team) => team.update(moment, self.actor, &input, named),
            None => Team::create(moment, whose, &input, named),
        };
        let Some(first) = self.noted(&place, first) else { return };
        let account = self.present.account.features.clone();
        let above = self.present.teams.chain(&account, first.now.parent_id, None);
        let second = first.now.clone().change_features(moment, self.actor, &above, &entry.features);
        let Some(second) = self.noted(&format!("{place}features."), second) else { return };
        let changed = after(vec![first.events], second);
        if changed.events.is_empty() {
            return;
        }
        let was = before.as_ref().map(|team| TeamEntry::of(team, &self.present));
        let others = self.present.teams.iter().filter(|team| team.id != changed.now.id).cloned();
        self.present.teams = others.chain([changed.now.clone()]).collect();
        let is = TeamEntry::of(&changed.now, &self.present);
        let action = if before.is_some() { Action::Change } else { Action::Create };
        let told = (action, "team", changed.now.name.clone());
        self.tell(Deed::Team(action, changed), told, (was.as_ref(), Some(&is)));
    }

    /// Deletes the teams and portals that the file does not name: first subteams, then teams, then portals.
    fn prune(&mut self, moment: &mut Moment, file: &File) {
        let named = |team: &Team| file.teams.iter().any(|entry| fold(&entry.name) == fold(&team.name));
        let mut gone: Vec<Team> = self.present.teams.iter().filter(|team| !named(team)).cloned().collect();
        gone.sort_by_key(|team| team.parent_id.is_none());
        for team in gone {
            let deleted = team.clone().delete(moment, self.actor, &self.present.teams);
            let Some(deleted) = self.noted("teams.", deleted) else { continue };
            let was = TeamEntry::of(&team, &self.present);
            self.present.teams =
                self.present.teams.iter().filter(|other| other.id != team.id).cloned().collect();
            let told = (Action::Delete, "team", team.name.clone());
            self.tell(Deed::Team(Action::Delete, deleted), told, (Some(&was), None));
        }
        let named = |portal: &Portal| file.portals.iter().any(|entry| entry.slug == portal.slug);
        for portal in self.present.portals.clone().into_iter().filter(|portal| !named(portal)) {
            let deleted = portal.clone().delete(moment, self.actor, &self.present.teams);
            let Some(deleted) = self.noted("portals.", deleted) else { continue };
            let was = PortalEntry::of(&portal, &self.present);
            self.present.portals.retain(|other| other.id != portal.id);
            let told = (Action::Delete, "portal", portal.slug.clone());
            self.tell(Deed::Portal(Action::Delete, deleted), told, (Some(&was), None));
        }
    }

    fn company_named(&self, name: &str) -> Option<CompanyId> {
        let named = self.present.companies.iter().find(|company| fold(&company.name) == fold(name));
        named.map(|company| company.id)
    }

    fn team_named(&self, name: &str) -> Option<&Team> {
        self.present.teams.iter().find(|team| fold(&team.name) == fold(name))
    }

    fn portal_at(&self, slug: &str) -> Option<&Portal> {
        self.present.portals.iter().find(|portal| portal.slug == slug)
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
