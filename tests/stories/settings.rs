//! Settings of an account and its companies (SET-1, SET-2, COM-2).

use domain::user::Role;
use serde_json::{Value, json};
use testkit::{House, Person};

async fn company(manager: &Person, name: &str) -> String {
    manager.post("/v1/companies", &json!({ "name": name })).await.id()
}

async fn set(person: &Person, path: &str, body: Value) -> Value {
    let reply = person.patch(path, &body).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json
}

fn holds(settings: &Value, key: &str) -> (Value, String) {
    (settings[key]["value"].clone(), settings[key]["origin"].as_str().unwrap().to_owned())
}

/// SET-1.
#[tokio::test(flavor = "multi_thread")]
async fn every_setting_says_who_has_said_it_and_null_takes_it_back() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let fresh = manager.get("/v1/settings").await;
    assert_eq!(holds(&fresh.json, "name"), (json!("acme"), "account".into()));
    assert_eq!(holds(&fresh.json, "time_zone"), (json!("Europe/Berlin"), "account".into()));
    assert_eq!(holds(&fresh.json, "retention_days"), (json!(90), "default".into()));
    let changed =
        manager.patch("/v1/settings", &json!({ "retention_days": 30, "session_recording": "choice" })).await;
    assert_eq!((changed.status, changed.headers["etag"].as_str()), (200, "\"2\""));
    assert_eq!(holds(&changed.json, "retention_days"), (json!(30), "account".into()));
    let stale =
        manager.with("if-match", "\"1\"").patch("/v1/settings", &json!({ "retention_days": 20 })).await;
    assert_eq!(stale.problem(), "stale");
    let back = set(&manager, "/v1/settings", json!({ "retention_days": null })).await;
    assert_eq!(holds(&back, "retention_days"), (json!(90), "default".into()));
    assert_eq!(holds(&back, "session_recording"), (json!("choice"), "account".into()), "the rest stays");
    let nameless = manager.patch("/v1/settings", &json!({ "name": null })).await;
    assert_eq!(nameless.errors(), ["name: required"]);
}

/// SET-5. The answer is what would hold; wrong values are refused as they would be.
#[tokio::test(flavor = "multi_thread")]
async fn settings_that_are_only_tried_stay_as_they_were() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let of_company = format!("/v1/companies/{}/settings", company(&manager, "Northwind").await);
    for (path, level) in [("/v1/settings", "account"), (of_company.as_str(), "company")] {
        let before = manager.get(path).await;
        let trial = format!("{path}?dry_run=true");
        let tried = set(&manager, &trial, json!({ "locale": "fr" })).await;
        assert_eq!(holds(&tried, "locale"), (json!("fr"), level.into()));
        let wrong = manager.patch(&trial, &json!({ "accent_colour": "no colour" })).await;
        assert_eq!(wrong.status, 422, "{wrong:?}");
        let after = manager.get(path).await;
        assert_eq!((&after.json, &after.headers["etag"]), (&before.json, &before.headers["etag"]));
    }
}

/// SET-1.
#[tokio::test(flavor = "multi_thread")]
async fn a_company_overrides_its_account_where_it_may() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let path = format!("/v1/companies/{}/settings", company(&manager, "Northwind").await);
    set(&manager, "/v1/settings", json!({ "session_recording": "choice" })).await;
    assert_eq!(
        holds(&manager.get(&path).await.json, "session_recording"),
        (json!("choice"), "account".into())
    );
    let own = set(&manager, &path, json!({ "session_recording": "on", "locale": "fr" })).await;
    assert_eq!(holds(&own, "session_recording"), (json!("on"), "company".into()));
    assert_eq!(holds(&own, "retention_days"), (json!(90), "default".into()));
    let account = manager.get("/v1/settings").await.json;
    assert_eq!(
        holds(&account, "session_recording"),
        (json!("choice"), "account".into()),
        "others are untouched"
    );
    let other = format!("/v1/companies/{}/settings", company(&manager, "Alpine").await);
    assert_eq!(holds(&manager.get(&other).await.json, "locale").1, "account");
    let refused = manager.patch(&path, &json!({ "require_two_factor": true, "name": "Mine" })).await;
    assert_eq!(refused.errors(), ["name: account_only", "require_two_factor: account_only"]);
    let renamed = manager.patch(&path.replace("/settings", ""), &json!({ "name": "Northwind, Ltd." })).await;
    assert_eq!(renamed.status, 200);
    assert_eq!(
        holds(&manager.get(&path).await.json, "locale"),
        (json!("fr"), "company".into()),
        "a new name keeps them"
    );
    let back = set(&manager, &path, json!({ "session_recording": null })).await;
    assert_eq!(holds(&back, "session_recording"), (json!("choice"), "account".into()));
}

