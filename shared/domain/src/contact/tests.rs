use std::collections::BTreeSet;

use super::*;
use crate::{UserId, mail, moment::testing::moment, user};

fn contact() -> Contact {
    let input = ContactInput { name: " Night  shift ".into(), ..ContactInput::default() };
    let account = user::testing::account().id;
    Contact::create(&mut moment(0), account, Actor::System, &input).unwrap().now
}

fn email(address: &str) -> MethodInput {
    MethodInput { address: address.into(), uses: BTreeSet::from([Use::Alerts]), ..MethodInput::default() }
}

fn number(address: &str) -> MethodInput {
    MethodInput { kind: Kind::Sms, ..email(address) }
}

/// CON-1.
#[test]
fn an_address_is_asked_when_it_is_new_and_verified_until_it_is_another() {
    let (added, mail) = contact().add_method(&mut moment(1), Actor::System, &email("a@example.org")).unwrap();
    assert_eq!(mail.map(|mail| mail.now.kind), Some(mail::Kind::Verification));
    let id = added.now.methods[0].id;
    let verified = added.now.verify_method(&mut moment(2), id).unwrap().now;
    assert!(!verified.methods[0].is_unverified());
    assert_eq!(verified.clone().verify_method(&mut moment(3), id), Err(Problem::LinkInvalid));
    let change = |input: MethodInput| {
        verified.clone().change_method(&mut moment(4), Actor::System, (id, &input)).unwrap()
    };
    let (same, mail) = change(MethodInput { label: "Home".into(), ..email("A@example.org") });
    assert!(mail.is_none() && !same.now.methods[0].is_unverified());
    let (other, mail) = change(email("b@example.org"));
    assert!(mail.is_some() && other.now.methods[0].is_unverified());
    let (text, mail) = change(number("+49 170 1234567"));
    assert!(mail.is_none() && text.now.methods[0].verified_at.is_none());
}

/// CON-1.
#[test]
fn the_same_place_stands_once_in_a_contact_and_there_are_no_more_than_twenty() {
    let mut now = contact();
    for at in 0..MAX_METHODS {
        let input = number(&format!("+49170123456{at}"));
        now = now.add_method(&mut moment(1), Actor::System, &input).unwrap().0.now;
    }
    let add = |contact: Contact, input| contact.add_method(&mut moment(2), Actor::System, &input).map(drop);
    let Err(Problem::Invalid(errors)) = add(now.clone(), email("a@example.org")) else { panic!("refused") };
    assert_eq!((errors[0].field.as_str(), errors[0].code.as_str()), ("address", "too_many"));
    now.methods.truncate(2);
    assert_eq!(add(now.clone(), number("0049 170 1234560")), Err(Problem::field("address", "given_twice")));
    let call = MethodInput { kind: Kind::Phone, ..number("+491701234560") };
    assert_eq!(add(now, call), Ok(()), "a call to it is something else");
}

#[test]
fn a_test_goes_only_where_mail_has_been_verified_and_once_a_minute() {
    let (added, _) = contact().add_method(&mut moment(1), Actor::System, &email("a@example.org")).unwrap();
    let id = added.now.methods[0].id;
    let test = |contact: &Contact, at| contact.clone().test_method(&mut moment(at), Actor::System, id);
    assert_eq!(test(&added.now, 2).map(drop), Err(Problem::conflict("not_verified")));
    let verified = added.now.verify_method(&mut moment(2), id).unwrap().now;
    let (tested, mail) = test(&verified, 3).unwrap();
    assert_eq!(mail.map(|mail| mail.now.kind), Some(mail::Kind::Test));
    assert_eq!(test(&tested.now, 60).map(drop), Err(Problem::Limited { seconds: 3 }));
    assert!(test(&tested.now, 63).is_ok());
}

/// CON-2, PPL-11.
#[test]
fn a_user_keeps_their_name_and_has_methods() {
    let rosa = Contact::of_user(user::testing::user());
    assert_eq!(rosa.name(), "Rosa Lind");
    let refused = Problem::conflict("contact_is_user");
    let input = ContactInput { name: "Rose".into(), ..ContactInput::default() };
    assert_eq!(rosa.clone().update(&mut moment(1), Actor::System, &input).map(drop), Err(refused.clone()));
    assert_eq!(rosa.clone().delete(&mut moment(1), Actor::System).map(drop), Err(refused));
    let (added, _) = rosa.add_method(&mut moment(1), Actor::System, &number("+49 170 1234567")).unwrap();
    assert_eq!(added.now.methods[0].address, "+491701234567");
}

/// ERA-1.
#[test]
fn events_of_a_contact_hold_neither_name_nor_address() {
    let (added, _) = contact().add_method(&mut moment(1), Actor::System, &email("a@example.org")).unwrap();
    let deleted = added.now.clone().delete(&mut moment(2), Actor::User(UserId::new(&mut moment(3)))).unwrap();
    for event in added.events.iter().chain(&deleted.events) {
        let text = serde_json::to_string(event).unwrap();
        assert!(!text.contains("example.org") && !text.contains("Night"), "{text}");
    }
    assert_eq!(deleted.events[0].personal, ["methods", "name"]);
}
