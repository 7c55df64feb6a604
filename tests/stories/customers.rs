//! Customers, one by one.

use serde_json::json;
use testkit::House;

/// CUS-1.
#[tokio::test(flavor = "multi_thread")]
async fn a_manager_adds_shows_changes_and_deletes_a_customer() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let ada = json!({ "first_name": " Ada ", "last_name": "Lovelace", "email": "ada@example.org", "email_aliases": ["al@example.org"],
        "company_id": company, "notes": "h1. Notes\n\n* one", "email_format": "plain", "feedback_mails": false, "locale": "fr" });
    let added = manager.post("/v1/customers", &ada).await;
    assert_eq!(added.status, 201, "{added:?}");
    let path = format!("/v1/customers/{}", added.id());
    assert_eq!(added.headers["location"], path);
    let shown = manager.get(&path).await;
    assert_eq!((&shown.json, &shown.headers["etag"]), (&added.json, &added.headers["etag"]));
    assert_eq!(
        (&shown.json["first_name"], &shown.json["company"]["name"]),
        (&json!("Ada"), &json!("Engines"))
    );
    assert_eq!(
        (&shown.json["time_zone"], &shown.json["locale"]),
        (&json!("Europe/Berlin"), &json!("fr")),
        "the account's, or one's own"
    );
    let changed = manager.patch(&path, &json!({ "company_id": null, "job_title": "Countess" })).await;
    assert_eq!(
        (changed.status, &changed.json["company"], &changed.json["notes"]),
        (200, &json!(null), &ada["notes"])
    );
    assert_ne!(changed.headers["etag"], added.headers["etag"]);
    let same = manager.patch(&path, &json!({ "job_title": "Countess" })).await;
    assert_eq!(same.headers["etag"], changed.headers["etag"], "what changes nothing is no change");
    assert_eq!(manager.delete(&path).await.status, 204);
    assert_eq!((manager.get(&path).await.status, manager.delete(&path).await.status), (404, 404));
    assert_eq!(manager.all("/v1/customers").await.len(), 0);
    assert_eq!(manager.post("/v1/customers", &ada).await.status, 201, "the addresses are free again");
}

/// API-1, CUS-1. One answer names all that is wrong.
#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_field_of_a_customer_is_named_at_once_in_the_readers_language() {
    let house = House::start().await;
    let (manager, other) = (house.manager_reading("acme", "de").await, house.manager("other").await);
    let foreign = other.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let service = other.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let all = json!({ "first_name": "x".repeat(256), "email": "nobody", "email_aliases": ["a@example.org", "also bad"], "company_id": foreign,
        "job_title": "a\u{7}", "notes": "n".repeat(100 * 1024 + 1), "time_zone": "Mars/Olympus", "services": [{ "service_id": service }] });
    let refused = manager.post("/v1/customers", &all).await;
    assert_eq!((refused.status, refused.problem().as_str()), (422, "invalid"));
    let wrong = [
        "company_id: company_unknown",
        "email: email",
        "email_aliases.1: email",
        "first_name: too_long",
        "job_title: control_characters",
        "notes: too_long",
        "services.0.service_id: service_unknown",
        "time_zone: time_zone",
    ];
    assert_eq!(refused.errors(), wrong);
    assert_eq!(refused.json["title"], "Einige Angaben sind ungültig.");
    let long = refused.json["errors"]
        .as_array()
        .unwrap()
        .iter()
        .find(|error| error["field"] == "first_name")
        .unwrap();
    assert_eq!(long["message"], "Bitte kürzen Sie den Text auf höchstens 255 Zeichen.");
    assert_eq!(
        manager.post("/v1/customers", &json!({})).await.errors(),
        ["email: required", "last_name: required"]
    );
}

/// API-1. What has the wrong type is named before values are judged, and all of it at once.
#[tokio::test(flavor = "multi_thread")]
async fn every_field_of_the_wrong_type_and_every_unknown_one_is_named_at_once() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let types =
        json!({ "email": 1, "services": "all", "portal_access": "king", "company_id": "x", "shoe_size": 44 });
    let wrong = [
        "company_id: wrong_type",
        "email: wrong_type",
        "portal_access: wrong_type",
        "services: wrong_type",
        "shoe_size: unknown_field",
    ];
    assert_eq!(manager.post("/v1/customers", &types).await.errors(), wrong);
    assert_eq!(manager.all("/v1/customers").await.len(), 0);
}

