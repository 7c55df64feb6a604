//! What managers and customers ask for in a day at the service desk.

use serde_json::{Value, json};
use testkit::{House, Person, Table};

use super::Asked;

/// All of it, in an order in which it can be asked for.
pub(super) async fn asked(house: &House) -> Vec<Asked> {
    let manager = house.manager("acme").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let spare = manager.post("/v1/companies", &json!({ "name": "Spare" })).await.id();
    let service = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let customer = manager.post("/v1/customers", &person("ada", &company, &service)).await.id();
    let preview = manager.preview(Table::people("pat", 250)).await;
    manager.confirm(&preview, &json!({})).await;
    let import = preview["id"].as_str().unwrap().to_owned();
    let ready = manager.preview(Table::people("sam", 10)).await["id"].as_str().unwrap().to_owned();
    let key = manager.program(&["customers:read"]).await.user["id"].as_str().unwrap().to_owned();
    let skipping =
        json!({ "customer_ids": [customer], "portal_access": "standard", "remove_services": [service] });
    let change = manager.ask_for("/v1/customers/access", &skipping).await;
    let export = manager.ask_for("/v1/exports", &json!({})).await;
    assert_eq!(manager.watch(&change, &["done"]).await["counts"]["skipped"], 1);
    manager.watch(&export, &["done"]).await;
    let (ina, lea) =
        (house.customer(&manager, "ina@example.org").await, house.invited(&manager, "lea@example.org").await);
    house.advance(61).await;
    let mut asked = portal(&manager, &ina, &lea);
    let (contact, device) = things(&manager, &company).await;
    asked.extend(contacts(&manager, &contact));
    asked.extend(devices(&manager, &device, (&company, &spare)));
    asked.extend(crate::settings::asked(&manager, &company));
    asked.extend(requests(
        &manager,
        (&company, &spare, &service, &customer),
        (&import, &ready, &key),
        (&change, &export),
        house.running.clock.now(),
    ));
    asked
}

fn person(name: &str, company: &str, service: &str) -> Value {
    let services = json!([{ "service_id": service }]);
    json!({ "first_name": name, "last_name": "Lovelace", "email": format!("{name}@example.org"), "company_id": company, "services": services, "portal_access": "standard" })
}

/// A contact with two methods, and a device.
async fn things(manager: &Person, company: &str) -> ((String, Vec<String>), String) {
    let contact =
        format!("/v1/contacts/{}", manager.post("/v1/contacts", &json!({ "name": "C" })).await.id());
    let mut methods = vec![];
    for address in ["+49 170 1234567", "+49 170 1234568"] {
        let method = json!({ "kind": "sms", "address": address, "uses": ["alerts"] });
        let added = manager.post(&format!("{contact}/methods"), &method).await.json;
        let id = added["methods"].as_array().unwrap().last().unwrap()["id"].as_str().unwrap();
        methods.push(format!("{contact}/methods/{id}"));
    }
    let device = json!({ "name": "Till", "company_id": company });
    let device = manager.post("/v1/devices", &device).await.id();
    ((contact, methods), format!("/v1/devices/{device}"))
}

fn contacts(manager: &Person, (contact, methods): &(String, Vec<String>)) -> Vec<Asked> {
    let none = Value::Null;
    let ask = |method, path: &str, body: Value| Asked::new(manager, method, path, body);
    let email = json!({ "address": "c@example.org", "uses": ["reports"] });
    vec![
        ask("GET", "/v1/contacts", none.clone()),
        ask("POST", "/v1/contacts", json!({ "name": "Night" })),
        ask("GET", contact, none.clone()),
        ask("PATCH", contact, json!({ "name": "Day" })),
        ask("POST", &format!("{contact}/methods"), email),
        ask("PATCH", &methods[0], json!({ "label": "On call" })),
        ask("POST", &format!("{}/test", methods[0]), json!({})),
        ask("DELETE", &methods[1], none.clone()),
        ask("DELETE", contact, none),
    ]
}

fn devices(manager: &Person, device: &str, (company, spare): (&str, &str)) -> Vec<Asked> {
    let none = Value::Null;
    let ask = |method, path: &str, body: Value| Asked::new(manager, method, path, body);
    let id = device.rsplit('/').next().unwrap();
    vec![
        ask("GET", "/v1/devices", none.clone()),
        ask("POST", "/v1/devices", json!({ "name": "Kiosk", "company_id": company })),
        ask("GET", device, none.clone()),
        ask("PATCH", device, json!({ "os": "Debian" })),
        ask("POST", "/v1/devices/move", json!({ "company_id": spare, "device_ids": [id] })),
        ask("POST", &format!("{device}/key"), json!({})),
        ask("DELETE", device, none),
    ]
}

