use super::*;
use crate::{moment::testing::moment, user};

fn input() -> DeviceInput {
    let company = CompanyId::new(&mut moment(9));
    DeviceInput { company_id: Some(company), name: " Till 3 ".into(), ..DeviceInput::default() }
}

fn device() -> (Changed<Device>, Key) {
    let account = user::testing::account().id;
    Device::create(&mut moment(0), account, Actor::System, &input()).unwrap()
}

/// DEV-1.
#[test]
fn events_of_a_device_hold_nothing_of_its_key_but_its_first_characters() {
    let (changed, key) = device();
    assert_eq!(changed.now.name, "Till 3");
    let (renewed, other) = changed.now.clone().renew_key(&mut moment(1), Actor::System);
    assert_ne!(renewed.now.key_hash, changed.now.key_hash);
    let deleted = renewed.now.delete(&mut moment(2), Actor::System);
    for event in [&changed.events, &renewed.events, &deleted.events].into_iter().flatten() {
        let text = serde_json::to_string(event).unwrap();
        for secret in [key.as_str(), other.as_str(), &key.hash(), &other.hash()] {
            assert!(!text.contains(secret), "{text}");
        }
    }
}

#[test]
fn every_wrong_field_of_a_device_is_named() {
    let long = "x".repeat(MAX_NOTES + 1);
    let wrong = DeviceInput { company_id: None, name: " ".into(), notes: long, ..input() };
    let refused = device().0.now.update(&mut moment(1), Actor::System, &wrong);
    let Err(Problem::Invalid(errors)) = refused else { panic!("refused") };
    let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(fields, ["company_id", "name", "notes"]);
}

/// DEV-1. Online is what has reported within the last five minutes.
#[test]
fn a_device_is_online_for_five_minutes_after_a_report() {
    let Device { id, account_id, key_hash, .. } = device().0.now;
    let pulse = Pulse { key_hash, account_id, device_id: id, online: true, seen_at: Some(moment(0).now) };
    assert!(pulse.is_online(moment(299).now) && !pulse.is_online(moment(300).now));
    assert!(!Pulse { seen_at: None, ..pulse }.is_online(moment(0).now));
}
