//! Addresses and domains that are not to come in.

use serde_json::{Value, json};
use testkit::{House, PASSWORD, Person};

fn customer(email: &str, aliases: &[&str]) -> Value {
    json!({ "last_name": "L", "email": email, "email_aliases": aliases })
}

async fn deny(manager: &Person, entry: &Value) -> Value {
    let added = manager.post("/v1/denylist", entry).await;
    assert_eq!(added.status, 201, "{added:?}");
    assert_eq!(added.headers["location"], format!("/v1/denylist/{}", added.id()));
    added.json
}

async fn hits(house: &House, manager: &Person, entry: &Value) -> Value {
    house.quiet().await;
    manager.get(&format!("/v1/denylist/{}", entry["id"].as_str().unwrap())).await.json["hits"].clone()
}

/// DEN-1.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_or_a_domain_on_the_denylist_keeps_customers_out_until_it_is_taken_off() {
    let house = House::start().await;
    let (manager, other) = (house.manager("acme").await, house.manager("other").await);
    let address = deny(&manager, &json!({ "address": "Rude@Example.org", "reason": "Was rude" })).await;
    let domain = deny(&manager, &json!({ "domain": "spam.example" })).await;
    assert_eq!(
        (&address["hint"], &address["kind"], &address["hits"], &domain["hint"]),
        (&json!("R…@E…e.org"), &json!("address"), &json!(0), &json!("spam.example"))
    );
    for (email, aliases, wrong) in [
        ("rude@example.ORG", &[][..], &["email: denylisted"][..]),
        ("a@spam.example", &[], &["email: denylisted"]),
        ("fine@example.org", &["b@example.org", "a@mail.spam.example"], &["email_aliases.1: denylisted"]),
        ("rude@example.org", &["nobody"], &["email: denylisted", "email_aliases.0: email"]),
    ] {
        let refused = manager.post("/v1/customers", &customer(email, aliases)).await;
        assert_eq!(
            (refused.status, refused.errors()),
            (422, wrong.iter().map(|&w| w.to_owned()).collect()),
            "{email}"
        );
    }
    assert_eq!(
        (hits(&house, &manager, &address).await, hits(&house, &manager, &domain).await),
        (json!(2), json!(2))
    );
    assert_eq!(other.post("/v1/customers", &customer("rude@example.org", &[])).await.status, 201);
    assert_eq!(other.all("/v1/denylist").await.len(), 0);
    let again = manager.post("/v1/denylist", &json!({ "address": "RUDE@example.org" })).await;
    assert_eq!((again.status, again.errors()), (422, vec!["address: already_denylisted".to_owned()]));
    let listed = manager.all("/v1/denylist").await;
    assert_eq!(
        (listed.len(), &listed[0]["id"], &listed[1]["reason"]),
        (2, &domain["id"], &json!("Was rude"))
    );
    for entry in listed {
        assert_eq!(
            manager.delete(&format!("/v1/denylist/{}", entry["id"].as_str().unwrap())).await.status,
            204
        );
    }
    for email in ["rude@example.org", "a@spam.example"] {
        assert_eq!(manager.post("/v1/customers", &customer(email, &[])).await.status, 201);
    }
    assert_eq!(house.dead_letters().await.len(), 0);
}

/// DEN-1. Whoever is a customer may stay one, but gets no denied address.
#[tokio::test(flavor = "multi_thread")]
async fn a_customer_whose_address_is_denied_later_can_be_changed_but_gets_no_other_denied_one() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let ada = manager.post("/v1/customers", &customer("ada@spam.example", &[])).await.id();
    let path = format!("/v1/customers/{ada}");
    let entry = deny(&manager, &json!({ "domain": "spam.example" })).await;
    assert_eq!(manager.patch(&path, &json!({ "fax": "1" })).await.status, 200);
    let refused = manager.patch(&path, &json!({ "email_aliases": ["al@spam.example"] })).await;
    assert_eq!((refused.status, refused.errors()), (422, vec!["email_aliases.0: denylisted".to_owned()]));
    assert_eq!(hits(&house, &manager, &entry).await, json!(1));
}

