//! Mass changes that are asked for wrongly, twice, stopped, or meet somebody who changes the same customers.

use serde_json::json;
use testkit::{House, Table};

const PATH: &str = "/v1/customers/access";

/// CUS-6. One answer names all that is wrong; all customers are meant only when somebody says so.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_mass_change_is_named_at_once() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let service = manager.post("/v1/services", &json!({ "name": "Desk" })).await.id();
    let gone = manager.post("/v1/services", &json!({ "name": "Gone" })).await.id();
    manager.delete(&format!("/v1/services/{gone}")).await;
    let unknown = service.replace("svc_0", "svc_1");
    let errors = async |body| manager.post(PATH, &body).await.errors();
    assert_eq!(errors(json!({})).await, ["customer_ids: one_selection", "portal_access: nothing_to_change"]);
    assert_eq!(
        errors(json!({ "all": true, "filter": {}, "portal_access": "none" })).await,
        ["customer_ids: one_selection", "filter: filter_empty"]
    );
    let set = json!([{ "service_id": service }, { "service_id": gone }, { "service_id": unknown }]);
    assert_eq!(
        errors(json!({ "all": true, "set_services": set, "remove_services": [service, unknown] })).await,
        [
            "remove_services.1: service_unknown",
            "set_services.0.service_id: service_set_and_removed",
            "set_services.1.service_id: service_retired",
            "set_services.2.service_id: service_unknown"
        ]
    );
    let ids: Vec<_> = (0..1001).map(|at| format!("cus_{at:032x}")).collect();
    assert_eq!(
        errors(json!({ "customer_ids": ids, "portal_access": "none" })).await,
        ["customer_ids: too_long"]
    );
    let wrong = json!({ "filter": { "company_id": "cus_x", "shoe_size": 44 }, "portal_access": "all" });
    assert_eq!(errors(wrong).await, ["filter.company_id: wrong_type", "portal_access: wrong_type"]);
}

/// API-2. Asked twice with one key, it is one job.
#[tokio::test(flavor = "multi_thread")]
async fn a_mass_change_asked_for_twice_with_one_key_is_one() {
    let house = House::start().await;
    let manager = house.manager("acme").await.with("idempotency-key", "once");
    let body = json!({ "all": true, "portal_access": "none" });
    let (first, second) = (manager.post(PATH, &body).await, manager.post(PATH, &body).await);
    assert_eq!((first.status, first.id()), (202, second.id()));
    let path = format!("{PATH}/{}", first.id());
    let done = manager.watch(&path, &["done"]).await;
    assert_eq!((&done["progress"]["total"], &done["counts"]["changed"]), (&json!(0), &json!(0)));
    let late = manager.with("idempotency-key", "other").post(&format!("{path}/cancel"), &json!({})).await;
    assert_eq!((late.status, late.problem().as_str()), (409, "wrong_state"));
}

/// CUS-6. It stops soon, and the counts say how many have changed.
#[tokio::test(flavor = "multi_thread")]
async fn a_mass_change_that_is_cancelled_stops_and_its_counts_are_true() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let import = manager.preview(Table::people("p", 6000)).await;
    manager.confirm(&import, &json!({})).await;
    let path = manager.ask_for(PATH, &json!({ "all": true, "portal_access": "company" })).await;
    while manager.get(&path).await.json["counts"]["changed"] == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    let asked = manager.post(&format!("{path}/cancel"), &json!({})).await;
    assert_eq!((asked.status, &asked.json["cancel_requested"]), (202, &json!(true)));
    let stopped = manager.watch(&path, &["cancelled", "done"]).await;
    let changed = stopped["counts"]["changed"].as_u64().unwrap();
    assert!(stopped["state"] == "cancelled" && (1..6000).contains(&changed), "{stopped}");
    let there = manager.all("/v1/customers?portal_access=company").await.len() as u64;
    assert_eq!(there, changed);
}

/// CUS-6. A customer whom somebody changes at the same moment keeps both changes.
#[tokio::test(flavor = "multi_thread")]
async fn customers_who_are_changed_meanwhile_keep_both_changes() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let import = manager.preview(Table::people("p", 1500)).await;
    manager.confirm(&import, &json!({})).await;
    let customers = manager.all("/v1/customers?sort=newest").await;
    let some: Vec<_> = customers.iter().step_by(10).map(|line| line["id"].as_str().unwrap()).collect();
    let path = manager.ask_for(PATH, &json!({ "all": true, "portal_access": "company" })).await;
    for id in &some {
        let changed = manager.patch(&format!("/v1/customers/{id}"), &json!({ "job_title": "Clerk" })).await;
        assert!([200, 412].contains(&changed.status), "{changed:?}");
        if changed.status == 412 {
            manager.patch(&format!("/v1/customers/{id}"), &json!({ "job_title": "Clerk" })).await;
        }
    }
    let done = manager.watch(&path, &["done"]).await;
    assert_eq!(done["counts"], json!({ "changed": 1500, "unchanged": 0, "skipped": 0 }));
    for id in &some {
        let shown = manager.get(&format!("/v1/customers/{id}")).await.json;
        assert_eq!((&shown["job_title"], &shown["portal_access"]), (&json!("Clerk"), &json!("company")));
    }
}
