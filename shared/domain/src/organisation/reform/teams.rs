//! Teams, as a file has them.

use std::collections::BTreeSet;

use super::{Action, Deed, Work, after};
use crate::{
    FieldError, Moment, SubportalId,
    organisation::TeamEntry,
    portal::Portal,
    team::{Team, TeamInput},
    text::fold,
};

impl Work {
    /// A team is there, and says what the file says.
    pub(super) fn team(&mut self, moment: &mut Moment, (at, entry): (usize, &TeamEntry)) {
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
        let subportal_ids = self.subportals_named(&place, portal.as_ref(), &entry.subportals);
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

    fn team_named(&self, name: &str) -> Option<&Team> {
        self.present.teams.iter().find(|team| fold(&team.name) == fold(name))
    }

    /// The subportals of a portal that are named.
    fn subportals_named(
        &mut self,
        place: &str,
        portal: Option<&Portal>,
        names: &[String],
    ) -> BTreeSet<SubportalId> {
        let mut ids = BTreeSet::new();
        for (at, name) in names.iter().enumerate() {
            let mut all = portal.into_iter().flat_map(|portal| &portal.subportals);
            match all.find(|subportal| fold(&subportal.name) == fold(name)) {
                Some(subportal) => drop(ids.insert(subportal.id)),
                None => {
                    self.errors.push(FieldError::new(format!("{place}subportals.{at}"), "subportal_unknown"));
                }
            }
        }
        ids
    }
}