/// CUS-1. An address, alias or not, belongs to one customer of the account, whatever its case.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_belongs_to_one_customer_of_the_account() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let customer =
        |email: &str, aliases: &[&str]| json!({ "last_name": "L", "email": email, "email_aliases": aliases });
    manager.post("/v1/customers", &customer("ada@example.org", &["al@example.org"])).await;
    let alan = manager.post("/v1/customers", &customer("alan@example.org", &[])).await.id();
    for (email, aliases, wrong) in [
        ("ADA@Example.org", &[][..], &["email: email_taken"][..]),
        ("AL@example.org", &[], &["email: email_taken"]),
        ("new@example.org", &["x@example.org", "Ada@example.org"], &["email_aliases.1: email_taken"]),
        ("alan@example.org", &["al@example.org"], &["email: email_taken", "email_aliases.0: email_taken"]),
    ] {
        let refused = manager.post("/v1/customers", &customer(email, aliases)).await;
        assert_eq!(
            (refused.status, refused.errors()),
            (422, wrong.iter().map(|&wrong| wrong.to_owned()).collect()),
            "{email} {aliases:?}"
        );
    }
    let edit = manager
        .patch(&format!("/v1/customers/{alan}"), &json!({ "email_aliases": ["al@example.org"] }))
        .await;
    assert_eq!(edit.errors(), ["email_aliases.0: email_taken"], "a later edit neither");
}

/// CUS-1. Addresses may move within a customer, and are free once they are given up.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_a_customer_gives_up_is_free() {
    let house = House::start().await;
    let (manager, other) = (house.manager("acme").await, house.manager("other").await);
    let customer =
        |email: &str, aliases: &[&str]| json!({ "last_name": "L", "email": email, "email_aliases": aliases });
    let ada = manager.post("/v1/customers", &customer("ada@example.org", &["al@example.org"])).await.id();
    let swap = json!({ "email": "al@example.org", "email_aliases": ["ADA@example.org"] });
    assert_eq!(
        manager.patch(&format!("/v1/customers/{ada}"), &swap).await.status,
        200,
        "one's own addresses may change places"
    );
    assert_eq!(
        manager.patch(&format!("/v1/customers/{ada}"), &json!({ "email_aliases": [] })).await.status,
        200
    );
    assert_eq!(
        manager.post("/v1/customers", &customer("ada@example.org", &[])).await.status,
        201,
        "an address given up is free"
    );
    assert_eq!(
        other.post("/v1/customers", &customer("al@example.org", &[])).await.status,
        201,
        "another account knows nothing of it"
    );
}

/// API-2, INC-7. Nobody's change is lost.
#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_what_somebody_else_has_changed_meanwhile_is_refused() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let added = manager.post("/v1/customers", &json!({ "last_name": "L", "email": "ada@example.org" })).await;
    let (path, etag) = (format!("/v1/customers/{}", added.id()), added.headers["etag"].clone());
    let seen = manager.with("if-match", &etag);
    let first = seen.patch(&path, &json!({ "fax": "1" })).await;
    assert_eq!((first.status, &first.json["fax"]), (200, &json!("1")));
    for stale in [seen.patch(&path, &json!({ "fax": "2" })).await, seen.delete(&path).await] {
        assert_eq!((stale.status, stale.problem().as_str()), (412, "stale"));
    }
    assert_eq!(manager.get(&path).await.json["fax"], "1");
    let (fax, notes) = (json!({ "fax": "3" }), json!({ "notes": "n" }));
    let at_once = futures::join!(manager.patch(&path, &fax), manager.patch(&path, &notes));
    let now = manager.get(&path).await.json;
    for (reply, field) in [(at_once.0, "fax"), (at_once.1, "notes")] {
        let kept = now[field] == if field == "fax" { "3" } else { "n" };
        assert_eq!(reply.status == 200, kept, "{field}: what was answered is what was kept; {reply:?}");
    }
}
