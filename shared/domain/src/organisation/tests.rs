use super::*;
use crate::{
    Actor, Locale, Moment, Problem,
    account::{Account, Manners},
    feature::{FeatureInput, FeaturesInput, Key, Value},
    moment::testing::moment,
    settings::Settings,
    team::Teams,
};

fn empty() -> Present {
    let manners = Manners { locale: Locale::En, time_zone: "Europe/Berlin".into() };
    let account = Account::new(&mut moment(0), "Acme", manners);
    Present { account, companies: vec![], portals: vec![], teams: Teams::default() }
}

fn off(key: Key) -> FeaturesInput {
    [(key, FeatureInput { value: Value::Switch(false), locked: false })].into_iter().collect()
}

fn team(name: &str, parent: Option<&str>) -> TeamEntry {
    TeamEntry { name: name.into(), parent: parent.map(Into::into), ..TeamEntry::default() }
}

/// An organisation with something of each kind; subteams and what refers to others come first.
fn wanted() -> File {
    let portal = PortalEntry {
        slug: "acme-help".into(),
        name: "Help".into(),
        company: Some("northwind".into()),
        subportals: vec!["Sales".into(), "Repairs".into()],
        features: off(Key::FileTransferSend),
        ..PortalEntry::default()
    };
    let day = TeamEntry {
        portal: Some("acme-help".into()),
        subportals: vec!["repairs".into()],
        available_logins: Some(5),
        ..team("Day", None)
    };
    let late = TeamEntry { features: off(Key::Chat), ..team("Late", Some("day")) };
    File {
        format: FORMAT,
        settings: Settings { retention_days: Some(30), ..empty().account.settings },
        features: off(Key::Annotate),
        companies: vec![CompanyEntry { name: "Northwind".into(), ..CompanyEntry::default() }],
        portals: vec![portal],
        teams: vec![late, day],
    }
}

/// The organisation after everything has been done.
fn done(present: Present, deeds: &[(Deed, Step)]) -> Present {
    let mut now = present;
    for (deed, _) in deeds {
        match deed.clone() {
            Deed::Account(changed) => now.account = changed.now,
            Deed::Company(_, changed) => {
                now.companies.retain(|company| company.id != changed.now.id);
                now.companies.push(changed.now);
            }
            Deed::Portal(action, changed) => {
                now.portals.retain(|portal| portal.id != changed.now.id);
                now.portals.extend((action != Action::Delete).then_some(changed.now));
            }
            Deed::Team(action, changed) => {
                let others = now.teams.iter().filter(|team| team.id != changed.now.id).cloned();
                now.teams = others.chain((action != Action::Delete).then_some(changed.now.clone())).collect();
            }
        }
    }
    now
}

fn plan(
    moment: &mut Moment,
    present: &Present,
    file: &File,
    prune: bool,
) -> Result<Vec<(Deed, Step)>, Problem> {
    reform(moment, Actor::System, present.clone(), (file, prune))
}

fn told(deeds: &[(Deed, Step)]) -> Vec<String> {
    deeds.iter().map(|(_, step)| format!("{:?} {} {}", step.action, step.kind, step.name)).collect()
}

/// What a file says is made in an order in which it can be, applying it again does nothing, and the file that is written afterwards
/// says the same.
#[test]
fn an_organisation_becomes_what_a_file_says_and_stays_so() {
    let (mut moment, present) = (moment(1), empty());
    let deeds = plan(&mut moment, &present, &wanted(), false).unwrap();
    let expected = [
        "Change account Acme",
        "Create company Northwind",
        "Create portal acme-help",
        "Create team Day",
        "Create team Late",
    ];
    assert_eq!(told(&deeds), expected);
    let now = done(present, &deeds);
    assert_eq!(told(&plan(&mut moment, &now, &wanted(), true).unwrap()), Vec::<String>::new());
    let file = File::of(&now);
    assert_eq!(told(&plan(&mut moment, &now, &file, true).unwrap()), Vec::<String>::new());
    assert_eq!(file.teams.iter().find(|team| team.name == "Day").unwrap().subportals, ["Repairs"]);
    let text = serde_json::to_string(&file).unwrap();
    assert_eq!(serde_json::from_str::<File>(&text).unwrap(), file, "it reads back from its text");
    assert!(!text.contains("tea_") && !text.contains("por_") && !text.contains("cmp_"), "{text}");
    let elsewhere = plan(&mut moment, &empty(), &file, false).unwrap();
    assert_eq!(File::of(&done(empty(), &elsewhere)), file, "another account becomes the same");
}

/// What differs is told by what differs, and nothing else.
#[test]
fn a_plan_tells_what_differs_and_deletes_only_when_asked() {
    let (mut moment, present) = (moment(1), empty());
    let now = done(present.clone(), &plan(&mut moment, &present, &wanted(), false).unwrap());
    let mut less = File { portals: vec![], teams: vec![team("Night", None)], ..wanted() };
    less.settings.retention_days = Some(60);
    let kept = plan(&mut moment, &now, &less, false).unwrap();
    assert_eq!(told(&kept), ["Change account Acme", "Create team Night"]);
    let (_, step) = &kept[0];
    assert_eq!(step.before["settings"]["retention_days"], 30);
    assert_eq!((step.after["settings"]["retention_days"].as_u64(), step.after.len()), (Some(60), 1));
    let pruned = plan(&mut moment, &now, &less, true).unwrap();
    assert_eq!(told(&pruned)[2..], ["Delete team Late", "Delete team Day", "Delete portal acme-help"]);
    let after = done(now, &pruned);
    assert_eq!((after.portals.len(), after.companies.len()), (0, 1), "companies are never deleted");
}

/// API-1. Every wrong value is named by its place in the file, and nothing is done.
#[test]
fn every_wrong_value_of_a_file_is_named_by_its_place() {
    let mut wrong = wanted();
    wrong.settings.retention_days = Some(91);
    wrong.companies.push(CompanyEntry { name: " ".into(), ..CompanyEntry::default() });
    wrong.portals[0].company = Some("Southwind".into());
    wrong.teams.push(team("DAY", None));
    wrong.teams.push(TeamEntry {
        portal: Some("none".into()),
        subportals: vec!["x".into()],
        ..team("Night", Some("Noon"))
    });
    let Err(Problem::Invalid(errors)) = plan(&mut moment(1), &empty(), &wrong, false) else {
        panic!("all good")
    };
    let told: Vec<_> = errors.iter().map(|error| format!("{} {}", error.field, error.code)).collect();
    let expected = [
        "teams.2 given_twice",
        "settings.retention_days out_of_range",
        "companies.1.name required",
        "portals.0.company company_unknown",
        "teams.3.parent team_unknown",
        "teams.3.portal portal_unknown",
        "teams.3.subportals.0 subportal_unknown",
    ];
    assert_eq!(told, expected);
    let other = File { format: 2, ..wanted() };
    assert_eq!(
        plan(&mut moment(1), &empty(), &other, false),
        Err(Problem::field("format", "format_unknown"))
    );
}