/// SET-1. Business hours and the like: who changes Monday keeps the other days as they hold.
#[tokio::test(flavor = "multi_thread")]
async fn a_part_of_a_value_can_be_changed_and_the_rest_stays_as_it_holds() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let monday = json!([{ "from": "08:00", "until": "12:00" }]);
    let changed = set(&manager, "/v1/settings", json!({ "business_hours": { "monday": monday } })).await;
    let (hours, origin) = holds(&changed, "business_hours");
    assert_eq!(
        (&hours["monday"], &hours["friday"][0]["until"], origin.as_str()),
        (&monday, &json!("17:00"), "account")
    );
    let path = format!("/v1/companies/{}/settings", company(&manager, "Northwind").await);
    let own = set(&manager, &path, json!({ "business_hours": { "friday": [] } })).await;
    assert_eq!(
        (&own["business_hours"]["value"]["monday"], &own["business_hours"]["value"]["friday"]),
        (&monday, &json!([]))
    );
}

/// API-1.
#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_wrong_is_named_at_once() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let wrong = json!({ "accent_colour": "#ffff00", "retention_days": 91, "time_zone": "Mars", "company_word": { "en": { "singular": "Site" } },
        "holidays": [{ "date": "2026-12-25" }, { "date": "2026-12-25" }], "self_registration": { "who": "domains" } });
    assert_eq!(
        manager.patch("/v1/settings", &wrong).await.errors(),
        [
            "accent_colour: contrast",
            "company_word.en.plural: required",
            "holidays.1.date: given_twice",
            "retention_days: out_of_range",
            "self_registration.domains: required",
            "time_zone: time_zone"
        ]
    );
    assert_eq!(
        holds(&manager.get("/v1/settings").await.json, "retention_days").1,
        "default",
        "nothing was kept"
    );
}

/// PPL-1. A representative sees the account's data and changes none of it; of companies, those that are theirs.
#[tokio::test(flavor = "multi_thread")]
async fn a_representative_sees_settings_and_changes_none() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let (mine, other) = (company(&manager, "Mine").await, company(&manager, "Other").await);
    let rep = house.staff(&manager, Role::Representative, "rep").await;
    house
        .change_user(&rep, |user| user.duties.company_access = serde_json::from_value(json!([mine])).unwrap())
        .await;
    let rep = house.sign_in("rep@house.example").await;
    assert_eq!(rep.get("/v1/settings").await.json, manager.get("/v1/settings").await.json);
    assert_eq!(rep.get(&format!("/v1/companies/{mine}/settings")).await.status, 200);
    assert_eq!(rep.get(&format!("/v1/companies/{other}/settings")).await.status, 404);
    for path in ["/v1/settings".to_owned(), format!("/v1/companies/{mine}/settings")] {
        assert_eq!(rep.patch(&path, &json!({ "retention_days": 1 })).await.problem(), "forbidden");
    }
    for path in ["/v1/settings/restore", "/v1/settings/logo"] {
        assert_eq!(rep.post(path, &json!({ "size": 1 })).await.problem(), "forbidden");
    }
}

/// AUD-1.
#[tokio::test(flavor = "multi_thread")]
async fn a_changed_setting_is_in_the_audit_log_with_what_was_and_what_is() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let north = company(&manager, "Northwind").await;
    set(&manager, "/v1/settings", json!({ "retention_days": 30 })).await;
    set(&manager, "/v1/settings", json!({ "retention_days": 20 })).await;
    set(&manager, "/v1/settings", json!({ "retention_days": 20 })).await;
    set(&manager, &format!("/v1/companies/{north}/settings"), json!({ "session_recording": "on" })).await;
    let log = manager.all("/v1/audit?action=settings.changed").await;
    assert_eq!(log.len(), 3, "what has not changed is not told: {log:?}");
    assert_eq!(
        (&log[0]["subject"], &log[0]["after"]),
        (&json!(north), &json!({ "session_recording": "on" }))
    );
    assert_eq!(
        (&log[1]["before"], &log[1]["after"]),
        (&json!({ "retention_days": 30 }), &json!({ "retention_days": 20 }))
    );
    assert_eq!(log[1]["actor"]["id"], manager.user["id"]);
}
