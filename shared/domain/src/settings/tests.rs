//! What holds, and who has said so.

use serde_json::{Value, json};

use super::*;
use crate::{
    AccountId, Actor, Problem,
    account::Account,
    company::Company,
    company::CompanyInput,
    moment::testing::moment,
    service::{Service, Status},
    user::testing::account,
};

fn said(value: Value) -> Settings {
    serde_json::from_value(value).unwrap()
}

fn company() -> Company {
    let input = CompanyInput { name: "Northwind".into() };
    Company::create(&mut moment(1), AccountId::new(&mut moment(0)), Actor::System, &input).unwrap().now
}

/// What an account says after a change, or `field: code` of all that is wrong.
fn change(mut value: Value) -> Result<Account, Vec<String>> {
    let named = value.as_object_mut().unwrap();
    named.entry("name").or_insert("Acme".into());
    told(account().change_settings(&mut moment(2), Actor::System, &said(value)))
}

fn told<T: std::fmt::Debug>(outcome: Result<crate::Changed<T>, Problem>) -> Result<T, Vec<String>> {
    match outcome {
        Ok(changed) => Ok(changed.now),
        Err(Problem::Invalid(errors)) => {
            Err(errors.iter().map(|error| format!("{}: {}", error.field, error.code)).collect())
        }
        Err(other) => panic!("{other}"),
    }
}

/// SET-1.
#[test]
fn a_company_says_more_than_its_account_and_the_account_more_than_the_default() {
    let account = said(json!({ "locale": "de", "retention_days": 30 }));
    let company = said(json!({ "locale": "fr", "session_recording": "on" }));
    let there = Effective::of(&account, Some(&company));
    assert_eq!((there.locale.value, there.locale.origin), (Locale::Fr, Level::Company));
    assert_eq!((there.retention_days.value, there.retention_days.origin), (30, Level::Account));
    assert_eq!((there.time_zone.value.as_str(), there.time_zone.origin), ("UTC", Level::Default));
    let elsewhere = Effective::of(&account, None);
    assert_eq!((elsewhere.locale.value, elsewhere.locale.origin), (Locale::De, Level::Account));
    assert_eq!(elsewhere.session_recording.origin, Level::Default);
}

/// SET-1. Nothing that a company may not say holds there, however it came to be said.
#[test]
fn a_company_is_not_heard_where_it_may_not_override() {
    let company = said(json!({ "require_two_factor": true, "name": "Mine", "shared_seat_timeout": 300 }));
    let there = Effective::of(&Settings::default(), Some(&company));
    assert!(!there.require_two_factor.value && !there.require_two_factor.overridable);
    assert_eq!((there.name.origin, there.shared_seat_timeout.value), (Level::Default, 900));
    let refused = super::tests::company().change_settings(&mut moment(1), Actor::System, &company);
    assert_eq!(
        told(refused).unwrap_err(),
        ["name: account_only", "require_two_factor: account_only", "shared_seat_timeout: account_only"]
    );
}

/// SET-1.
#[test]
fn the_table_has_a_row_for_each_setting_and_says_what_a_company_may_override() {
    let effective = serde_json::to_value(Effective::of(&Settings::default(), None)).unwrap();
    assert_eq!(effective.as_object().unwrap().len(), TABLE.len());
    for row in TABLE {
        assert_eq!(effective[row.key]["overridable"], row.overridable, "{}", row.key);
    }
    let open: Vec<_> = TABLE.iter().filter(|row| row.overridable).map(|row| row.key).collect();
    assert_eq!(
        open,
        [
            "locale",
            "time_zone",
            "session_recording",
            "session_end",
            "retention_days",
            "self_registration",
            "business_hours",
            "holidays"
        ]
    );
}

/// SET-1. Every wrong value is named at once.
#[test]
fn what_can_not_be_is_refused_all_of_it_at_once() {
    let hours = json!([{ "from": "09:00", "until": "12:00" }, { "from": "11:00", "until": "17:00" }, { "from": "9", "until": "24:01" }]);
    let wrong = json!({
        "name": " ",
        "logo": { "address": "/v1/logos/mine.png", "width": 1, "height": 1 },
        "accent_colour": "#ffc800",
        "time_zone": "Mars/Olympus",
        "company_word": { "en": { "singular": "Site", "plural": "" } },
        "shared_seat_timeout": 60,
        "retention_days": 91,
        "self_registration": { "who": "domains", "domains": ["not a domain"] },
        "business_hours": { "monday": hours },
        "holidays": [{ "date": "2026-12-25" }, { "date": "2026-12-25" }],
    });
    assert_eq!(
        change(wrong).unwrap_err(),
        [
            "name: required",
            "logo: by_upload",
            "accent_colour: contrast",
            "time_zone: time_zone",
            "company_word.en.plural: required",
            "shared_seat_timeout: out_of_range",
            "retention_days: out_of_range",
            "self_registration.domains.0: domain",
            "business_hours.monday.1: hours_overlap",
            "business_hours.monday.2: hours",
            "holidays.1.date: given_twice"
        ]
    );
    assert_eq!(change(json!({ "accent_colour": "blue" })).unwrap_err(), ["accent_colour: colour"]);
    let nobody = json!({ "self_registration": { "who": "domains" } });
    assert_eq!(change(nobody).unwrap_err(), ["self_registration.domains: required"]);
}

