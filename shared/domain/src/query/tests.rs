use super::*;
use crate::{
    Problem,
    moment::testing::moment,
    portal::{CustomField, Fields, Kind, testing::portal},
    settings::FieldUse,
};

fn asking() -> Portal {
    let custom = vec![
        CustomField { label: "Order".into(), required: true },
        CustomField { label: "Model".into(), required: false },
    ];
    let fields = Fields {
        name: FieldUse::Required,
        email: FieldUse::Optional,
        category: FieldUse::Optional,
        question: FieldUse::Required,
        custom,
        ..Fields::default()
    };
    Portal { fields, categories: vec!["Printers".into(), "Screens".into()], ..portal() }
}

fn refused(said: &Submission) -> Vec<String> {
    let Err(Problem::Invalid(errors)) = Asked::of(&asking(), &[], said) else { panic!("{said:?}") };
    errors.into_iter().map(|error| format!("{} {}", error.field, error.code)).collect()
}

fn answer(label: &str) -> CustomAnswer {
    CustomAnswer { label: label.into(), value: "7".into() }
}

fn good() -> Submission {
    Submission {
        name: " Ada ".into(),
        question: "Why?".into(),
        custom: vec![answer("Order")],
        ..Submission::default()
    }
}

/// POR-3. What is required must be there, what is hidden must not, and all of it is named at once.
#[test]
fn what_the_portal_does_not_ask_for_is_refused_with_all_else_that_is_wrong() {
    let wrong = Submission {
        email: "ada at home".into(),
        phone: "1".into(),
        category: "Cars".into(),
        question: "\u{0}".into(),
        custom: vec![answer("Size")],
        subportal_id: Some(SubportalId::new(&mut moment(1))),
        ..Submission::default()
    };
    let expected = [
        "question control_characters",
        "name required",
        "phone unknown_field",
        "email email",
        "category one_of",
        "subportal_id subportal_unknown",
        "custom.Size unknown_field",
        "custom.Order required",
    ];
    assert_eq!(refused(&wrong), expected);
    let long = Submission { question: "x".repeat(MAX_QUESTION + 1), ..good() };
    assert_eq!(refused(&long), ["question too_long"]);
    let asked = Asked::of(&asking(), &[], &good()).unwrap();
    assert_eq!((asked.name.as_str(), asked.custom.len(), asked.address()), ("Ada", 1, None));
}

/// POR-2. Where a representative is chosen, it is one who is there; when nobody is, the question is asked all the same.
#[test]
fn only_who_is_there_can_be_chosen() {
    let users = [UserId::new(&mut moment(1)), UserId::new(&mut moment(2))];
    let portal = Portal { kind: Kind::ChooseRepresentative, ..asking() };
    let of = |portal: &Portal, offered: &[UserId], representative_id| match Asked::of(
        portal,
        offered,
        &Submission { representative_id, ..good() },
    ) {
        Err(Problem::Invalid(errors)) => errors[0].code.clone(),
        other => other.map(|_| "good".to_owned()).unwrap(),
    };
    assert_eq!(of(&portal, &users[..1], Some(users[0])), "good");
    assert_eq!(of(&portal, &users[..1], Some(users[1])), "representative_unknown");
    assert_eq!(of(&portal, &users, None), "required");
    assert_eq!(of(&portal, &[], None), "good");
    assert_eq!(of(&asking(), &users, Some(users[0])), "unknown_field");
}

/// QRY-1, ERA-1. The event tells nothing of whoever asked, and erasing leaves nothing of them.
#[test]
fn of_whoever_asked_nothing_is_told_and_nothing_left() {
    let portal = asking();
    let asked = Asked::of(&portal, &[], &Submission { email: "ada@example.org".into(), ..good() }).unwrap();
    let way = Way { subportal_id: portal.first().unwrap(), representative_id: None, locale: Locale::De };
    let customer = CustomerId::new(&mut moment(2));
    let Changed { now, events } =
        Query::submit(&mut moment(3), &portal, (asked, way), Some((customer, None)));
    let told = serde_json::to_string(&events).unwrap();
    assert!(events[0].origin.is_none() && !told.contains("Ada") && !told.contains("cus_"), "{told}");
    let erased = serde_json::to_string(&now.clone().erased()).unwrap();
    for word in ["Ada", "ada@", "Why", "cus_", "Order"] {
        assert!(!erased.contains(word), "{erased}");
    }
    assert_eq!(now.expires_at().unwrap().duration_since(now.submitted_at), SignedDuration::from_hours(2160));
}
