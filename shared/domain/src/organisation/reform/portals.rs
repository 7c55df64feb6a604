//! Portals and their subportals, as a file has them.

use super::{Action, Deed, Work, after};
use crate::{
    Changed, FieldError, Moment,
    organisation::PortalEntry,
    portal::{Portal, PortalInput, SubportalInput},
    text::fold,
};

impl Work {
    /// A portal is there, and says what the file says.
    pub(super) fn portal(&mut self, moment: &mut Moment, (at, entry): (usize, &PortalEntry)) {
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

    pub(super) fn portal_at(&self, slug: &str) -> Option<&Portal> {
        self.present.portals.iter().find(|portal| portal.slug == slug)
    }
}
