use super::*;
use crate::{
    feature::{FeatureInput, Key, Value},
    moment::testing::moment,
    portal::testing::portal,
    user::{
        Duties, Role,
        testing::{account, user},
    },
};

/// A team of this name, below the `parent`-th of those there are.
pub(super) fn add(teams: &mut Teams, name: &str, parent: Option<TeamId>) -> Result<TeamId, Problem> {
    let input = TeamInput { name: name.into(), parent_id: parent, ..TeamInput::default() };
    let mut moment = moment(teams.len().try_into().unwrap());
    let made = Team::create(&mut moment, (account().id, Actor::System), &input, (teams, None))?;
    let id = made.now.id;
    *teams = teams.iter().cloned().chain([made.now]).collect();
    Ok(id)
}

pub(super) fn change(teams: &mut Teams, id: TeamId, change: impl FnOnce(&mut Team)) {
    let mut all: Vec<Team> = teams.iter().cloned().collect();
    all.iter_mut().filter(|team| team.id == id).for_each(change_one(change));
    *teams = all.into_iter().collect();
}

fn change_one(change: impl FnOnce(&mut Team)) -> impl FnMut(&mut Team) {
    let mut change = Some(change);
    move |team| change.take().into_iter().for_each(|change| change(team))
}

fn refused<T: std::fmt::Debug>(result: Result<T, Problem>) -> Vec<String> {
    let Err(Problem::Invalid(errors)) = result else { panic!("{result:?}") };
    errors.into_iter().map(|error| format!("{} {}", error.field, error.code)).collect()
}

/// TEA-1. Two levels, no deeper, whichever end is moved.
#[test]
fn there_are_two_levels_and_no_deeper() {
    let mut teams = Teams::default();
    let day = add(&mut teams, "Day", None).unwrap();
    let late = add(&mut teams, "Late", Some(day)).unwrap();
    assert_eq!(refused(add(&mut teams, "Latest", Some(late))), ["parent_id two_levels"]);
    let night = add(&mut teams, "Night", None).unwrap();
    let moved = |id, parent| {
        let team = teams.get(id).unwrap().clone();
        let input = TeamInput { parent_id: Some(parent), ..team.input() };
        team.update(&mut moment(5), Actor::System, &input, (&teams, None))
    };
    assert_eq!(refused(moved(day, night)), ["parent_id two_levels"]);
    assert_eq!(refused(moved(night, night)), ["parent_id two_levels"]);
    assert_eq!(refused(moved(night, TeamId::new(&mut moment(8)))), ["parent_id team_unknown"]);
    let changed = moved(late, night).unwrap();
    assert_eq!((changed.now.parent_id, changed.events[0].name.as_str()), (Some(night), "team.changed"));
}

/// TEA-1. Every wrong field is named at once.
#[test]
fn what_a_team_can_not_have_is_refused() {
    let wrong = TeamInput {
        name: " ".into(),
        portal_id: Some(PortalId::new(&mut moment(1))),
        subportal_ids: [SubportalId::new(&mut moment(1))].into(),
        available_logins: Some(0),
        password_policy: PasswordPolicy { min_length: Some(7), max_age_days: Some(366) },
        ..TeamInput::default()
    };
    let whose = (account().id, Actor::System);
    let errors = refused(Team::create(&mut moment(0), whose, &wrong, (&Teams::default(), None)));
    let expected = [
        "name required",
        "portal_id portal_unknown",
        "subportal_ids.0 subportal_unknown",
        "available_logins out_of_range",
        "password_policy.min_length out_of_range",
        "password_policy.max_age_days out_of_range",
    ];
    assert_eq!(errors, expected);
    let portal = portal();
    let right = TeamInput {
        name: "Day".into(),
        portal_id: Some(portal.id),
        subportal_ids: portal.subportals.iter().map(|subportal| subportal.id).collect(),
        ..TeamInput::default()
    };
    let made = Team::create(&mut moment(0), whose, &right, (&Teams::default(), Some(&portal))).unwrap();
    assert_eq!(made.now.input(), right);
}

