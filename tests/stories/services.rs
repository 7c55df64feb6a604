//! Services.

use serde_json::json;
use testkit::House;

/// SVC-1, COM-1.
#[tokio::test(flavor = "multi_thread")]
async fn a_manager_adds_opens_and_changes_services() {
    let house = House::start().await;
    let (manager, other) = (house.manager("acme").await, house.manager("other").await);
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let foreign = other.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let added = manager
        .post("/v1/services", &json!({ "name": "Réseau", "description": "Lines", "company_ids": [company] }))
        .await;
    assert_eq!(
        (added.status, &added.json["company_ids"], &added.json["status"]),
        (201, &json!([company]), &json!("active"))
    );
    let path = format!("/v1/services/{}", added.id());
    let taken = manager.post("/v1/services", &json!({ "name": "RESEAU" })).await;
    assert_eq!(taken.errors(), ["name: name_taken"]);
    for refused in [
        manager.post("/v1/services", &json!({ "name": "New", "company_ids": [company, foreign] })).await,
        manager.patch(&path, &json!({ "company_ids": [company, foreign] })).await,
    ] {
        assert_eq!(
            (refused.status, refused.errors()),
            (422, vec!["company_ids.1: company_unknown".to_owned()]),
            "another account's company"
        );
    }
    let changed = manager.patch(&path, &json!({ "name": "Lignes", "company_ids": [] })).await;
    assert_eq!(
        (changed.status, &changed.json["name"], &changed.json["description"]),
        (200, &json!("Lignes"), &json!("Lines"))
    );
    let second = manager.post("/v1/services", &json!({ "name": "reseau" })).await;
    assert_eq!(second.status, 201, "the old name is free");
    assert_eq!(
        manager.post("/v1/services", &json!({ "description": "d".repeat(2001) })).await.errors(),
        ["description: too_long", "name: required"]
    );
    assert_eq!(manager.all("/v1/services").await.len(), 3, "an account is opened with one");
}

/// SVC-1, CUS-3. Whoever has a retired service keeps it through later changes; nobody else gets it.
#[tokio::test(flavor = "multi_thread")]
async fn a_retired_service_stays_with_those_who_have_it() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let service = manager.post("/v1/services", &json!({ "name": "Fax" })).await.id();
    let given = json!([{ "service_id": service }]);
    let ada = manager.post("/v1/customers", &json!({ "last_name": "L", "email": "ada@example.org", "services": given, "portal_access": "standard" })).await;
    assert_eq!(ada.status, 201, "{ada:?}");
    for _ in 0..2 {
        assert_eq!(manager.delete(&format!("/v1/services/{service}")).await.status, 204, "twice is once");
    }
    assert_eq!(manager.get(&format!("/v1/services/{service}")).await.json["status"], "retired");
    let kept =
        manager.patch(&format!("/v1/customers/{}", ada.id()), &json!({ "job_title": "Countess" })).await;
    assert_eq!((kept.status, &kept.json["services"][0]["service_id"]), (200, &json!(service)));
    let refused = manager
        .post("/v1/customers", &json!({ "last_name": "T", "email": "alan@example.org", "services": given }))
        .await;
    assert_eq!(
        (refused.status, refused.errors()),
        (422, vec!["services.0.service_id: service_retired".to_owned()])
    );
    let import = manager.preview(testkit::Table::people("p", 1)).await;
    let refused = manager
        .post(
            &format!("/v1/imports/{}/confirm", import["id"].as_str().unwrap()),
            &json!({ "service_ids": [service] }),
        )
        .await;
    assert_eq!(refused.errors(), ["service_ids.0: service_retired"]);
}
