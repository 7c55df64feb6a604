//! The part of the day in which one company becomes part of another, see `everything.rs`.

use std::time::Duration;

use local::Trigger;
use serde_json::{Value, json};
use testkit::{House, Person};

use crate::{
    capacity::Asked,
    everything::{keyed, post},
};

/// Lives it: of each kind there is something in the company that goes, or around it.
pub(crate) async fn happen(house: &House, manager: &Person, into: &str) {
    let from = post(manager, "/v1/companies", json!({ "name": "Engnies" })).await;
    let customer = json!({ "last_name": "M", "email": "merged@example.org", "company_id": from });
    post(manager, "/v1/customers", customer).await;
    post(manager, "/v1/devices", json!({ "name": "Kiosk", "company_id": from })).await;
    post(manager, "/v1/contacts", json!({ "name": "Merged", "company_access": [from] })).await;
    let service = post(manager, "/v1/services", json!({ "name": "Merged", "company_ids": [from] })).await;
    let both = json!({ "company_ids": [from, into] });
    assert_eq!(manager.patch(&format!("/v1/services/{service}"), &both).await.status, 200);
    let user = json!({ "first_name": "M", "last_name": "M", "login": "merged@staff.example", "company_access": [from],
        "modules": ["service_desk"] });
    post(manager, "/v1/users", user).await;
    post(manager, "/v1/portals", json!({ "slug": "merged", "name": "Merged", "company_id": from })).await;
    house.quiet().await;
    let path = format!("/v1/companies/{into}/merge");
    let preview = manager.post(&format!("{path}?dry_run=true"), &json!({ "company_id": from })).await;
    assert_eq!(
        preview.json["moves"],
        json!({ "customers": 1, "devices": 1, "users": 1, "contacts": 1, "services": 1 })
    );
    let refused = manager.delete(&format!("/v1/companies/{from}")).await;
    assert_eq!(refused.status, 409);
    let merge = keyed(manager, &path, (json!({ "company_id": from }), json!({}))).await;
    house.advance(36).await;
    let done = manager.watch(&format!("/v1/companies/merges/{merge}"), &["done"]).await;
    assert_eq!(done["moved"], preview.json["moves"]);
    house.quiet().await;
    manager.all("/v1/companies/merges").await;
}

/// One merge that was asked for, and one to ask for.
pub(crate) async fn asked(manager: &Person) -> Vec<Asked> {
    let company = async |name: &str| manager.post("/v1/companies", &json!({ "name": name })).await.id();
    let (one, two, three) = (company("One").await, company("Two").await, company("Three").await);
    let four = company("Four").await;
    let path = |into: &str| format!("/v1/companies/{into}/merge");
    let known = manager.post(&path(&two), &json!({ "company_id": one })).await.id();
    let ask = |method, path: &str, body: Value| Asked::new(manager, method, path, body);
    vec![
        ask("POST", &path(&four), json!({ "company_id": three })),
        ask("GET", "/v1/companies/merges", Value::Null),
        ask("GET", &format!("/v1/companies/merges/{known}"), Value::Null),
    ]
}

/// COM-1. A merge waits for requests that were under way when it began: none may take longer than that.
#[tokio::test(flavor = "multi_thread")]
async fn no_function_that_answers_requests_takes_longer_than_a_merge_waits() {
    let house = House::start().await;
    let wait = domain::company::merge::UNDER_WAY.unsigned_abs();
    let functions = &house.running.template().functions;
    let answers = |trigger: &Trigger| matches!(trigger, Trigger::Http { .. });
    let mut asked = functions.iter().filter(|function| function.triggers.iter().any(answers));
    assert!(asked.all(|function| function.timeout + Duration::from_secs(5) < wait));
}
