//! The part of the day in which managers ask for background work.

use reqwest::Method;
use serde_json::json;
use testkit::{House, Person};

use crate::everything::{keyed, post};

const CHANGES: &str = "/v1/customers/access";
const EXPORTS: &str = "/v1/exports";

pub(crate) async fn happen(house: &House, manager: &Person, service: &str) {
    let person = json!({ "last_name": "J", "email": "job@example.org", "services": [], "company_id": null });
    post(manager, "/v1/customers", person).await;
    let change =
        json!({ "all": true, "portal_access": "company", "remove_services": [service], "send_mail": true });
    let change = format!("{CHANGES}/{}", keyed(manager, CHANGES, (change, json!({}))).await);
    let done = manager.watch(&change, &["done"]).await;
    assert!(done["counts"]["changed"] != 0 && done["counts"]["skipped"] != 0, "{done}");
    let led = manager.get(&format!("{change}/skipped.csv")).await;
    assert_eq!(manager.send(Method::GET, &led.headers["location"], None).await.status, 200);
    let wrong = json!({ "filter": { "text": 1 } });
    let export = format!("{EXPORTS}/{}", keyed(manager, EXPORTS, (json!({}), wrong)).await);
    let filter = json!({ "text": "engines" });
    for (path, wish) in [
        (CHANGES, json!({ "filter": filter, "portal_access": "none" })),
        (EXPORTS, json!({ "filter": filter })),
    ] {
        let path = manager.ask_for(path, &wish).await;
        manager.watch(&path, &["done"]).await;
    }
    assert_eq!(manager.get("/v1/customers?text=engines").await.status, 200);
    let done = manager.watch(&export, &["done"]).await;
    let file = manager.send(Method::GET, done["download"]["url"].as_str().unwrap(), None).await;
    assert_eq!(file.status, 200);
    manager.all(EXPORTS).await;
    manager.all(CHANGES).await;
    stopped(house, manager, (&change, &export)).await;
}

async fn stopped(house: &House, manager: &Person, (change, export): (&str, &str)) {
    for (list, body, ended) in
        [(CHANGES, json!({ "all": true, "portal_access": "none" }), change), (EXPORTS, json!({}), export)]
    {
        let keyed = manager.with("idempotency-key", &format!("cancel {list}"));
        let late = keyed.post(&format!("{ended}/cancel"), &json!({})).await;
        assert_eq!(late.status, 409, "{late:?}");
        // It may be over before it can be stopped; asked for often enough, one is stopped.
        let mut tries = 0;
        while manager
            .with("idempotency-key", &format!("{list} {tries}"))
            .post(&format!("{}/cancel", manager.ask_for(list, &body).await), &json!({}))
            .await
            .status
            != 202
        {
            tries += 1;
            assert!(tries < 20, "{list} is never stopped");
        }
    }
    house.quiet().await;
}