/// DEN-1. An entry ends by itself.
#[tokio::test(flavor = "multi_thread")]
async fn an_entry_that_has_expired_no_longer_counts_and_can_be_made_again() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let soon = house.running.clock.now() + jiff::SignedDuration::from_mins(10);
    let entry = json!({ "address": "rude@example.org", "expires_at": soon.to_string() });
    let path = format!("/v1/denylist/{}", deny(&manager, &entry).await["id"].as_str().unwrap());
    assert_eq!(manager.post("/v1/customers", &customer("rude@example.org", &[])).await.status, 422);
    house.advance(600).await;
    assert_eq!((manager.get(&path).await.status, manager.delete(&path).await.status), (404, 404));
    assert_eq!(manager.all("/v1/denylist").await.len(), 0);
    assert_eq!(manager.post("/v1/customers", &customer("rude@example.org", &[])).await.status, 201);
    let late = manager.post("/v1/denylist", &entry).await;
    assert_eq!(late.errors(), ["expires_at: in_the_past"]);
    deny(&manager, &json!({ "address": "rude@example.org" })).await;
}

/// DEN-1. Inviting and signing in consult it; the answers tell nothing.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_denied_can_neither_activate_nor_sign_in() {
    let house = House::start().await;
    let (manager, representative) = house.demo().await;
    let denied = deny(&manager, &json!({ "address": "representative@demo.example" })).await;
    let asked = json!({ "login": "representative@demo.example", "password": deskhand::PASSWORD });
    let refused = house.visitor().post("/v1/sign-in", &asked).await;
    assert_eq!((refused.status, refused.problem().as_str()), (401, "sign_in_refused"));
    assert_eq!(hits(&house, &manager, &denied).await, json!(1));
    drop(representative);
    let service = manager.post("/v1/services", &json!({ "name": "Wires" })).await.id();
    let import = manager.preview(b"email,last_name\nlate@example.org,Late\n").await;
    manager.confirm(&import, &json!({ "service_ids": [service], "send_activation": true })).await;
    let path = format!("/v1/activations/{}", house.letter_to("late@example.org").await.token());
    assert_eq!(house.visitor().get(&path).await.status, 200);
    let entry = deny(&manager, &json!({ "domain": "example.org" })).await;
    let refused = house.visitor().put(&path, &json!({ "password": PASSWORD })).await;
    assert_eq!((refused.status, refused.problem().as_str()), (404, "link_invalid"));
    assert_eq!(hits(&house, &manager, &entry).await, json!(1));
}

/// DEN-1. Nobody shuts themselves out.
#[tokio::test(flavor = "multi_thread")]
async fn a_manager_can_not_deny_themselves() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    for (entry, wrong) in [
        (json!({ "address": "ACME@house.example" }), "address: denies_yourself"),
        (json!({ "domain": "house.example" }), "domain: denies_yourself"),
    ] {
        assert_eq!(manager.post("/v1/denylist", &entry).await.errors(), [wrong]);
    }
}

/// CUS-8. In one go: there is no moment at which they could come back.
#[tokio::test(flavor = "multi_thread")]
async fn a_customer_who_is_deleted_and_denied_can_not_come_back_under_any_address() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let ada = manager
        .post("/v1/customers", &customer("ada@example.org", &["al@example.org", "a@example.com"]))
        .await
        .id();
    let soon = house.running.clock.now() + jiff::SignedDuration::from_hours(1);
    deny(&manager, &json!({ "address": "al@example.org", "expires_at": soon.to_string() })).await;
    deny(&manager, &json!({ "address": "a@example.com", "reason": "first" })).await;
    let path = format!("/v1/customers/{ada}");
    let long = "x".repeat(256);
    for (query, wrong) in [
        ("denylist=perhaps", "denylist: wrong_type"),
        (&format!("denylist=true&reason={long}"), "reason: too_long"),
    ] {
        let refused = manager.delete(&format!("{path}?{query}")).await;
        assert_eq!((refused.status, refused.errors()), (422, vec![wrong.to_owned()]));
    }
    assert_eq!(manager.get(&path).await.status, 200, "what is refused is not done by half");
    assert_eq!(manager.delete(&format!("{path}?denylist=true&reason=Rude")).await.status, 204);
    house.advance(3601).await;
    let manager = house.sign_in("acme@house.example").await;
    for email in ["ada@example.org", "AL@example.org", "a@example.com"] {
        let refused = manager.post("/v1/customers", &customer(email, &[])).await;
        assert_eq!(refused.errors(), ["email: denylisted"], "{email}");
    }
    let mut reasons: Vec<_> =
        manager.all("/v1/denylist").await.iter().map(|entry| entry["reason"].clone()).collect();
    reasons.sort_by_key(ToString::to_string);
    assert_eq!(reasons, ["Rude", "Rude", "first"], "one for each, for good");
}
