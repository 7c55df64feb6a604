//! A manager exports customers to a file, and another account imports it.

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{House, Person, Table};

/// Asks for an export and downloads its file.
async fn export(manager: &Person, body: Value) -> (Value, String) {
    let path = manager.ask_for("/v1/exports", &body).await;
    let done = manager.watch(&path, &["done"]).await;
    let file = manager.send(Method::GET, done["download"]["url"].as_str().unwrap(), None).await;
    assert_eq!(
        (file.status, file.headers["content-disposition"].as_str()),
        (200, "attachment; filename=\"customers.csv\""),
        "{file:?}"
    );
    (done, file.text)
}

/// What an import knows of each customer, by address.
async fn known(manager: &Person) -> Vec<Value> {
    let mut all = vec![];
    for line in manager.all("/v1/customers?sort=newest").await {
        let mut shown = manager.get(&format!("/v1/customers/{}", line["id"].as_str().unwrap())).await.json;
        let company = shown["company"]["name"].clone();
        let fields = shown.as_object_mut().unwrap();
        for other in
            ["id", "company_id", "import_id", "created_at", "updated_at", "services", "portal_access"]
        {
            fields.remove(other);
        }
        fields.insert("company".into(), company);
        all.push(shown);
    }
    all.sort_by_key(|customer| customer["email"].to_string());
    all
}

/// CUS-7, IMP-2. What an account exports another one imports, and nothing is lost: no accent, no quotation mark, no line
/// break, no phone number that a spreadsheet would do sums with.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_exported_here_is_imported_elsewhere_as_it_was() {
    let house = House::start().await;
    let (manager, other) = (house.manager("acme").await, house.manager("other").await);
    let company = manager.post("/v1/companies", &json!({ "name": "=Engines, \"Ltd.\"" })).await.id();
    let formulas = json!({ "first_name": "=1+1", "last_name": "Ørsted", "email": "a@example.org",
        "email_aliases": ["b@example.org", "c@example.org"], "company_id": company, "job_title": "@home",
        "department": "-", "office_phone": "+49 30 5550", "mobile_phone": "'+1", "other_phone": "00", "fax": "\"'\"",
        "address": "Street 1\n12345 Town; \"left\"", "notes": "h1. Über\n\n* one, two\n* =cmd|' /C calc'!A0" });
    assert_eq!(manager.post("/v1/customers", &formulas).await.status, 201);
    let bare = json!({ "last_name": "日本", "email": "bare@example.org" });
    assert_eq!(manager.post("/v1/customers", &bare).await.status, 201);
    let (done, file) = export(&manager, json!({})).await;
    assert_eq!((&done["rows"], &done["progress"]), (&json!(2), &json!({ "done": 2, "total": 2 })));
    let header = file.lines().next().unwrap();
    assert!(
        header.starts_with("\u{feff}first_name,last_name,email,email_aliases,company,job_title,"),
        "{header}"
    );
    assert!(file.contains("'=1+1,") && file.contains("'+49 30 5550"), "{file}");
    let import = other.preview(file).await;
    assert_eq!(other.confirm(&import, &json!({})).await["counts"]["written"], 2);
    assert_eq!(known(&other).await, known(&manager).await);
}

/// CUS-7. Only those whom the list shows, and the link is for a minute, the file for a few days.
#[tokio::test(flavor = "multi_thread")]
async fn a_filtered_list_is_exported_and_the_link_does_not_live_long() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    for (name, company) in [("ada", json!(company)), ("adam", json!(null)), ("bob", json!(company))] {
        let body =
            json!({ "first_name": name, "email": format!("{name}@example.org"), "company_id": company });
        assert_eq!(manager.post("/v1/customers", &body).await.status, 201);
    }
    let (done, file) = export(&manager, json!({ "filter": { "text": "ad", "company_id": company } })).await;
    assert_eq!((file.lines().count(), done["rows"].as_u64()), (2, Some(1)), "{file}");
    assert!(file.contains("ada@example.org"));
    assert_eq!(done["filter"]["text"], "ad");
    let (link, kept) = (&done["download"]["expires_at"], &done["kept_until"]);
    assert!(link.is_string() && kept.is_string() && link.as_str() < kept.as_str(), "{done}");
    let listed = manager.all("/v1/exports").await;
    assert_eq!((listed.len(), &listed[0]["id"], &listed[0]["download"]), (1, &done["id"], &json!(null)));
    let path = format!("/v1/exports/{}", done["id"].as_str().unwrap());
    assert_eq!(house.manager("other").await.get(&path).await.status, 404);
    house.advance(3 * 24 * 3600 + 1).await;
    let manager = house.sign_in("acme@house.example").await;
    assert_eq!(manager.get(&path).await.json["download"], json!(null));
}

/// CUS-7. A file of several parts has every customer once, though some are renamed while it is written.
#[tokio::test(flavor = "multi_thread")]
async fn a_long_export_has_everybody_once() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let long = "n".repeat(4000);
    let table = (0..3000).fold(Table::new("last_name,email,notes"), |table, at| {
        table.row(&format!("Person {at},person{at}@example.org,{long}"))
    });
    let import = manager.preview(table).await;
    manager.confirm(&import, &json!({})).await;
    let path = manager.ask_for("/v1/exports", &json!({})).await;
    for line in &manager.get("/v1/customers?limit=20").await.json["items"].as_array().unwrap().clone() {
        let customer = format!("/v1/customers/{}", line["id"].as_str().unwrap());
        assert_eq!(manager.patch(&customer, &json!({ "last_name": "Zuse" })).await.status, 200);
    }
    let done = manager.watch(&path, &["done"]).await;
    let file = manager.send(Method::GET, done["download"]["url"].as_str().unwrap(), None).await.text;
    let mut addresses: Vec<_> = file.lines().skip(1).filter_map(|line| line.split(',').nth(2)).collect();
    assert_eq!((addresses.len(), done["rows"].as_u64()), (3000, Some(3000)));
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!(addresses.len(), 3000);
}
