//! Which users are in whose care: company managers have all, team managers the representatives of their teams (PPL-1, PPL-2, PPL-13).

use std::collections::BTreeMap;

use super::{Duties, Right, Role, User};
use crate::{
    Actor, Changed, FieldError, Moment, Problem, TeamId,
    company_access::CompanyAccess,
    feature::{Chain, Features, FeaturesInput, Key, Level},
    team::{Team, TeamInput, Teams},
    text::Check,
};

impl Duties {
    /// Whether somebody is in the care of whoever has these duties.
    #[must_use]
    pub fn care_for(&self, user: &User, teams: &Teams) -> bool {
        match self.role {
            Role::CompanyManager | Role::ApiManager => true,
            Role::TeamManager => {
                user.duties.role == Role::Representative && teams.are_managed_by(self, user.duties.team_id)
            }
            Role::Representative => false,
        }
    }

    /// Refuses a change of somebody, or a new one, that is not in the care of whoever has these duties: a team manager has
    /// representatives alone, in their own teams, and gives nobody what they do not have themselves.
    pub fn admit_change(&self, before: Option<&User>, now: &User, teams: &Teams) -> Result<(), Problem> {
        if self.role != Role::TeamManager {
            return Ok(());
        }
        if before.is_some_and(|before| !self.care_for(before, teams)) {
            return Err(Problem::NotFound);
        }
        let mut check = Check::default();
        let Duties { role, team_id, company_access, .. } = &now.duties;
        if *role != Role::Representative {
            check.refuse(FieldError::new("role", "representatives_alone"));
        } else if !teams.are_managed_by(self, *team_id) {
            check.refuse(FieldError::new("team_id", "team_not_yours"));
        }
        let had = before.map(|before| &before.duties);
        let moved = had.is_some_and(|had| had.team_id != *team_id);
        if moved && !self.rights.contains(&Right::MoveRepresentatives) {
            check.refuse(FieldError::new("team_id", "right_needed"));
        }
        if had.is_none_or(|had| had.company_access != *company_access)
            && !within(company_access, &self.company_access)
        {
            check.refuse(FieldError::new("company_access", "beyond_your_own"));
        }
        check.finish(())
    }

    /// Refuses what a team manager without the right to it says of access to the management center.
    pub fn admit_features(&self, before: &Features, input: &FeaturesInput) -> Result<(), Problem> {
        if self.role != Role::TeamManager || self.rights.contains(&Right::GrantManagementAccess) {
            return Ok(());
        }
        let (before, now): (BTreeMap<_, _>, BTreeMap<_, _>) =
            (before.input().said().collect(), input.said().collect());
        let mut check = Check::default();
        for key in [Key::ManagementAccess, Key::OwnReports, Key::OwnSessionReview] {
            if before.get(&key) != now.get(&key) {
                check.refuse(FieldError::new(key.text(), "right_needed"));
            }
        }
        check.finish(())
    }

    /// Refuses what a team manager says of a team where that is for company managers to say: what it is called, and where it
    /// stands.
    pub fn admit_team(&self, before: &Team, input: &TeamInput) -> Result<(), Problem> {
        if self.role != Role::TeamManager {
            return Ok(());
        }
        let mut check = Check::default();
        let fields = [
            ("name", before.name == input.name),
            ("parent_id", before.parent_id == input.parent_id),
            ("portal_id", before.portal_id == input.portal_id),
            ("subportal_ids", before.subportal_ids == input.subportal_ids),
        ];
        for (field, _) in fields.into_iter().filter(|(_, same)| !same) {
            check.refuse(FieldError::new(field, "company_managers_alone"));
        }
        check.finish(())
    }
}

fn within(access: &CompanyAccess, own: &CompanyAccess) -> bool {
    match (access.listed(), own.listed()) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(ids), Some(own)) => ids.is_subset(own),
    }
}

impl User {
    /// Moves a representative to a team, or to none.
    pub fn move_to(
        self,
        moment: &mut Moment,
        actor: Actor,
        team: Option<TeamId>,
        teams: &Teams,
    ) -> Result<Changed<Self>, Problem> {
        if self.duties.role != Role::Representative && team.is_some() {
            return Err(Problem::field("team_id", "team_of_representatives"));
        }
        if team.is_some_and(|team| teams.get(team).is_none()) {
            return Err(Problem::field("team_id", "team_unknown"));
        }
        let duties = Duties { team_id: team, ..self.duties.clone() };
        Ok(Self { duties, ..self.clone() }.told(moment, actor, "user.moved", &self))
    }

    /// A team is no more: they are not in it, and do not manage it (TEA-2).
    pub fn leave_team(self, moment: &mut Moment, team: TeamId) -> Changed<Self> {
        let mut duties = self.duties.clone();
        duties.team_id = duties.team_id.filter(|id| *id != team);
        duties.team_ids.remove(&team);
        Self { duties, ..self.clone() }.told(moment, Actor::System, "user.moved", &self)
    }

