//! The account and its companies, as a file has them.

use super::{Action, Deed, Work, after};
use crate::{
    CompanyId, Moment,
    company::{Company, CompanyInput},
    organisation::{CompanyEntry, File},
    settings::Settings,
    text::fold,
};

impl Work {
    /// The account says what the file says.
    pub(super) fn account(&mut self, moment: &mut Moment, file: &File) {
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

    /// A company is there, and says what the file says.
    pub(super) fn company(&mut self, moment: &mut Moment, (at, entry): (usize, &CompanyEntry)) {
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

    pub(super) fn company_named(&self, name: &str) -> Option<CompanyId> {
        let named = self.present.companies.iter().find(|company| fold(&company.name) == fold(name));
        named.map(|company| company.id)
    }
}
