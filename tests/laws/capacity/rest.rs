//! What is asked for now and then: by devices, readers of mail, customers who stay, and whoever changes their mind.

use serde_json::{Value, json};
use testkit::{House, Person};

use super::Asked;

/// All of it, in an order in which it can be asked for.
pub(super) async fn asked(house: &House) -> Vec<Asked> {
    let manager = house.manager("rest").await;
    let mut asked = methods(house, &manager).await;
    let denial = manager.post("/v1/denylist", &json!({ "domain": "unwelcome.example" })).await.id();
    let denial = format!("/v1/denylist/{denial}");
    let service = manager.post("/v1/services", &json!({ "name": "Rest" })).await.id();
    let import = manager.post("/v1/imports", &json!({ "file_name": "a.csv", "size": 10 })).await.id();
    let (erasure, picture) = (erasure(&manager).await, picture(house, &manager).await);
    let (logo, report) = (logo(house, &manager).await, report(house, &manager).await);
    let ina = house.customer(&manager, "ina@example.org").await.with("x-deskhand", "1");
    house.advance(61).await;
    let ask = |method, path: &str, body: Value| Asked::new(&manager, method, path, body);
    asked.extend([
        ask("GET", &denial, Value::Null),
        ask("DELETE", &denial, Value::Null),
        ask("DELETE", &format!("/v1/services/{service}"), Value::Null),
        ask("GET", "/v1/imports/sample.csv", Value::Null),
        ask("POST", &format!("/v1/imports/{import}/cancel"), json!({})),
        ask("GET", &erasure, Value::Null),
        ask("GET", "/health", Value::Null),
        ask("GET", "/v1/openapi.json", Value::Null),
        ask("GET", &picture, Value::Null),
        ask("GET", &logo, Value::Null),
        report,
        Asked::new(&ina, "POST", "/v1/portal/sign-in/refresh", json!({})),
    ]);
    asked
}

/// Work that is waited for, and stopped.
pub(super) async fn waited_for(house: &House) -> Vec<Asked> {
    let manager = house.manager("waits").await;
    let mut asked = vec![];
    for (path, wish) in [
        ("/v1/customers/access", json!({ "all": true, "portal_access": "none" })),
        ("/v1/exports", json!({})),
    ] {
        let work = manager.ask_for(path, &wish).await;
        asked.push(Asked::new(&manager, "POST", &format!("{work}/cancel"), json!({})));
    }
    asked.extend(crate::merges::asked(&manager).await);
    asked
}

/// Two e-mail addresses of a contact: one is confirmed, the other asked again.
async fn methods(house: &House, manager: &Person) -> Vec<Asked> {
    let contact = manager.post("/v1/contacts", &json!({ "name": "Reached" })).await.id();
    let contact = format!("/v1/contacts/{contact}");
    let mut methods = vec![];
    for address in ["one@rest.example", "two@rest.example"] {
        let method = json!({ "address": address, "uses": ["alerts"] });
        let added = manager.post(&format!("{contact}/methods"), &method).await.json;
        methods.push(added["methods"].as_array().unwrap().last().unwrap()["id"].as_str().unwrap().to_owned());
    }
    let link = format!("/v1/contact-methods/{}", house.letter_to("one@rest.example").await.token());
    let visitor = house.visitor();
    vec![
        Asked::new(&visitor, "GET", &link, Value::Null),
        Asked::new(&visitor, "PUT", &link, Value::Null),
        Asked::new(manager, "POST", &format!("{contact}/methods/{}/verification", methods[1]), json!({})),
    ]
}

/// Deletes a customer; where to see their erasure, once it is done.
async fn erasure(manager: &Person) -> String {
    let gone = json!({ "last_name": "Gone", "email": "gone@rest.example" });
    let gone = manager.post("/v1/customers", &gone).await.id();
    let path = manager.delete(&format!("/v1/customers/{gone}")).await.headers["location"].clone();
    manager.watch(&path, &["done"]).await;
    path
}

/// Gives a customer an avatar; where it is.
async fn picture(house: &House, manager: &Person) -> String {
    let seen = json!({ "last_name": "Seen", "email": "seen@rest.example" });
    let seen = manager.post("/v1/customers", &seen).await.id();
    assert_eq!(manager.give_avatar(&seen, testkit::picture(70)).await, 200);
    house.quiet().await;
    let shown = manager.get(&format!("/v1/customers/{seen}")).await;
    shown.json["avatar"]["small"].as_str().unwrap().to_owned()
}

/// Gives the account a logo; where it is.
async fn logo(house: &House, manager: &Person) -> String {
    assert_eq!(manager.give_logo(testkit::picture(70)).await, 200);
    house.quiet().await;
    let settings = manager.get("/v1/settings").await.json;
    settings["logo"]["value"]["address"].as_str().unwrap().to_owned()
}

/// A device reports with its key.
async fn report(house: &House, manager: &Person) -> Asked {
    let company = manager.post("/v1/companies", &json!({ "name": "Of devices" })).await.id();
    let device = json!({ "name": "Till", "company_id": company });
    let path = format!("/v1/devices/{}", manager.post("/v1/devices", &device).await.id());
    let mut itself = house.visitor();
    itself.token =
        manager.post(&format!("{path}/key"), &json!({})).await.json["key"].as_str().map(str::to_owned);
    Asked::new(&itself, "POST", &format!("{path}/reports"), Value::Null)
}
