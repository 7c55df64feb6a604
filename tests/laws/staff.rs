//! What happens to staff on the day: somebody is added, invited again, changed, suspended and deleted.

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{House, PASSWORD, Person};
use totp_rs::{Algorithm, Secret, TOTP};

use crate::everything::keyed;

pub(crate) async fn happen(house: &House, manager: &Person, company: &str) {
    let body = |name: &str| -> Value {
        json!({ "first_name": name, "last_name": "Day", "login": format!("{name}@staff.example"), "company_access": [company],
            "modules": ["service_desk"], "seats": { "service_desk": "named" } })
    };
    for seats in [json!({ "named": 5, "shared": 1 }), json!({ "named": 6 })] {
        assert_eq!(manager.patch("/v1/seats/service_desk", &seats).await.status, 200);
    }
    assert_eq!(manager.post("/v1/denylist", &json!({ "domain": "unwelcome.example" })).await.status, 201);
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
    seats(house, manager, company).await;
    second_factor(house).await;
    let deleted = manager.delete(&path).await;
    assert_eq!(deleted.status, 204, "{deleted:?}");
    manager.watch(&deleted.headers["location"], &["done"]).await;
}

async fn seats(house: &House, manager: &Person, company: &str) {
    let lines = json!({ "lines": "Pia,Day,pia@staff.example\nPia,Day,pia@staff.example", "company_access": [company], "modules": ["service_desk"],
        "seats": { "service_desk": "named" } });
    let keyed = |key: &str| manager.with("idempotency-key", key);
    assert_eq!(keyed("shift").post("/v1/users/batch", &lines).await.status, 200);
    assert_eq!(keyed("no shift").post("/v1/users/batch", &json!({})).await.status, 422);
    let own = format!("/v1/users/{}", manager.user["id"].as_str().unwrap());
    for kind in ["named", "shared"] {
        assert_eq!(manager.patch(&own, &json!({ "seats": { "service_desk": kind } })).await.status, 200);
    }
    house.advance(60).await;
    assert_eq!(manager.put("/v1/me/seats/service_desk", &json!({})).await.json["state"], "working");
    assert_eq!(manager.delete("/v1/me/seats/service_desk").await.status, 204);
    for look in ["/v1/seats", "/v1/seats/service_desk", "/v1/seats/service_desk/use"] {
        assert_eq!(manager.get(look).await.status, 200);
    }
}

async fn second_factor(house: &House) {
    let careful = house.manager("careful").await;
    let wrong = careful.with("idempotency-key", "wrong");
    assert_eq!(wrong.post("/v1/me/totp", &json!({ "present_password": "wrong" })).await.status, 422);
    let right = careful.with("idempotency-key", "right");
    let asked = right.post("/v1/me/totp", &json!({ "present_password": PASSWORD })).await;
    let secret = Secret::Encoded(asked.json["secret"].as_str().unwrap().into()).to_bytes().unwrap();
    let app = TOTP::new_unchecked(Algorithm::SHA1, 6, 0, 30, secret);
    let code = || app.generate(house.running.clock.now().as_second().unsigned_abs());
    let on = careful.put("/v1/me/totp", &json!({ "code": code() })).await;
    assert_eq!(on.status, 200, "{on:?}");
    house.advance(31).await;
    let password = json!({ "login": "careful@house.example", "password": PASSWORD });
    let challenge = house.visitor().post("/v1/sign-in", &password).await.json["challenge"].clone();
    let step = async |code: &str| {
        house
            .visitor()
            .post("/v1/sign-in/totp", &json!({ "challenge": challenge, "code": code }))
            .await
            .status
    };
    assert_eq!((step("000000").await, step(&code()).await), (422, 200));
    let off = async |code: &str| {
        careful.send(Method::DELETE, "/v1/me/totp", Some(json!({ "code": code }).to_string())).await.status
    };
    assert_eq!((off("000000").await, off(on.json["recovery_codes"][0].as_str().unwrap()).await), (422, 204));
    let challenge = {
        let again = careful.post("/v1/me/totp", &json!({ "present_password": PASSWORD })).await;
        assert_eq!(again.status, 201);
        let secret = Secret::Encoded(again.json["secret"].as_str().unwrap().into()).to_bytes().unwrap();
        let app = TOTP::new_unchecked(Algorithm::SHA1, 6, 0, 30, secret);
        let code = app.generate(house.running.clock.now().as_second().unsigned_abs());
        assert_eq!(careful.put("/v1/me/totp", &json!({ "code": code })).await.status, 200);
        house.visitor().post("/v1/sign-in", &password).await.json["challenge"].clone()
    };
    for _ in 0..5 {
        house.visitor().post("/v1/sign-in/totp", &json!({ "challenge": challenge, "code": "000000" })).await;
    }
}