fn portal(manager: &Person, ina: &Person, invited: &str) -> Vec<Asked> {
    let account = &ina.user["account"]["id"];
    let asked = json!({ "account_id": account, "email": "ina@example.org" });
    let sign_in = json!({ "account_id": account, "email": "ina@example.org", "password": testkit::PASSWORD });
    let activation = format!("/v1/customers/{invited}/activation");
    let ask = |method, path: &str, body| Asked::new(ina, method, path, body);
    vec![
        Asked::new(manager, "POST", &activation, json!({})),
        Asked::new(manager, "POST", &format!("/v1/customers/{invited}/avatar"), json!({ "size": 1 })),
        Asked::new(manager, "DELETE", &format!("/v1/customers/{invited}/avatar"), Value::Null),
        ask("POST", "/v1/portal/sign-in", sign_in),
        ask("POST", "/v1/portal/password-resets", asked),
        ask("GET", "/v1/portal/me", Value::Null),
        ask("PATCH", "/v1/portal/me", json!({ "locale": "de" })),
        ask("DELETE", "/v1/portal/sign-in", Value::Null),
    ]
}

fn requests(
    manager: &Person,
    (company, spare, service, customer): (&str, &str, &str, &str),
    (import, ready, key): (&str, &str, &str),
    (change, export): (&str, &str),
    now: domain::Timestamp,
) -> Vec<Asked> {
    let none = Value::Null;
    // Nothing has happened yet then: which shard an event is in is chance, and so is what reading some costs.
    let empty = format!("?from={}", now + jiff::SignedDuration::from_secs(50));
    let ask = |method, path: &str, body: &Value| Asked::new(manager, method, path, body.clone());
    vec![
        ask("POST", "/v1/sign-in", &json!({ "login": "acme@house.example", "password": testkit::PASSWORD })),
        ask("GET", "/v1/me", &none),
        ask("PATCH", "/v1/me", &json!({ "first_name": "Max" })),
        ask("GET", "/v1/me/sign-ins", &none),
        ask("POST", "/v1/password-resets", &json!({ "login": "acme@house.example" })),
        ask("GET", "/v1/services", &none),
        ask("POST", "/v1/services", &json!({ "name": "Network" })),
        ask("GET", &format!("/v1/services/{service}"), &none),
        ask("PATCH", &format!("/v1/services/{service}"), &json!({ "description": "All" })),
        ask("GET", "/v1/companies", &none),
        ask("POST", "/v1/companies", &json!({ "name": "Looms" })),
        ask("GET", &format!("/v1/companies/{company}"), &none),
        ask("PATCH", &format!("/v1/companies/{company}"), &json!({ "name": "Engines & Co" })),
        ask("DELETE", &format!("/v1/companies/{spare}"), &none),
        ask("GET", "/v1/customers", &none),
        ask("GET", "/v1/customers/figures", &none),
        ask("POST", "/v1/customers", &person("alan", company, service)),
        ask("GET", &format!("/v1/customers/{customer}"), &none),
        ask("PATCH", &format!("/v1/customers/{customer}"), &json!({ "job_title": "Countess" })),
        ask("GET", &format!("/v1/customers/{customer}/data"), &none),
        ask("POST", "/v1/denylist", &json!({ "address": "rude@example.org" })),
        ask("GET", "/v1/denylist", &none),
        ask("GET", "/v1/erasures", &none),
        ask("DELETE", &format!("/v1/customers/{customer}"), &none),
        ask("POST", "/v1/imports", &json!({ "file_name": "a.csv", "size": 10 })),
        ask("GET", "/v1/imports", &none),
        ask("GET", &format!("/v1/imports/{import}"), &none),
        ask("GET", &format!("/v1/imports/{import}/rows"), &none),
        ask("GET", &format!("/v1/imports/{import}/rejected.csv"), &none),
        ask("POST", &format!("/v1/imports/{ready}/read"), &json!({ "delimiter": "," })),
        ask("POST", &format!("/v1/imports/{ready}/confirm"), &json!({})),
        ask("POST", &format!("/v1/imports/{import}/undo"), &json!({})),
        ask("GET", "/v1/api-keys", &none),
        ask("POST", "/v1/api-keys", &json!({ "name": "K", "scopes": ["customers:read"] })),
        ask("DELETE", &format!("/v1/api-keys/{key}"), &none),
        ask("GET", &format!("/v1/audit{empty}"), &none),
        ask("GET", &format!("/v1/audit.csv{empty}"), &none),
        ask("POST", "/v1/customers/access", &json!({ "all": true, "portal_access": "none" })),
        ask("GET", "/v1/customers/access", &none),
        ask("GET", change, &none),
        ask("GET", &format!("{change}/skipped.csv"), &none),
        ask("POST", "/v1/exports", &json!({})),
        ask("GET", "/v1/exports", &none),
        ask("GET", export, &none),
        ask("DELETE", "/v1/sign-in", &none),
    ]
}
