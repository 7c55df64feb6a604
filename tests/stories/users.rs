//! Managers add users, say what they may do, suspend and delete them.

use domain::user::Role;
use serde_json::{Value, json};
use testkit::{House, PASSWORD, Person};

pub(crate) fn body(name: &str) -> Value {
    json!({ "first_name": name, "last_name": "Lind", "login": format!("{name}@house.example"), "company_access": "all",
        "modules": ["service_desk"] })
}

fn with(mut body: Value, more: &Value) -> Value {
    let (body_map, more) = (body.as_object_mut().unwrap(), more.as_object().unwrap());
    body_map.extend(more.clone());
    body
}

/// Follows the newest link of the mail, sets a password, and signs in.
pub(crate) async fn come_in(house: &House, login: &str) -> Person {
    let link = format!("/v1/activations/{}", house.letter_to(login).await.token());
    assert_eq!(house.visitor().put(&link, &json!({ "password": PASSWORD })).await.status, 204);
    house.sign_in(login).await
}

/// PPL-4, PPL-5.
#[tokio::test(flavor = "multi_thread")]
async fn a_user_who_is_added_gets_a_mail_sets_a_password_and_comes_in() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let added =
        manager.post("/v1/users", &with(body("rosa"), &json!({ "locale": "de", "custom": "4711" }))).await;
    assert_eq!((added.status, added.json["status"].as_str()), (201, Some("invited")), "{added:?}");
    assert_eq!(added.json["screen_name"], "rosa Lind");
    let first = house.letter_to("rosa@house.example").await;
    assert!(first.subject.contains("Einladung"), "{first:?}");
    let path = added.headers["location"].clone();
    let again = format!("{path}/invitation");
    assert_eq!(manager.post(&again, &json!({})).await.status, 429, "one a minute");
    house.advance(61).await;
    assert_eq!(manager.post(&again, &json!({})).await.status, 202);
    let dead = format!("/v1/activations/{}", first.token());
    assert_eq!(house.visitor().get(&dead).await.status, 404, "the older link is dead");
    let rosa = come_in(&house, "rosa@house.example").await;
    assert_eq!(rosa.user["role"], "representative");
    assert_eq!(manager.get(&path).await.json["status"], "active");
    assert_eq!(manager.post(&again, &json!({})).await.problem(), "user_active");
}

/// PPL-3, DEN-1.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_new_user_is_told_at_once() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    manager.post("/v1/denylist", &json!({ "domain": "spam.example" })).await;
    let wrong = json!({ "login": "x@spam.example", "last_name": "L", "rights": ["run_reports"],
        "company_access": ["cmp_01a1ffe7e37771e3b9ffc1e5b66eeefe"], "seats": { "service_desk": "named" } });
    let refused = manager.post("/v1/users", &wrong).await;
    let fields: Vec<_> =
        refused.json["errors"].as_array().unwrap().iter().map(|e| e["field"].as_str().unwrap()).collect();
    let expected =
        ["first_name", "login", "email", "rights", "modules", "seats.service_desk", "company_access.0"];
    assert_eq!((refused.status, fields.as_slice()), (422, expected.as_slice()));
    assert!(house.letters_to("x@spam.example").await.is_empty());
    let taken = manager.post("/v1/users", &body("mo")).await;
    assert_eq!(taken.json["errors"][0]["code"], "login_taken", "{taken:?}");
}

/// PPL-9: within a minute, because a warm function takes a sign-in to be good for that long.
#[tokio::test(flavor = "multi_thread")]
async fn who_is_suspended_is_out_within_a_minute_and_may_come_back() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let path = manager.post("/v1/users", &body("rosa")).await.headers["location"].clone();
    let rosa = come_in(&house, "rosa@house.example").await;
    let suspended = manager.patch(&path, &json!({ "status": "suspended" })).await;
    assert_eq!((suspended.status, suspended.json["status"].as_str()), (200, Some("suspended")));
    house.advance(60).await;
    assert_eq!(rosa.get("/v1/customers").await.status, 401);
    let sign_in = json!({ "login": "rosa@house.example", "password": PASSWORD });
    assert_eq!(house.visitor().post("/v1/sign-in", &sign_in).await.status, 401);
    assert_eq!(manager.patch(&path, &json!({ "status": "active" })).await.status, 200);
    house.sign_in("rosa@house.example").await;
}

/// PPL-11.
#[tokio::test(flavor = "multi_thread")]
async fn names_and_addresses_of_an_active_user_are_their_own_to_change() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let path = manager.post("/v1/users", &body("rosa")).await.headers["location"].clone();
    assert_eq!(manager.patch(&path, &json!({ "last_name": "Lund" })).await.status, 200, "still invited");
    let rosa = come_in(&house, "rosa@house.example").await;
    let refused = manager.patch(&path, &json!({ "last_name": "Land", "email": "r@house.example" })).await;
    let codes: Vec<_> =
        refused.json["errors"].as_array().unwrap().iter().map(|e| e["code"].clone()).collect();
    assert_eq!((refused.status, codes), (422, vec![json!("own_alone"); 2]));
    assert_eq!(manager.patch(&path, &json!({ "screen_name": "Desk" })).await.status, 200);
    assert_eq!(rosa.patch("/v1/me", &json!({ "last_name": "Land" })).await.status, 200);
}

/// PPL-1. The account always has a manager.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_demotes_or_deletes_themselves_and_two_managers_can_not_remove_each_other() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let own = format!("/v1/users/{}", manager.user["id"].as_str().unwrap());
    let less = json!({ "role": "representative" });
    assert_eq!(manager.patch(&own, &less).await.problem(), "not_yourself");
    assert_eq!(manager.delete(&own).await.problem(), "not_yourself");
    let second = house.staff(&manager, Role::CompanyManager, "second").await;
    let other = format!("/v1/users/{}", second.user["id"].as_str().unwrap());
    let key = manager.program(&["users:write"]).await;
    assert_eq!(key.delete(&own).await.problem(), "not_yourself", "a key is its owner");
    let api = house.staff(&manager, Role::ApiManager, "api").await;
    let program = api.program(&["users:write"]).await;
    assert_eq!(program.delete(&other).await.problem(), "manager_needed", "a program removes no manager");
    let (one, two) = tokio::join!(manager.delete(&other), second.delete(&own));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert!([[204, 401], [204, 404], [204, 409]].contains(&statuses), "{one:?} {two:?}");
}
