//! What each endpoint asks of the table, and what that costs: no growth unnoticed.

use std::{collections::BTreeMap, fmt::Write, fs};

use serde_json::{Value, json};
use testkit::{House, Person, Table};

/// A request whose cost is written down: function, method, path, body.
pub(crate) type Asked<'a> = (&'static str, &'static str, String, Value, &'a Person);

/// Architecture 9. `UPDATE=1` writes the table anew; `make capacity` says so.
#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::disallowed_methods, reason = "how a developer asks for the new table")]
async fn each_endpoint_asks_the_table_for_no_more_than_is_written_down() {
    let path = House::root().join("docs/capacity.md");
    let made = measure().await;
    if std::env::var("UPDATE").is_ok() {
        fs::write(&path, &made).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == made,
        "docs/capacity.md is stale; look at the difference, then run make capacity\n{made}"
    );
}

async fn measure() -> String {
    let house = House::start().await;
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
    let mut costs = BTreeMap::new();
    for (function, method, path, body, who) in asked {
        who.get(if who.user["email"] == "ina@example.org" { "/v1/portal/me" } else { "/v1/me" }).await;
        house.quiet().await;
        house.running.forget_calls();
        let reply = who.send(method.parse().unwrap(), &path, Some(body.to_string())).await;
        assert!(reply.status < 400, "{method} {path}: {reply:?}");
        let calls = house.running.calls().remove(function).unwrap_or_default();
        costs.insert(function, calls.operations);
        house.quiet().await;
    }
    let mut page = String::from(HEAD);
    for (function, operations) in costs {
        let told: Vec<_> = operations
            .iter()
            .map(|(name, usage)| format!("{} × {} ({})", usage.count, short(name), usage.units))
            .collect();
        let units: f64 = operations.values().map(|usage| usage.units).sum();
        writeln!(page, "| {function} | {} | {units} |", told.join(", ")).unwrap();
    }
    page
}

const HEAD: &str = "# What each endpoint asks of the table\n\n\
    Operations and capacity units of one request, as the local cloud counts them: a small account, a customer of a few\n\
    hundred bytes, lists of 50. The look at the sign-in, once a minute for each warm function, is in the figures.\n\
    Made by `make capacity`; a test refuses it when it is stale.\n\n\
    | function | operations (units) | units |\n|---|---|---|\n";

fn short(operation: &str) -> &str {
    operation.split([' ', ':']).next().unwrap_or(operation)
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

fn contacts<'a>(manager: &'a Person, (contact, methods): &(String, Vec<String>)) -> Vec<Asked<'a>> {
    let none = Value::Null;
    let ask = |function, method, path: &str, body: Value| (function, method, path.to_owned(), body, manager);
    let email = json!({ "address": "c@example.org", "uses": ["reports"] });
    vec![
        ask("ListContacts", "GET", "/v1/contacts", none.clone()),
        ask("CreateContact", "POST", "/v1/contacts", json!({ "name": "Night" })),
        ask("ShowContact", "GET", contact, none.clone()),
        ask("UpdateContact", "PATCH", contact, json!({ "name": "Day" })),
        ask("AddContactMethod", "POST", &format!("{contact}/methods"), email),
        ask("UpdateContactMethod", "PATCH", &methods[0], json!({ "label": "On call" })),
        ask("SendTest", "POST", &format!("{}/test", methods[0]), json!({})),
        ask("RemoveContactMethod", "DELETE", &methods[1], none.clone()),
        ask("DeleteContact", "DELETE", contact, none),
    ]
}

fn devices<'a>(manager: &'a Person, device: &str, (company, spare): (&str, &str)) -> Vec<Asked<'a>> {
    let none = Value::Null;
    let ask = |function, method, path: &str, body: Value| (function, method, path.to_owned(), body, manager);
    let id = device.rsplit('/').next().unwrap();
    vec![
        ask("ListDevices", "GET", "/v1/devices", none.clone()),
        ask("CreateDevice", "POST", "/v1/devices", json!({ "name": "Kiosk", "company_id": company })),
        ask("ShowDevice", "GET", device, none.clone()),
        ask("UpdateDevice", "PATCH", device, json!({ "os": "Debian" })),
        ask("MoveDevices", "POST", "/v1/devices/move", json!({ "company_id": spare, "device_ids": [id] })),
        ask("RenewDeviceKey", "POST", &format!("{device}/key"), json!({})),
        ask("DeleteDevice", "DELETE", device, none),
    ]
}

fn portal<'a>(manager: &'a Person, ina: &'a Person, invited: &str) -> Vec<Asked<'a>> {
    let account = &ina.user["account"]["id"];
    let asked = json!({ "account_id": account, "email": "ina@example.org" });
    let sign_in = json!({ "account_id": account, "email": "ina@example.org", "password": testkit::PASSWORD });
    let activation = format!("/v1/customers/{invited}/activation");
    let ask = |function, method, path: &str, body| (function, method, path.to_owned(), body, ina);
    vec![
        ("SendActivation", "POST", activation, json!({}), manager),
        ("RequestAvatar", "POST", format!("/v1/customers/{invited}/avatar"), json!({ "size": 1 }), manager),
        ("RemoveAvatar", "DELETE", format!("/v1/customers/{invited}/avatar"), Value::Null, manager),
        ask("BeginPortalSignIn", "POST", "/v1/portal/sign-in", sign_in),
        ask("RequestPortalPasswordReset", "POST", "/v1/portal/password-resets", asked),
        ask("ShowPortalMe", "GET", "/v1/portal/me", Value::Null),
        ask("UpdatePortalMe", "PATCH", "/v1/portal/me", json!({ "locale": "de" })),
        ask("EndPortalSignIn", "DELETE", "/v1/portal/sign-in", Value::Null),
    ]
}

