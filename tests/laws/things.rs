//! The part of the day in which contacts and devices come and go, see `everything.rs`.

use serde_json::{Value, json};
use testkit::{House, Person};

use crate::everything::{keyed, post};

/// Lives it.
pub(crate) async fn happen(house: &House, manager: &Person, company: &str) {
    contacts(house, manager, company).await;
    // Devices take their time, and tokens are good for a quarter of an hour.
    let manager = house.sign_in("day@house.example").await;
    devices(house, &manager, company).await;
}

async fn contacts(house: &House, manager: &Person, company: &str) {
    let body = json!({ "name": "Night", "company_access": [company] });
    let contact = format!("/v1/contacts/{}", keyed(manager, "/v1/contacts", (body, json!({}))).await);
    let more = post(manager, "/v1/companies", json!({ "name": "More" })).await;
    let renamed = json!({ "name": "Day", "company_access": [more] });
    assert_eq!(manager.patch(&contact, &renamed).await.status, 200);
    let user = format!("/v1/contacts/{}", manager.user["id"].as_str().unwrap());
    for (at, holder) in [&contact, &user].into_iter().enumerate() {
        let email = json!({ "address": format!("reach{at}@example.org"), "uses": ["alerts"] });
        let sms = json!({ "kind": "sms", "address": "+49 170 1234567", "uses": ["reports"] });
        keyed(manager, &format!("{holder}/methods"), (email, json!({}))).await;
        post(manager, &format!("{holder}/methods"), sms).await;
        let shown = manager.get(holder).await.json;
        let method = |at: usize| format!("{holder}/methods/{}", shown["methods"][at]["id"].as_str().unwrap());
        reached(house, manager, (&method(0), &format!("reach{at}@example.org"))).await;
        called(house, manager, &method(1)).await;
    }
    for query in ["", "?text=nobody"] {
        manager.all(&format!("/v1/contacts{query}")).await;
    }
    house.quiet().await;
    assert_eq!(manager.delete(&contact).await.status, 204);
}

/// An e-mail address is asked twice, confirmed, tested, and becomes another.
async fn reached(house: &House, manager: &Person, (method, address): (&str, &str)) {
    house.quiet().await;
    house.advance(61).await;
    let again = format!("{method}/verification");
    assert_eq!(manager.with("idempotency-key", &again).post(&again, &json!({})).await.status, 202);
    let soon = format!("{again} soon");
    assert_eq!(manager.with("idempotency-key", &soon).post(&again, &json!({})).await.status, 429);
    let path = format!("/v1/contact-methods/{}", house.letter_to(address).await.token());
    assert_eq!(house.visitor().get(&path).await.status, 200);
    assert_eq!(house.visitor().put(&path, &Value::Null).await.status, 204);
    let test = format!("{method}/test");
    assert_eq!(manager.with("idempotency-key", &test).post(&test, &json!({})).await.status, 202);
    let soon = format!("{test} soon");
    assert_eq!(manager.with("idempotency-key", &soon).post(&test, &json!({})).await.status, 429);
    let other = json!({ "address": format!("other.{address}") });
    assert_eq!(manager.patch(method, &other).await.status, 200);
}

/// A number is sent a text message and called, and goes.
async fn called(house: &House, manager: &Person, method: &str) {
    for kind in ["sms", "phone"] {
        assert_eq!(manager.patch(method, &json!({ "kind": kind })).await.status, 200);
        assert_eq!(manager.post(&format!("{method}/test"), &json!({})).await.status, 202);
        house.quiet().await;
    }
    assert_eq!(manager.delete(method).await.status, 204);
}

async fn devices(house: &House, manager: &Person, company: &str) {
    let body = json!({ "name": "Till", "hostname": "till-3", "company_id": company });
    let device = keyed(manager, "/v1/devices", (body, json!({}))).await;
    let path = format!("/v1/devices/{device}");
    let there = post(manager, "/v1/companies", json!({ "name": "There" })).await;
    assert_eq!(manager.patch(&path, &json!({ "company_id": there })).await.status, 200);
    let keyed_key = manager.with("idempotency-key", "key").post(&format!("{path}/key"), &json!({})).await;
    assert_eq!(keyed_key.status, 201);
    let stale = manager.with("idempotency-key", "stale key").with("if-match", "\"99\"");
    assert_eq!(stale.post(&format!("{path}/key"), &json!({})).await.status, 412);
    let mut itself = house.visitor();
    itself.token = keyed_key.json["key"].as_str().map(str::to_owned);
    for _ in 0..2 {
        assert_eq!(itself.post(&format!("{path}/reports"), &Value::Null).await.status, 204);
        house.advance(200).await;
        house.strike("WatchDevices").await;
    }
    house.advance(301).await;
    house.strike("WatchDevices").await;
    assert_eq!(manager.get(&path).await.json["online"], false);
    for query in ["", "?sort=last_seen", "?text=till", &format!("?company_id={there}")] {
        manager.all(&format!("/v1/devices{query}")).await;
    }
    let body = |filter: Value| json!({ "company_id": company, "filter": filter });
    keyed(manager, "/v1/devices/move", (json!({ "company_id": company, "device_ids": [device] }), json!({})))
        .await;
    for filter in [json!({ "text": "till" }), json!({ "company_id": there }), json!({ "sort": "last_seen" })]
    {
        assert_eq!(manager.post("/v1/devices/move", &body(filter)).await.json["moved"], 0);
    }
    assert_eq!(manager.delete(&format!("/v1/companies/{company}")).await.status, 409, "it has a device");
    assert_eq!(manager.delete(&path).await.status, 204);
}