    /// Changes what is said of features for them alone; `above` are the levels above them (SET-3).
    pub fn change_features(
        self,
        moment: &mut Moment,
        actor: Actor,
        above: &Chain<'_>,
        input: &FeaturesInput,
    ) -> Result<Changed<Self>, Problem> {
        if self.duties.role != Role::Representative && input.said().next().is_some() {
            return Err(Problem::conflict("features_of_representatives"));
        }
        let features = self.features.change(moment, actor, (Level::Representative, above), input)?;
        Ok(Self { features, ..self.clone() }.told(moment, actor, "user.features_changed", &self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        CompanyId,
        feature::{FeatureInput, Value},
        moment::testing::moment,
        team::{Team, TeamInput},
        user::testing,
    };

    /// Two teams; the first has a subteam.
    fn teams() -> (Teams, [TeamId; 3]) {
        let mut moment = moment(3);
        let account = testing::account().id;
        let mut teams = Teams::default();
        let mut ids = vec![];
        for (name, parent) in [("Day", None), ("Late", Some(0)), ("Night", None)] {
            let parent_id = parent.and_then(|at: usize| ids.get(at).copied());
            let input = TeamInput { name: name.into(), parent_id, ..TeamInput::default() };
            let team =
                Team::create(&mut moment, (account, Actor::System), &input, (&teams, None)).unwrap().now;
            ids.push(team.id);
            teams = teams.iter().cloned().chain([team]).collect();
        }
        (teams, ids.try_into().unwrap())
    }

    fn manager(team_ids: &[TeamId], rights: &[Right]) -> Duties {
        Duties {
            role: Role::TeamManager,
            team_ids: team_ids.iter().copied().collect(),
            rights: rights.iter().copied().collect(),
            ..testing::user().duties
        }
    }

    fn member(team_id: Option<TeamId>) -> User {
        let user = testing::user();
        User { duties: Duties { team_id, ..user.duties.clone() }, ..user }
    }

    fn refused(result: Result<(), Problem>) -> Vec<String> {
        match result {
            Err(Problem::Invalid(errors)) => {
                errors.into_iter().map(|error| format!("{} {}", error.field, error.code)).collect()
            }
            other => vec![format!("{other:?}")],
        }
    }

    /// PPL-1. A team includes its subteams; whoever is in no team is for company managers.
    #[test]
    fn a_team_manager_cares_for_the_representatives_of_their_teams_and_subteams() {
        let (teams, [day, late, night]) = teams();
        let cares = |manager: &Duties, team| manager.care_for(&member(team), &teams);
        let of_day = manager(&[day], &[]);
        let all = [Some(day), Some(late), Some(night), None];
        assert_eq!(all.map(|team| cares(&of_day, team)), [true, true, false, false]);
        assert_eq!(all.map(|team| cares(&manager(&[late], &[]), team)), [false, true, false, false]);
        let colleague = User { duties: manager(&[day], &[]), ..member(None) };
        assert!(!of_day.care_for(&colleague, &teams));
    }

    /// PPL-2, PPL-13. Moving takes the right, and both teams.
    #[test]
    fn a_representative_is_moved_only_between_teams_that_one_manages_both() {
        let (teams, [day, late, night]) = teams();
        let moves = |rights: &[Right], from, to| {
            let (before, now) = (member(from), member(to));
            refused(manager(&[day], rights).admit_change(Some(&before), &now, &teams))
        };
        let right = [Right::MoveRepresentatives];
        assert_eq!(moves(&right, Some(day), Some(late)), ["Ok(())"]);
        assert_eq!(moves(&[], Some(day), Some(late)), ["team_id right_needed"]);
        assert_eq!(moves(&right, Some(day), Some(night)), ["team_id team_not_yours"]);
        assert_eq!(moves(&right, Some(day), None), ["team_id team_not_yours"]);
        assert_eq!(moves(&right, Some(night), Some(day)), ["Err(NotFound)"]);
    }

    /// PPL-1, PPL-2. Nobody gives what they do not have.
    #[test]
    fn a_team_manager_makes_no_managers_and_gives_no_access_beyond_their_own() {
        let (teams, [day, ..]) = teams();
        let [own, other] = [0, 1].map(|at| CompanyId::new(&mut moment(at)));
        let mut of_day = manager(&[day], &[Right::ManageRepresentatives]);
        of_day.company_access = CompanyAccess::Only([own].into());
        let mut now = member(Some(day));
        now.duties.company_access = CompanyAccess::Only([own].into());
        assert_eq!(refused(of_day.admit_change(None, &now, &teams)), ["Ok(())"]);
        now.duties.company_access = CompanyAccess::Only([own, other].into());
        let told = refused(of_day.admit_change(None, &now, &teams));
        assert_eq!(told, ["company_access beyond_your_own"]);
        now.duties = manager(&[day], &[]);
        assert_eq!(
            refused(of_day.admit_change(None, &now, &teams)),
            ["role representatives_alone", "company_access beyond_your_own"]
        );
        let company_manager = Duties { role: Role::CompanyManager, ..of_day };
        assert_eq!(refused(company_manager.admit_change(None, &now, &teams)), ["Ok(())"]);
    }

    /// PPL-2, SET-3. What stays as it was needs no right.
    #[test]
    fn access_to_the_management_center_is_given_and_taken_by_whoever_has_the_right_to_it() {
        let said = |value| FeatureInput { value: Value::Switch(value), locked: false };
        let own: FeaturesInput = [(Key::OwnReports, said(true))].into_iter().collect();
        let more: FeaturesInput =
            [(Key::OwnReports, said(true)), (Key::ManagementAccess, said(true)), (Key::Chat, said(false))]
                .into_iter()
                .collect();
        let (account, chain) = (Level::Account, Chain::default());
        let before = Features::default().change(&moment(0), Actor::System, (account, &chain), &own).unwrap();
        let [with, without] = [&[Right::GrantManagementAccess][..], &[]].map(|rights| manager(&[], rights));
        assert_eq!(refused(without.admit_features(&before, &more)), ["management_access right_needed"]);
        assert_eq!(
            refused(without.admit_features(&before, &FeaturesInput::default())),
            ["own_reports right_needed"]
        );
        assert_eq!(refused(without.admit_features(&before, &own)), ["Ok(())"]);
        assert_eq!(refused(with.admit_features(&before, &more)), ["Ok(())"]);
    }
}
