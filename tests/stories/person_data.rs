//! Somebody asks what is kept about them.

use reqwest::Method;
use serde_json::{Value, json};
use testkit::House;

/// ERA-1's other half: the person's own request.
#[tokio::test(flavor = "multi_thread")]
async fn a_manager_downloads_everything_that_is_kept_about_a_customer_and_nothing_of_others() {
    let house = House::start().await;
    let (manager, other) = (house.manager("acme").await, house.manager("other").await);
    let service = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let file = "email,first_name,last_name,company,notes\nbo@example.org,Bo,Berg,Engines,b\nada@example.org,Ada,Lovelace,Engines,first\n";
    let import = manager.preview(file.as_bytes()).await;
    manager.confirm(&import, &json!({ "service_ids": [service], "send_activation": true })).await;
    let ada = manager.get("/v1/customers?text=ada").await.json["items"][0]["id"].as_str().unwrap().to_owned();
    manager.patch(&format!("/v1/customers/{ada}"), &json!({ "job_title": "Countess" })).await;
    house.quiet().await;
    let path = format!("/v1/customers/{ada}/data");
    let led = manager.get(&path).await;
    assert_eq!(led.status, 303, "{led:?}");
    let file = manager.send(Method::GET, &led.headers["location"], None).await;
    assert!(file.headers["content-disposition"].contains("attachment"), "{file:?}");
    let data = &file.json;
    assert_eq!(
        (&data["customer"]["email"], &data["customer"]["company"]["name"], &data["services"][0]["name"]),
        (&json!("ada@example.org"), &json!("Engines"), &json!("Help desk"))
    );
    assert_eq!(
        (&data["import_row"]["import_id"], &data["import_row"]["row"], &data["import_row"]["values"][4]),
        (&import["id"], &json!(2), &json!(["notes", "first"]))
    );
    let records = data["records"].as_array().unwrap();
    let is = |record: &&Value, kind: &str| record["type"] == kind;
    let mail = records.iter().find(|record| is(record, "mail")).unwrap();
    assert_eq!(
        (&mail["kind"], &mail["to"]["id"], &mail["state"]),
        (&json!("activation"), &json!(ada), &json!("sent"))
    );
    let change = records.iter().find(|record| record["name"] == "customer.changed").unwrap();
    assert_eq!(change["personal"], json!(["job_title"]), "that it was changed, not to what");
    assert!(!file.text.contains("Berg") && !file.text.contains("bo@"), "{}", file.text);
    assert_eq!(other.get(&path).await.status, 404);
}
