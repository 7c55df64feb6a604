//! A manager changes the access of many customers at once.

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{House, Person};

async fn add(manager: &Person, name: &str, more: Value) -> String {
    let mut body =
        json!({ "first_name": name, "last_name": "Lovelace", "email": format!("{name}@example.org") });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let added = manager.post("/v1/customers", &body).await;
    assert_eq!(added.status, 201, "{added:?}");
    added.id()
}

async fn access(manager: &Person, id: &str) -> Value {
    manager.get(&format!("/v1/customers/{id}")).await.json["portal_access"].clone()
}

/// The lines of the file with the skipped customers.
async fn skipped(manager: &Person, path: &str) -> Vec<String> {
    let led = manager.get(&format!("{path}/skipped.csv")).await;
    assert_eq!(led.status, 303, "{led:?}");
    let file = manager.send(Method::GET, &led.headers["location"], None).await;
    assert_eq!(file.headers["content-disposition"], "attachment; filename=\"skipped.csv\"");
    file.text.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect()
}

/// CUS-6. Those who would break CUS-2 are skipped and listed with the reason; the rest change and are written to.
#[tokio::test(flavor = "multi_thread")]
async fn all_customers_change_but_those_who_would_break_a_rule() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    house
        .manager("other")
        .await
        .post("/v1/customers", &json!({ "last_name": "O", "email": "o@example.org" }))
        .await;
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let works = json!({ "company_id": company });
    let (ada, alone) = (add(&manager, "ada", works.clone()).await, add(&manager, "alone", json!({})).await);
    let has = json!({ "company_id": company, "portal_access": "company" });
    let (boss, had) = (add(&manager, "boss", has.clone()).await, add(&manager, "had", has).await);
    manager.patch(&format!("/v1/customers/{had}"), &json!({ "portal_access": "company_admin" })).await;
    let change = json!({ "all": true, "portal_access": "company_admin", "send_mail": true });
    let path = manager.ask_for("/v1/customers/access", &change).await;
    let done = manager.watch(&path, &["done"]).await;
    assert_eq!(done["counts"], json!({ "changed": 2, "unchanged": 1, "skipped": 1 }), "{done}");
    assert_eq!(done["progress"], json!({ "done": 4, "total": 4 }));
    for (id, wanted) in
        [(&ada, "company_admin"), (&boss, "company_admin"), (&had, "company_admin"), (&alone, "none")]
    {
        assert_eq!(access(&manager, id).await, wanted);
    }
    let lines = skipped(&manager, &path).await;
    assert_eq!((lines.len(), lines[0].as_str()), (2, "id,email,first_name,last_name,reason"));
    assert!(lines[1].starts_with(&format!("{alone},alone@example.org,alone,Lovelace,")), "{lines:?}");
    assert!(lines[1].contains("company"), "the reason is in words: {lines:?}");
    assert!(
        house.letter_to("ada@example.org").await.links[0].contains("/activate/"),
        "who comes in is invited"
    );
    let told = house.letter_to("boss@example.org").await;
    assert!(told.links.is_empty() && told.subject.contains("changed"), "who was in is told: {told:?}");
    for nobody in ["alone@example.org", "had@example.org", "o@example.org"] {
        assert_eq!(house.letters_to(nobody).await.len(), 0, "{nobody}");
    }
    house.advance(3 * 24 * 3600 + 1).await;
    let manager = house.sign_in("acme@house.example").await;
    assert_eq!(manager.get(&format!("{path}/skipped.csv")).await.problem(), "no_skipped_file");
}

/// CUS-3, CUS-6. Services are given and taken; who may not have one is skipped.
#[tokio::test(flavor = "multi_thread")]
async fn services_are_given_to_those_whom_the_list_shows_and_may_have_them() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let service = async |name: &str, of: Value| {
        manager.post("/v1/services", &json!({ "name": name, "company_ids": of })).await.id()
    };
    let (old, new, own) = (
        service("Old", json!([])).await,
        service("New", json!([])).await,
        service("Own", json!([company])).await,
    );
    let given = json!({ "services": [{ "service_id": old }], "portal_access": "standard" });
    let (ada, bob) = (add(&manager, "ada", given.clone()).await, add(&manager, "bob", given.clone()).await);
    let other = add(&manager, "other", json!({})).await;
    let filter = json!({ "text": "ADA", "service_id": old, "portal_access": "standard" });
    let change =
        json!({ "filter": filter, "set_services": [{ "service_id": new, "access": "no_portal_access" }] });
    let path = manager.ask_for("/v1/customers/access", &change).await;
    assert_eq!(manager.watch(&path, &["done"]).await["counts"]["changed"], 1);
    let services =
        async |id: &str| manager.get(&format!("/v1/customers/{id}")).await.json["services"].clone();
    let wanted = json!([{ "service_id": old, "access": "portal_access" }, { "service_id": new, "access": "no_portal_access" }]);
    assert_eq!(
        (services(&ada).await, services(&bob).await, services(&other).await),
        (
            wanted,
            given["services"]
                .clone()
                .as_array()
                .map(|_| json!([{ "service_id": old, "access": "portal_access" }]))
                .unwrap(),
            json!([])
        )
    );
    let take = json!({ "customer_ids": [bob, other, ada], "remove_services": [old] });
    let path = manager.ask_for("/v1/customers/access", &take).await;
    let done = manager.watch(&path, &["done"]).await;
    assert_eq!(
        done["counts"],
        json!({ "changed": 0, "unchanged": 1, "skipped": 2 }),
        "standard needs a service"
    );
    assert_eq!(done["chosen"], 3);
    let open = json!({ "all": true, "set_services": [{ "service_id": own }] });
    let path = manager.ask_for("/v1/customers/access", &open).await;
    assert_eq!(manager.watch(&path, &["done"]).await["counts"]["skipped"], 3, "it is open to a company only");
}