fn requests<'a>(
    manager: &'a Person,
    (company, spare, service, customer): (&str, &str, &str, &str),
    (import, ready, key): (&str, &str, &str),
    (change, export): (&str, &str),
    now: domain::Timestamp,
) -> Vec<Asked<'a>> {
    let none = Value::Null;
    // Nothing has happened yet then: which shard an event is in is chance, and so is what reading some costs.
    let empty = format!("?from={}", now + jiff::SignedDuration::from_secs(50));
    let ask = |function, method, path: &str, body: &Value| {
        (function, method, path.to_owned(), body.clone(), manager)
    };
    vec![
        ask(
            "BeginSignIn",
            "POST",
            "/v1/sign-in",
            &json!({ "login": "acme@house.example", "password": testkit::PASSWORD }),
        ),
        ask("ShowMe", "GET", "/v1/me", &none),
        ask("UpdateMe", "PATCH", "/v1/me", &json!({ "first_name": "Max" })),
        ask("ListSignIns", "GET", "/v1/me/sign-ins", &none),
        ask("RequestPasswordReset", "POST", "/v1/password-resets", &json!({ "login": "acme@house.example" })),
        ask("ListServices", "GET", "/v1/services", &none),
        ask("CreateService", "POST", "/v1/services", &json!({ "name": "Network" })),
        ask("ShowService", "GET", &format!("/v1/services/{service}"), &none),
        ask("UpdateService", "PATCH", &format!("/v1/services/{service}"), &json!({ "description": "All" })),
        ask("ListCompanies", "GET", "/v1/companies", &none),
        ask("CreateCompany", "POST", "/v1/companies", &json!({ "name": "Looms" })),
        ask("ShowCompany", "GET", &format!("/v1/companies/{company}"), &none),
        ask(
            "UpdateCompany",
            "PATCH",
            &format!("/v1/companies/{company}"),
            &json!({ "name": "Engines & Co" }),
        ),
        ask("DeleteCompany", "DELETE", &format!("/v1/companies/{spare}"), &none),
        ask("ListCustomers", "GET", "/v1/customers", &none),
        ask("ShowCustomerFigures", "GET", "/v1/customers/figures", &none),
        ask("CreateCustomer", "POST", "/v1/customers", &person("alan", company, service)),
        ask("ShowCustomer", "GET", &format!("/v1/customers/{customer}"), &none),
        ask(
            "UpdateCustomer",
            "PATCH",
            &format!("/v1/customers/{customer}"),
            &json!({ "job_title": "Countess" }),
        ),
        ask("ShowData", "GET", &format!("/v1/customers/{customer}/data"), &none),
        ask("CreateDenial", "POST", "/v1/denylist", &json!({ "address": "rude@example.org" })),
        ask("ListDenials", "GET", "/v1/denylist", &none),
        ask("ListErasures", "GET", "/v1/erasures", &none),
        ask("DeleteCustomer", "DELETE", &format!("/v1/customers/{customer}"), &none),
        ask("RequestImport", "POST", "/v1/imports", &json!({ "file_name": "a.csv", "size": 10 })),
        ask("ListImports", "GET", "/v1/imports", &none),
        ask("ShowImport", "GET", &format!("/v1/imports/{import}"), &none),
        ask("ListRows", "GET", &format!("/v1/imports/{import}/rows"), &none),
        ask("ShowRejected", "GET", &format!("/v1/imports/{import}/rejected.csv"), &none),
        ask("ReadImportAnew", "POST", &format!("/v1/imports/{ready}/read"), &json!({ "delimiter": "," })),
        ask("ConfirmImport", "POST", &format!("/v1/imports/{ready}/confirm"), &json!({})),
        ask("UndoImport", "POST", &format!("/v1/imports/{import}/undo"), &json!({})),
        ask("ListApiKeys", "GET", "/v1/api-keys", &none),
        ask("CreateApiKey", "POST", "/v1/api-keys", &json!({ "name": "K", "scopes": ["customers:read"] })),
        ask("RevokeApiKey", "DELETE", &format!("/v1/api-keys/{key}"), &none),
        ask("ListAudit", "GET", &format!("/v1/audit{empty}"), &none),
        ask("ExportAudit", "GET", &format!("/v1/audit.csv{empty}"), &none),
        ask(
            "RequestAccessChange",
            "POST",
            "/v1/customers/access",
            &json!({ "all": true, "portal_access": "none" }),
        ),
        ask("ListAccessChanges", "GET", "/v1/customers/access", &none),
        ask("ShowAccessChange", "GET", change, &none),
        ask("ShowSkipped", "GET", &format!("{change}/skipped.csv"), &none),
        ask("RequestExport", "POST", "/v1/exports", &json!({})),
        ask("ListExports", "GET", "/v1/exports", &none),
        ask("ShowExport", "GET", export, &none),
        ask("EndSignIn", "DELETE", "/v1/sign-in", &none),
    ]
}
