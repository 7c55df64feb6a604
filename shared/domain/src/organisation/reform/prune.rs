//! What a file does not name.

use super::{Action, Deed, Work};
use crate::{
    Moment,
    organisation::{File, PortalEntry, TeamEntry},
    portal::Portal,
    team::Team,
    text::fold,
};

impl Work {
    /// Deletes the teams and portals that the file does not name: first subteams, then teams, then portals.
    pub(super) fn prune(&mut self, moment: &mut Moment, file: &File) {
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
}
