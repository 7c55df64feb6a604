//! What happens to staff on the day: somebody is added, invited again, changed, suspended and deleted.

use serde_json::{Value, json};
use testkit::{House, PASSWORD, Person};

use crate::everything::keyed;

pub(crate) async fn happen(house: &House, manager: &Person, company: &str) {
    let body = |name: &str| -> Value {
        json!({ "first_name": name, "last_name": "Day", "login": format!("{name}@staff.example"), "company_access": [company],
            "modules": ["service_desk"] })
    };
    let user = keyed(manager, "/v1/users", (body("ria"), json!({}))).await;
    let path = format!("/v1/users/{user}");
    house.advance(61).await;
    let keyed = |key: &str| manager.with("idempotency-key", key);
    assert_eq!(keyed("invitation").post(&format!("{path}/invitation"), &json!({})).await.status, 202);
    assert_eq!(keyed("too soon").post(&format!("{path}/invitation"), &json!({})).await.status, 429);
    let other = json!({ "login": "ria.day@staff.example", "custom": "4711" });
    assert_eq!(manager.patch(&path, &other).await.status, 200);
    let link = format!("/v1/activations/{}", house.letter_to("ria@staff.example").await.token());
    assert_eq!(house.visitor().put(&link, &json!({ "password": PASSWORD })).await.status, 204);
    let ria = house.sign_in("ria.day@staff.example").await;
    for list in ["/v1/users", "/v1/customers", "/v1/companies", "/v1/services", "/v1/users?text=ri"] {
        ria.all(list).await;
    }
    assert_eq!(ria.get("/v1/customers/figures").await.json["by_access"], Value::Null);
    let chief = json!({ "role": "company_manager" });
    assert_eq!(manager.patch(&path, &chief).await.status, 200);
    assert_eq!(manager.patch(&path, &json!({ "status": "suspended" })).await.status, 200);
    assert_eq!(manager.get(&path).await.json["status"], "suspended");
    assert_eq!(manager.patch(&path, &json!({ "status": "active" })).await.status, 200);
    house.sign_in("ria.day@staff.example").await.program(&["customers:read"]).await;
    let deleted = manager.delete(&path).await;
    assert_eq!(deleted.status, 204, "{deleted:?}");
    manager.watch(&deleted.headers["location"], &["done"]).await;
}
