//! The part of the day in which settings change and the account gets a logo, see `everything.rs`.

use domain::user::Role;
use serde_json::{Value, json};
use testkit::{House, Person, picture};

use crate::{
    capacity::Asked,
    everything::{keyed, post},
};

/// Lives it.
pub(crate) async fn happen(house: &House, manager: &Person, company: &str) {
    let of_company = format!("/v1/companies/{company}/settings");
    for (path, change) in
        [("/v1/settings", json!({ "retention_days": 30 })), (&of_company, json!({ "locale": "fr" }))]
    {
        assert_eq!(manager.patch(path, &change).await.status, 200);
        assert_eq!(manager.get(path).await.status, 200);
    }
    logo(house, manager).await;
    restored(house, manager).await;
    let account = manager.user["account"]["id"].as_str().unwrap();
    assert_eq!(house.visitor().get(&format!("/v1/brands/{account}")).await.status, 200);
}

async fn logo(house: &House, manager: &Person) {
    keyed(manager, "/v1/settings/logo", (json!({ "size": 1 }), json!({ "size": 0 }))).await;
    for bytes in [picture(70), b"no picture".to_vec()] {
        assert_eq!(manager.give_logo(bytes).await, 200);
        house.quiet().await;
    }
    let shown =
        manager.get("/v1/settings").await.json["logo"]["value"]["address"].as_str().unwrap().to_owned();
    assert_eq!(house.visitor().get(&shown).await.status, 200);
    assert_eq!(house.visitor().get(&shown.replace(".png", "0.png")).await.status, 404);
}

/// The first service is deleted, and comes back; somebody tries who may not.
async fn restored(house: &House, manager: &Person) {
    let first = manager.all("/v1/services").await[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(manager.delete(&format!("/v1/services/{first}")).await.status, 204);
    post(&manager.with("idempotency-key", "restore"), "/v1/settings/restore", Value::Null).await;
    let other = house.staff(manager, Role::Representative, "restorer").await;
    let refused =
        other.with("idempotency-key", "no restore").post("/v1/settings/restore", &Value::Null).await;
    assert_eq!(refused.status, 403);
}

/// What endpoints of settings ask of the table, see `capacity`.
pub(crate) fn asked(manager: &Person, company: &str) -> Vec<Asked> {
    let ask = |method, path: &str, body: Value| Asked::new(manager, method, path, body);
    let of_company = format!("/v1/companies/{company}/settings");
    let brand = format!("/v1/brands/{}", manager.user["account"]["id"].as_str().unwrap());
    vec![
        ask("GET", "/v1/settings", Value::Null),
        ask("PATCH", "/v1/settings", json!({ "retention_days": 30 })),
        ask("POST", "/v1/settings/restore", Value::Null),
        ask("POST", "/v1/settings/logo", json!({ "size": 1 })),
        ask("GET", &of_company, Value::Null),
        ask("PATCH", &of_company, json!({ "locale": "fr" })),
        ask("GET", &brand, Value::Null),
    ]
}
