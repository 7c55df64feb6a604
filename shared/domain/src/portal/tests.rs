use super::testing::{input, portal};
use super::*;
use crate::{
    FieldError,
    feature::{FeatureInput, Value},
    moment::testing::moment,
    settings::FieldUse,
    team::{Team, TeamInput},
    user::testing::account,
};

fn made(input: &PortalInput) -> Result<Portal, Problem> {
    Portal::create(&mut moment(1), (account().id, Actor::System), input, 0).map(|changed| changed.now)
}

fn refused<T: std::fmt::Debug>(result: Result<T, Problem>) -> Vec<String> {
    let Err(Problem::Invalid(errors)) = result else { panic!("{result:?}") };
    errors.into_iter().map(|FieldError { field, code, .. }| format!("{field} {code}")).collect()
}

fn serving(portal: &Portal, subportals: &[SubportalId]) -> Teams {
    let input = TeamInput {
        name: "Day".into(),
        portal_id: Some(portal.id),
        subportal_ids: subportals.iter().copied().collect(),
        ..TeamInput::default()
    };
    let whose = (account().id, Actor::System);
    let team = Team::create(&mut moment(2), whose, &input, (&Teams::default(), Some(portal))).unwrap().now;
    [team].into_iter().collect()
}

/// POR-1. Three to forty characters that can stand in every address, and none of ours.
#[test]
fn a_slug_is_a_word_of_an_address_and_none_that_is_reserved() {
    let with = |slug: &str| made(&PortalInput { slug: slug.into(), ..input() });
    for good in ["abc", "north-2", "a-b-c", "a".repeat(40).as_str()] {
        assert_eq!(with(good).unwrap().slug, good);
    }
    for (slug, code) in [
        ("", "required"),
        ("ab", "too_short"),
        ("a".repeat(41).as_str(), "too_long"),
        ("Acme", "slug"),
        ("a_b", "slug"),
        ("-ab", "slug"),
        ("ab-", "slug"),
        ("a--b", "slug"),
        ("ägypten", "slug"),
        ("a/b", "slug"),
        ("admin", "slug_reserved"),
    ] {
        assert_eq!(refused(with(slug)), [format!("slug {code}")], "{slug}");
    }
}

/// POR-2. The mode limits the types.
#[test]
fn every_mode_has_its_types_and_no_other() {
    use Kind::{Button, ChooseRepresentative, Code, Question};
    let allowed = [
        (Mode::Web, vec![ChooseRepresentative, Question, Button]),
        (Mode::Phone, vec![Code]),
        (Mode::Queue, vec![Question]),
    ];
    for (mode, kinds) in allowed {
        for kind in [ChooseRepresentative, Question, Button, Code] {
            let said = made(&PortalInput { mode, kind: Some(kind), ..input() });
            assert_eq!(said.is_ok(), kinds.contains(&kind), "{mode:?} {kind:?}");
            if !kinds.contains(&kind) {
                assert_eq!(refused(said), ["type one_of"]);
            }
        }
        let usual = made(&PortalInput { mode, ..input() }).unwrap();
        assert_eq!(usual.fields, Fields::usual(usual.kind));
    }
}

/// POR-1, POR-3. Every wrong value is named at once.
#[test]
fn what_a_portal_can_not_have_is_refused() {
    let label = |label: &str| CustomField { label: label.into(), required: true };
    let wrong = PortalInput {
        slug: "a b c".into(),
        name: " ".into(),
        texts: Texts {
            de: Some(Text { title: "x".repeat(121), ..Text::default() }),
            pt: Some(Text { thanks: "\u{7}".into(), ..Text::default() }),
            ..Texts::default()
        },
        accent_colour: Some(serde_json::from_value("#ffee00".into()).unwrap()),
        fields: Some(Fields {
            category: FieldUse::Required,
            custom: vec![label("Order"), label("ORDER"), label(&"x".repeat(61))],
            ..Fields::default()
        }),
        ..input()
    };
    let expected = [
        "slug slug",
        "name required",
        "texts.de.title too_long",
        "texts.pt.thanks control_characters",
        "accent_colour contrast",
        "fields.category categories_needed",
        "fields.custom.1.label given_twice",
        "fields.custom.2.label too_long",
    ];
    assert_eq!(refused(made(&wrong)), expected);
    let many = PortalInput {
        categories: vec!["a".into(), "A ".into(), String::new()],
        fields: Some(Fields {
            custom: (0..11).map(|at| label(&at.to_string())).collect(),
            ..Fields::default()
        }),
        ..input()
    };
    let expected = ["categories.1 given_twice", "categories.2 required", "fields.custom too_many"];
    assert_eq!(refused(made(&many)), expected);
    let full = Portal::create(&mut moment(1), (account().id, Actor::System), &input(), MAX_PORTALS);
    assert!(matches!(full, Err(Problem::Conflict { code: "too_many_portals", .. })), "{full:?}");
}

