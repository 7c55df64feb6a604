//! What somebody has done bears their name, as long as they are there.

use domain::user::Role;
use serde_json::{Value, json};
use testkit::{House, Person, Table};

const LISTS: [(&str, &str); 5] = [
    ("/v1/imports", "created_by"),
    ("/v1/exports", "created_by"),
    ("/v1/customers/access", "created_by"),
    ("/v1/denylist", "created_by"),
    ("/v1/api-keys", "owner"),
];

/// Whom each list names, of the thing that is in it.
async fn told(manager: &Person) -> Vec<Value> {
    let mut who = vec![];
    for (path, field) in LISTS {
        let found = manager.all(path).await;
        who.extend(found.iter().map(|thing| thing[field].clone()));
    }
    who
}

/// AUD-1. The server looks the names up: nobody needs to know whose id it is.
#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_has_asked_for_bears_their_name_until_they_are_deleted() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let ann = house.staff(&manager, Role::CompanyManager, "Ann").await;
    let import = ann.preview(Table::people("p", 1)).await;
    ann.ask_for("/v1/exports", &json!({})).await;
    let change = ann.ask_for("/v1/customers/access", &json!({ "all": true, "portal_access": "none" })).await;
    ann.post("/v1/denylist", &json!({ "domain": "x.example", "reason": "No" })).await;
    ann.post("/v1/api-keys", &json!({ "name": "Sync", "scopes": ["customers:read"] })).await;
    house.quiet().await;
    let of = |name: Value| json!({ "kind": "user", "id": ann.user["id"], "name": name });
    assert_eq!(import["created_by"], of(json!("Ann Staff")));
    assert_eq!(manager.get(&change).await.json["created_by"], of(json!("Ann Staff")));
    assert_eq!(told(&manager).await, vec![of(json!("Ann Staff")); 5]);
    let deleted = manager.delete(&format!("/v1/users/{}", ann.user["id"].as_str().unwrap())).await;
    assert_eq!(deleted.status, 204, "{deleted:?}");
    house.quiet().await;
    let left = told(&manager).await;
    assert!(left.len() >= 4 && left.iter().all(|who| *who == of(Value::Null)), "{left:?}");
}

/// AUD-1, PPL-16. What a program asks for is its key's.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_program_has_asked_for_is_told_as_such() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let program = manager.program(&["exports:write", "exports:read"]).await;
    let path = program.ask_for("/v1/exports", &json!({})).await;
    let who = manager.get(&path).await.json["created_by"].clone();
    assert_eq!(who, json!({ "kind": "key", "id": program.user["id"], "name": null }));
}
