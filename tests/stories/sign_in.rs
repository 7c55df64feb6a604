//! Signing in and out.

use serde_json::json;
use testkit::{House, PASSWORD};

/// PPL-5, PPL-9, PPL-10.
#[tokio::test(flavor = "multi_thread")]
async fn a_new_manager_follows_the_link_of_the_mail_signs_in_looks_and_signs_out() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let me = manager.get("/v1/me").await;
    assert_eq!(
        (me.status, &me.json["role"], &me.json["account"]["name"]),
        (200, &json!("company_manager"), &json!("acme"))
    );
    assert_eq!(manager.get("/v1/me/sign-ins").await.json["items"][0]["current"], json!(true));
    assert_eq!(manager.delete("/v1/sign-in").await.status, 204);
    house.advance(60).await;
    assert_eq!(manager.get("/v1/me").await.status, 401, "within a minute");
}

/// PPL-8.
#[tokio::test(flavor = "multi_thread")]
async fn five_wrong_passwords_lock_the_login_and_the_right_one_must_wait() {
    let house = House::start().await;
    house.manager("acme").await;
    let try_with = async |password: &str| {
        house
            .visitor()
            .post("/v1/sign-in", &json!({ "login": "ACME@house.example", "password": password }))
            .await
    };
    for _ in 0..5 {
        assert_eq!(try_with("wrong").await.problem(), "sign_in_refused");
    }
    let locked = try_with(PASSWORD).await;
    assert_eq!(
        (locked.status, locked.problem().as_str(), locked.headers["retry-after"].as_str()),
        (429, "sign_in_locked", "900")
    );
    assert!(house.letter_to("acme@house.example").await.text.contains("15"));
    house.advance(15 * 60).await;
    assert_eq!(try_with(PASSWORD).await.status, 200);
}
