//! A CSV becomes customers.

use serde_json::json;
use testkit::{House, Table};

/// IMP-1, IMP-4, IMP-5, CUS-4.
#[tokio::test(flavor = "multi_thread")]
async fn a_csv_becomes_customers_with_companies_services_and_activation_mails() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let service = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let table = Table::new("E-Mail,first_name,Last Name,company,shoe_size")
        .row("ada@example.org,Ada,Lovelace,Engines,38")
        .row("ADA@example.org,Ada,Byron,Engines,38")
        .row("nobody,No,Body,,")
        .row("alan@example.org,Alan,Turing, engines ,42");
    let preview = manager.preview(table).await;
    assert_eq!(
        preview["counts"],
        json!({ "rows": 4, "create": 2, "update": 0, "exists": 0, "duplicate": 1, "invalid": 1, "denylisted": 0, "written": 0 })
    );
    assert_eq!(preview["unknown_columns"], json!(["shoe_size"]));
    assert_eq!(
        manager.get("/v1/customers").await.json["items"],
        json!([]),
        "nothing is written before confirm"
    );
    let done = manager.confirm(&preview, &json!({ "service_ids": [service], "send_activation": true })).await;
    assert_eq!((&done["state"], &done["counts"]["written"]), (&json!("done"), &json!(2)));
    let customers = manager.all("/v1/customers").await;
    let told: Vec<_> = customers
        .iter()
        .map(|c| (c["last_name"].as_str().unwrap(), c["company"]["name"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [("Lovelace", "Engines"), ("Turing", "Engines")]);
    let link = house.letter_to("ada@example.org").await.token();
    let activation = house.visitor().get(&format!("/v1/activations/{link}")).await;
    assert_eq!(
        (&activation.json["kind"], &activation.json["first_name"]),
        (&json!("customer"), &json!("Ada"))
    );
    assert_eq!(house.dead_letters().await.len(), 0);
}