#[test]
fn what_is_said_is_brought_into_one_form() {
    let account = change(json!({
        "name": " Acme  & Sons ",
        "accent_colour": "#0B6F88",
        "self_registration": { "who": "domains", "domains": ["@Example.ORG", "example.org", "example.com"] },
        "holidays": [{ "date": "2026-12-26" }, { "date": "2026-12-25", "name": "Christmas" }],
        "business_hours": { "sunday": [{ "from": "00:00", "until": "24:00" }] },
    }))
    .unwrap();
    let settings = account.effective();
    assert_eq!(settings.name.value, "Acme  & Sons");
    assert_eq!(settings.accent_colour.value.as_str(), "#0b6f88");
    assert_eq!(settings.self_registration.value.domains, ["example.com", "example.org"]);
    assert_eq!(settings.holidays.value.0[0].name, "Christmas");
    assert!(settings.business_hours.value.monday.is_empty(), "what is said is said whole");
}

/// AUD-1.
#[test]
fn a_change_is_told_with_what_was_and_what_is_and_no_change_is_not_told() {
    let input = said(json!({ "name": "Acme", "locale": "de", "time_zone": "Europe/Berlin" }));
    let changed = account().change_settings(&mut moment(1), Actor::System, &input).unwrap();
    let [event] = &changed.events[..] else { panic!("one event") };
    assert_eq!(
        (event.name.as_str(), event.subject.clone()),
        ("settings.changed", changed.now.id.to_string())
    );
    assert_eq!((&event.before["locale"], &event.after["locale"]), (&json!("en"), &json!("de")));
    assert_eq!((event.before.len(), event.after.len()), (1, 1));
    assert!(changed.now.change_settings(&mut moment(2), Actor::System, &input).unwrap().events.is_empty());
    let own = said(json!({ "locale": "fr" }));
    let changed = company().change_settings(&mut moment(3), Actor::System, &own).unwrap();
    assert_eq!(changed.events[0].subject, changed.now.id.to_string());
}

/// An account of before there were settings is one with three of them.
#[test]
fn an_account_reads_back_and_so_does_one_that_was_kept_before() {
    let before = json!({ "id": account().id, "name": "Acme", "locale": "it", "time_zone": "Europe/Rome", "created_at": "2026-01-01T00:00:00Z" });
    let old: Account = serde_json::from_value(before.clone()).unwrap();
    assert_eq!((old.name(), old.locale()), ("Acme", Locale::It));
    assert_eq!(serde_json::to_value(&old).unwrap(), before);
    let whole = change(json!({ "company_word": { "de": { "singular": "Standort", "plural": "Standorte" } }, "holidays": [{ "date": "2026-12-25", "name": "" }] })).unwrap();
    assert_eq!(serde_json::from_value::<Account>(serde_json::to_value(&whole).unwrap()).unwrap(), whole);
}

/// SET-1. Where a part of a value is changed, the rest of it stays as it held.
#[test]
fn what_changes_a_part_begins_with_the_whole_as_it_holds() {
    let keys = ["business_hours".to_owned(), "logo".to_owned()];
    let written = Settings::default().written_out(&keys, &account().effective());
    assert_eq!(written.business_hours, Some(BusinessHours::office()));
    assert_eq!((written.logo, written.holidays), (None, None));
}

/// SET-2.
#[test]
fn restoring_brings_back_what_was_deleted_and_touches_nothing_else() {
    let account = account();
    let made = default_service(&mut moment(1), &account, Actor::System).unwrap().now;
    assert_eq!(made.name, "General support");
    assert_eq!(made.id, default_service_id(account.id), "it is known again");
    let again = |there: Service| there.offer(&mut moment(2), Actor::System).unwrap();
    assert!(again(made.clone()).events.is_empty(), "nothing is missing");
    let renamed = Service { name: "Ours".into(), ..made };
    assert!(again(renamed.clone()).events.is_empty(), "what was changed stays as it is");
    let retired = Service { status: Status::Retired, ..renamed.clone() };
    assert_eq!(again(retired).now, renamed, "it comes back as it was");
}