/// CUS-6, PPL-1. Somebody else's customers are nobody's.
#[tokio::test(flavor = "multi_thread")]
async fn chosen_customers_who_are_not_there_are_skipped() {
    let house = House::start().await;
    let (manager, other) = (house.manager("acme").await, house.manager("other").await);
    let company = other.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let foreign = add(&other, "foreign", json!({ "company_id": company })).await;
    let body = json!({ "customer_ids": [foreign, foreign], "portal_access": "company" });
    let path = manager.ask_for("/v1/customers/access", &body).await;
    let done = manager.watch(&path, &["done"]).await;
    assert_eq!(done["counts"], json!({ "changed": 0, "unchanged": 0, "skipped": 1 }));
    let lines = skipped(&manager, &path).await;
    assert!(lines[1].starts_with(&format!("{foreign},,,,")), "{lines:?}");
    assert_eq!(access(&other, &foreign).await, "none");
    assert_eq!(other.get(&path).await.status, 404);
}

/// CUS-6. A change that is only tried counts all and lists the skipped; nobody changes, and nobody is written to.
#[tokio::test(flavor = "multi_thread")]
async fn a_mass_change_is_tried_and_nobody_changes() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let ada = add(&manager, "ada", json!({ "company_id": company })).await;
    let alone = add(&manager, "alone", json!({})).await;
    let before = manager.get(&format!("/v1/customers/{ada}")).await;
    let change = json!({ "all": true, "portal_access": "company", "send_mail": true });
    let asked = manager.post("/v1/customers/access?dry_run=true", &change).await;
    assert_eq!((asked.status, &asked.json["dry_run"]), (202, &json!(true)));
    let path = format!("/v1/customers/access/{}", asked.id());
    let tried = manager.watch(&path, &["done"]).await;
    house.quiet().await;
    assert_eq!(tried["counts"], json!({ "changed": 1, "unchanged": 0, "skipped": 1 }), "{tried}");
    let reason = &tried["reasons"][0];
    assert_eq!((&reason["code"], &reason["customers"]), (&json!("needs_company"), &json!(1)));
    assert!(reason["message"].as_str().unwrap().contains("company"), "{reason}");
    assert!(skipped(&manager, &path).await[1].starts_with(&alone));
    let after = manager.get(&format!("/v1/customers/{ada}")).await;
    assert_eq!((&after.headers["etag"], after.json), (&before.headers["etag"], before.json));
    assert_eq!(house.letters_to("ada@example.org").await.len(), 0);
    let told = manager.all("/v1/audit?action=access_change").await;
    assert!(told.iter().all(|entry| entry["action"] != "access_change.customers_changed"), "{told:?}");
    let path = manager.ask_for("/v1/customers/access", &change).await;
    let done = manager.watch(&path, &["done"]).await;
    assert_eq!(
        (&done["counts"], &done["reasons"]),
        (&tried["counts"], &tried["reasons"]),
        "as it was foreseen"
    );
    assert_eq!((access(&manager, &ada).await, &done["dry_run"]), (json!("company"), &json!(false)));
    let shown = manager.get(&format!("/v1/customers/{ada}")).await.json;
    assert_eq!(shown["activation"]["state"], "invited", "{shown}");
}

/// CUS-4, CUS-6. Who has a password from before is told that they may come in again, and needs no other.
#[tokio::test(flavor = "multi_thread")]
async fn who_was_active_before_is_told_and_not_invited_again() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let ina = house.customer(&manager, "ina@example.org").await;
    let id = ina.user["id"].as_str().unwrap();
    manager.patch(&format!("/v1/customers/{id}"), &json!({ "portal_access": "none" })).await;
    let change = json!({ "customer_ids": [id], "portal_access": "company", "send_mail": true });
    let path = manager.ask_for("/v1/customers/access", &change).await;
    manager.watch(&path, &["done"]).await;
    house.quiet().await;
    let letter = house.letter_to("ina@example.org").await;
    assert!(letter.links.is_empty() && letter.subject.contains("changed"), "{letter:?}");
    let shown = manager.get(&format!("/v1/customers/{id}")).await.json;
    assert_eq!(shown["activation"]["state"], "active", "{shown}");
}
