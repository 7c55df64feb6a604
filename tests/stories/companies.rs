//! Companies.

use serde_json::json;
use testkit::House;

/// COM-1.
#[tokio::test(flavor = "multi_thread")]
async fn a_manager_adds_finds_renames_and_deletes_companies() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let added = manager.post("/v1/companies", &json!({ "name": "  Café   Nord " })).await;
    assert_eq!(added.status, 201);
    let path = format!("/v1/companies/{}", added.id());
    assert_eq!(
        (added.headers["location"].as_str(), added.headers.contains_key("etag")),
        (path.as_str(), true)
    );
    manager.post("/v1/companies", &json!({ "name": "Zebra" })).await;
    for text in ["cafe", "CAFÉ N", "caf%C3%A9"] {
        let found = manager.get(&format!("/v1/companies?text={}", text.replace(' ', "%20"))).await;
        assert_eq!(found.json["items"].as_array().unwrap().len(), 1, "{text}");
    }
    let renamed = manager.patch(&path, &json!({ "name": "Café Süd" })).await;
    assert_eq!((renamed.status, &renamed.json["name"]), (200, &json!("Café Süd")));
    assert_eq!(
        manager.post("/v1/companies", &json!({ "name": "Café Nord" })).await.status,
        201,
        "the old name is free"
    );
    assert_eq!(manager.delete(&path).await.status, 204);
    assert_eq!((manager.get(&path).await.status, manager.delete(&path).await.status), (404, 404));
    assert_eq!(
        manager.post("/v1/companies", &json!({ "name": "Café Süd" })).await.status,
        201,
        "and so is that of a deleted one"
    );
}

/// COM-1.
#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_taken_whatever_its_case_accents_and_blanks() {
    let house = House::start().await;
    let (manager, other) = (house.manager("acme").await, house.manager("other").await);
    manager.post("/v1/companies", &json!({ "name": "Café Nord" })).await;
    let zebra = manager.post("/v1/companies", &json!({ "name": "Zebra" })).await.id();
    for name in ["café nord", "CAFE  NORD", "Cafe\u{301} Nord"] {
        let refused = manager.post("/v1/companies", &json!({ "name": name })).await;
        assert_eq!((refused.status, refused.errors()), (422, vec!["name: name_taken".to_owned()]), "{name}");
        assert_eq!(
            manager.patch(&format!("/v1/companies/{zebra}"), &json!({ "name": name })).await.errors(),
            ["name: name_taken"]
        );
    }
    assert_eq!(
        manager.patch(&format!("/v1/companies/{zebra}"), &json!({ "name": "ZEBRA" })).await.status,
        200,
        "one's own name"
    );
    assert_eq!(
        other.post("/v1/companies", &json!({ "name": "Café Nord" })).await.status,
        201,
        "another account knows nothing of it"
    );
    for (name, code) in [("   ", "name: required"), (&*"x".repeat(256), "name: too_long")] {
        assert_eq!(manager.post("/v1/companies", &json!({ "name": name })).await.errors(), [code]);
    }
}

/// COM-1. The answer says what is left, in the reader's language.
#[tokio::test(flavor = "multi_thread")]
async fn a_company_that_still_has_customers_is_not_deleted() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let ada = manager
        .post(
            "/v1/customers",
            &json!({ "last_name": "L", "email": "ada@example.org", "company_id": company }),
        )
        .await
        .id();
    let refused = manager.delete(&format!("/v1/companies/{company}")).await;
    assert_eq!((refused.status, refused.problem().as_str()), (409, "in_use"));
    assert!(refused.json["detail"].as_str().unwrap().contains("Kunden"), "{}", refused.json["detail"]);
    assert_eq!(manager.delete(&format!("/v1/customers/{ada}")).await.status, 204);
    assert_eq!(manager.delete(&format!("/v1/companies/{company}")).await.status, 204);
}
