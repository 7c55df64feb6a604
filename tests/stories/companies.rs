//! Companies.

use serde_json::json;
use testkit::{House, Table};

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

/// COM-1. The answer says what is left and how much, in the reader's language; when nothing is, the company goes.
#[tokio::test(flavor = "multi_thread")]
async fn a_company_is_not_deleted_as_long_as_anything_is_left_of_it() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let path = format!("/v1/companies/{company}");
    let import = manager.preview(Table::people("p", 1)).await;
    manager.confirm(&import, &json!({})).await;
    let customer = manager.all("/v1/customers").await[0]["id"].as_str().unwrap().to_owned();
    let device = manager.post("/v1/devices", &json!({ "name": "Till", "company_id": company })).await.id();
    let mut user = crate::users::body("ria");
    user["company_access"] = json!([company]);
    let things = [
        (
            format!("/v1/customers/{customer}"),
            json!({ "company_id": company }),
            json!({ "company_id": null }),
        ),
        (
            manager.post("/v1/users", &user).await.headers["location"].clone(),
            json!({}),
            json!({ "company_access": "all" }),
        ),
        (
            format!("/v1/contacts/{}", manager.post("/v1/contacts", &json!({ "name": "Night" })).await.id()),
            json!({ "company_access": [company] }),
            json!({ "company_access": "all" }),
        ),
        (
            format!("/v1/services/{}", manager.post("/v1/services", &json!({ "name": "Desk" })).await.id()),
            json!({ "company_ids": [company] }),
            json!({ "company_ids": [] }),
        ),
    ];
    for (path, with, _) in &things {
        assert_eq!(manager.patch(path, with).await.status, 200, "{path}");
    }
    house.quiet().await;
    let refused = manager.delete(&path).await;
    assert_eq!((refused.status, refused.problem().as_str()), (409, "in_use"));
    let told = "Kunden: 1; Geräte: 1; Benutzer mit Zugriff: 1; Kontakte: 1; dafür angebotene Services: 1";
    assert!(refused.json["detail"].as_str().unwrap().contains(told), "{}", refused.json["detail"]);
    for (path, _, without) in &things {
        assert_eq!(manager.patch(path, without).await.status, 200, "{path}");
        assert_eq!(manager.delete(&format!("/v1/companies/{company}")).await.status, 409, "{path}");
    }
    assert_eq!(manager.delete(&format!("/v1/devices/{device}")).await.status, 204);
    assert_eq!(manager.delete(&path).await.status, 204);
}

/// COM-1. Of many it is told that there are more.
#[tokio::test(flavor = "multi_thread")]
async fn of_a_large_company_it_is_told_that_more_than_a_hundred_are_left() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let table = (0..150).fold(Table::new("last_name,email,company"), |table, at| {
        table.row(&format!("P,p{at}@example.org,Engines"))
    });
    let import = manager.preview(table).await;
    manager.confirm(&import, &json!({})).await;
    let company = manager.all("/v1/companies").await[0]["id"].as_str().unwrap().to_owned();
    let refused = manager.delete(&format!("/v1/companies/{company}")).await;
    assert!(refused.json["detail"].as_str().unwrap().contains("customers: more than 100"), "{refused:?}");
    house.quiet().await;
    assert_eq!(manager.get(&format!("/v1/companies/{company}")).await.json["customers"], 150);
}
