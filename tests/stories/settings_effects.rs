//! What settings bring about (SET-1, SET-2, COM-2).

use domain::user::Role;
use serde_json::{Value, json};
use testkit::{House, Person};

async fn set(person: &Person, body: Value) -> Value {
    let reply = person.patch("/v1/settings", &body).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json
}

/// SET-1. The language and time zone of whoever is added and has said nothing: their company's, else the account's.
#[tokio::test(flavor = "multi_thread")]
async fn new_people_get_the_language_and_time_zone_of_their_company_or_the_account() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let north = manager.post("/v1/companies", &json!({ "name": "Northwind" })).await.id();
    set(&manager, json!({ "locale": "it", "time_zone": "Europe/Rome" })).await;
    let own = manager.patch(&format!("/v1/companies/{north}/settings"), &json!({ "locale": "fr" })).await;
    assert_eq!(own.status, 200);
    let spoken = async |name: &str, company: Value| {
        let body =
            json!({ "last_name": name, "email": format!("{name}@example.org"), "company_id": company });
        let made = manager.post("/v1/customers", &body).await.json;
        (made["locale"].clone(), made["time_zone"].clone())
    };
    assert_eq!(spoken("none", Value::Null).await, (json!("it"), json!("Europe/Rome")));
    assert_eq!(spoken("north", json!(north)).await, (json!("fr"), json!("Europe/Rome")));
    let user = json!({ "first_name": "U", "last_name": "U", "login": "u@users.example", "company_access": "all", "modules": ["service_desk"] });
    assert_eq!(manager.post("/v1/users", &user).await.json["locale"], "it");
    let preview = manager.preview("email,last_name,company\nrow@example.org,Row,northwind\n").await;
    manager.confirm(&preview, &json!({})).await;
    assert_eq!(manager.all("/v1/customers?text=row").await[0]["email"], "row@example.org");
    let id = manager.all("/v1/customers?text=row").await[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(manager.get(&format!("/v1/customers/{id}")).await.json["locale"], "fr", "rows of a file, too");
}

/// SET-2.
#[tokio::test(flavor = "multi_thread")]
async fn restoring_defaults_brings_back_what_was_deleted_and_touches_nothing_else() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let services = manager.all("/v1/services").await;
    assert_eq!(services.len(), 1, "an account is opened with a service");
    let path = format!("/v1/services/{}", services[0]["id"].as_str().unwrap());
    let added = manager.post("/v1/services", &json!({ "name": "Ours" })).await.id();
    manager.delete(&format!("/v1/services/{added}")).await;
    manager.patch(&path, &json!({ "name": "Front desk" })).await;
    set(&manager, json!({ "retention_days": 30 })).await;
    let nothing = manager.post("/v1/settings/restore", &Value::Null).await;
    assert_eq!(
        (nothing.status, &nothing.json["services"]),
        (200, &json!([])),
        "what was changed is not gone"
    );
    assert_eq!(manager.delete(&path).await.status, 204);
    let restored = manager.post("/v1/settings/restore", &Value::Null).await;
    assert_eq!(restored.json["services"][0]["name"], "Front desk", "{restored:?}");
    assert_eq!(manager.get(&path).await.json["status"], "active");
    assert_eq!(manager.get(&format!("/v1/services/{added}")).await.json["status"], "retired", "it was added");
    assert_eq!(manager.get("/v1/settings").await.json["retention_days"]["value"], 30);
}

/// PPL-15. Who is not heard of for as long as the setting says gives their seat up.
#[tokio::test(flavor = "multi_thread")]
async fn a_shared_seat_is_free_again_after_the_time_that_the_setting_says() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    manager.patch("/v1/seats/service_desk", &json!({ "shared": 1 })).await;
    set(&manager, json!({ "shared_seat_timeout": 300 })).await;
    let mut people = vec![];
    for name in ["ann", "ben"] {
        let person = house.staff(&manager, Role::Representative, name).await;
        let path = format!("/v1/users/{}", person.user["id"].as_str().unwrap());
        assert_eq!(manager.patch(&path, &json!({ "seats": { "service_desk": "shared" } })).await.status, 200);
        people.push(house.sign_in(&format!("{name}@house.example")).await);
    }
    house.advance(60).await;
    let take = async |at: usize| people[at].put("/v1/me/seats/service_desk", &Value::Null).await.json;
    let first = take(0).await;
    assert_eq!((&first["state"], &first["again_within"]), (&json!("working"), &json!(100)));
    assert_eq!(take(1).await["state"], "waiting");
    house.advance(299).await;
    assert_eq!(take(1).await["state"], "waiting");
    house.advance(2).await;
    assert_eq!(take(1).await["state"], "working");
}

/// COM-2.
#[tokio::test(flavor = "multi_thread")]
async fn the_word_for_companies_comes_with_whoever_is_signed_in() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    assert_eq!(manager.get("/v1/me").await.json["account"]["company_word"], json!({}));
    let word = json!({ "de": { "singular": " Standort ", "plural": "Standorte" } });
    set(&manager, json!({ "company_word": word })).await;
    assert_eq!(manager.get("/v1/me").await.json["account"]["company_word"]["de"]["singular"], "Standort");
    set(&manager, json!({ "company_word": { "de": null } })).await;
    assert_eq!(house.sign_in("acme@house.example").await.user["account"]["company_word"], json!({}));
}

/// PPL-16.
#[tokio::test(flavor = "multi_thread")]
async fn a_program_changes_settings_with_the_scope_for_it() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let reads = manager.program(&["settings:read"]).await;
    assert_eq!(reads.patch("/v1/settings", &json!({ "retention_days": 9 })).await.problem(), "forbidden");
    let writes = manager.program(&["settings:write"]).await;
    assert_eq!(writes.patch("/v1/settings", &json!({ "retention_days": 9 })).await.status, 200);
    assert_eq!(reads.get("/v1/settings").await.json["retention_days"]["value"], 9);
}