/// TEA-1. What a subteam does not say is as in its team, each thing by itself.
#[test]
fn a_subteam_inherits_what_it_does_not_say() {
    let mut teams = Teams::default();
    let day = add(&mut teams, "Day", None).unwrap();
    let late = add(&mut teams, "Late", Some(day)).unwrap();
    let portal = portal();
    change(&mut teams, day, |team| {
        team.portal_id = Some(portal.id);
        team.available_logins = Some(5);
        team.password_policy = PasswordPolicy { min_length: Some(12), max_age_days: Some(90) };
        team.message = "Hello".into();
    });
    let effective = |teams: &Teams, id| teams.effective(teams.get(id).unwrap());
    assert_eq!(effective(&teams, late), effective(&teams, day));
    change(&mut teams, late, |team| {
        team.available_logins = Some(2);
        team.password_policy.min_length = Some(16);
    });
    let late = effective(&teams, late);
    assert_eq!(
        (late.portal_id, late.available_logins, late.message.as_str()),
        (Some(portal.id), Some(2), "Hello")
    );
    assert_eq!(late.password_policy, PasswordPolicy { min_length: Some(16), max_age_days: Some(90) });
}

/// SET-3. A subteam can't say otherwise of what its team has locked.
#[test]
fn a_team_speaks_of_features_below_its_parent() {
    let mut teams = Teams::default();
    let day = add(&mut teams, "Day", None).unwrap();
    let late = add(&mut teams, "Late", Some(day)).unwrap();
    let account = Features::default();
    let says = |value, locked| {
        [(Key::Chat, FeatureInput { value: Value::Switch(value), locked })].into_iter().collect()
    };
    let team = teams.get(day).unwrap().clone();
    let above = teams.chain(&account, None, None);
    let locked = team.change_features(&mut moment(5), Actor::System, &above, &says(false, true)).unwrap();
    assert_eq!(locked.events[0].name, "team.changed");
    change(&mut teams, day, |team| team.features = locked.now.features);
    let subteam = teams.get(late).unwrap().clone();
    let above = teams.chain(&account, Some(late), None);
    let errors = refused(subteam.change_features(&mut moment(6), Actor::System, &above, &says(true, false)));
    assert_eq!(errors, ["chat.value locked_above"]);
}

/// TEA-2.
#[test]
fn a_team_with_subteams_is_not_deleted() {
    let mut teams = Teams::default();
    let day = add(&mut teams, "Day", None).unwrap();
    let late = add(&mut teams, "Late", Some(day)).unwrap();
    let delete = |id: TeamId| teams.get(id).unwrap().clone().delete(&mut moment(5), Actor::System, &teams);
    assert_eq!(delete(day), Err(Problem::InUse(vec![("subteams", 1)])));
    assert_eq!(delete(late).unwrap().events[0].name, "team.deleted");
}

/// POR-4. Who serves a portal by any of their teams sees its queries: of all subportals, when one of the teams serves all.
#[test]
fn somebody_sees_the_queries_of_what_their_teams_serve() {
    let (mut teams, portal) = (Teams::default(), portal());
    let (subportal, other) = (portal.first().unwrap(), SubportalId::new(&mut moment(7)));
    let day = add(&mut teams, "Day", None).unwrap();
    let late = add(&mut teams, "Late", Some(day)).unwrap();
    let night = add(&mut teams, "Night", None).unwrap();
    change(&mut teams, day, |team| {
        team.portal_id = Some(portal.id);
        team.subportal_ids = [subportal].into();
    });
    let duties = |team| Duties { role: Role::Representative, team_id: Some(team), ..user().duties };
    let sees = |duties: &Duties, subportal| teams.served_by(duties).includes(portal.id, subportal);
    assert!(
        sees(&duties(late), subportal) && !sees(&duties(late), other),
        "a subteam serves what its team does"
    );
    assert_eq!(teams.served_by(&duties(late)).only(), Some(portal.id));
    assert!(!sees(&duties(night), subportal));
    let manager = Duties { role: Role::CompanyManager, ..user().duties };
    assert_eq!(teams.served_by(&manager), Served::All);
    assert!(sees(&manager, other));
    let names: Vec<_> = teams.serving(portal.id).map(|(team, _)| team.name.as_str()).collect();
    assert_eq!(names, ["Day", "Late"]);
    change(&mut teams, night, |team| team.portal_id = Some(portal.id));
    let both = Duties { role: Role::TeamManager, team_ids: [day, night].into(), ..user().duties };
    assert!(teams.served_by(&both).includes(portal.id, other), "one of them serves all of it");
}