/// POR-1. What was said is said again without a change; its events tell what has changed.
#[test]
fn a_portal_changes_only_in_what_is_said_of_it() {
    let before = portal();
    let same = before.clone().update(&mut moment(3), Actor::System, &before.input()).unwrap();
    assert_eq!((&same.now, same.events.len()), (&before, 0));
    let input = PortalInput { status: Status::Inactive, ..before.input() };
    let closed = before.clone().update(&mut moment(3), Actor::System, &input).unwrap();
    assert!(!closed.now.is_open());
    assert_eq!(
        closed.events[0].after,
        serde_json::json!({ "status": "inactive" }).as_object().unwrap().clone()
    );
    let off = FeatureInput { value: Value::Switch(false), locked: false };
    let said = FeaturesInput { chat: Some(off), ..FeaturesInput::default() };
    let changed = before.clone().change_features(&mut moment(3), Actor::System, &said).unwrap();
    assert_eq!(changed.now.features.input(), said);
    let locked =
        FeaturesInput { chat: Some(FeatureInput { locked: true, ..off }), ..FeaturesInput::default() };
    let refusal = before.change_features(&mut moment(3), Actor::System, &locked);
    assert_eq!(refused(refusal), ["chat.locked nothing_below"]);
}

/// POR-1. There is always a subportal, names are unique in the portal, and there are twenty at the most.
#[test]
fn a_portal_keeps_one_subportal_and_takes_twenty() {
    let mut moment = moment(4);
    let named = |name: &str| SubportalInput { name: name.into() };
    let (first, before) = (portal().first().unwrap(), portal());
    let last = before.clone().remove_subportal(&mut moment, Actor::System, first, &Teams::default());
    assert!(matches!(last, Err(Problem::Conflict { code: "last_subportal", .. })), "{last:?}");
    let taken = before.clone().add_subportal(&mut moment, Actor::System, &named("GENERAL "));
    assert_eq!(refused(taken), ["name name_taken"]);
    let (two, second) = before.add_subportal(&mut moment, Actor::System, &named("Night")).unwrap();
    let clash = two.now.clone().rename_subportal(&mut moment, Actor::System, second, &named("general"));
    assert_eq!(refused(clash), ["name name_taken"]);
    let own = two.now.clone().rename_subportal(&mut moment, Actor::System, second, &named("NIGHT")).unwrap();
    assert_eq!(own.now.subportal(second).unwrap().name, "NIGHT");
    let served = serving(&two.now, &[second]);
    let kept = two.now.clone().remove_subportal(&mut moment, Actor::System, second, &served);
    assert_eq!(kept, Err(Problem::InUse(vec![("teams", 1)])));
    let one = two.now.clone().remove_subportal(&mut moment, Actor::System, first, &served).unwrap();
    assert_eq!(one.now.first(), Some(second));
    let unknown = SubportalId::new(&mut moment);
    let gone = two.now.clone().remove_subportal(&mut moment, Actor::System, unknown, &served);
    assert_eq!(gone, Err(Problem::NotFound));
    let mut full = two.now;
    for at in 2..MAX_SUBPORTALS {
        full = full.add_subportal(&mut moment, Actor::System, &named(&at.to_string())).unwrap().0.now;
    }
    let more = full.add_subportal(&mut moment, Actor::System, &named("more"));
    assert!(matches!(more, Err(Problem::Conflict { code: "too_many_subportals", .. })), "{more:?}");
}

/// POR-1. Whoever serves it keeps it.
#[test]
fn a_portal_that_teams_serve_is_not_deleted() {
    let portal = portal();
    let served = portal.clone().delete(&mut moment(5), Actor::System, &serving(&portal, &[]));
    assert_eq!(served, Err(Problem::InUse(vec![("teams", 1)])));
    let gone = portal.delete(&mut moment(5), Actor::System, &Teams::default()).unwrap();
    assert_eq!(gone.events[0].name, "portal.deleted");
}
