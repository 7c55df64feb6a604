//! A second factor at the door.

use serde_json::{Value, json};
use testkit::{AuthenticatorApp, House, PASSWORD, Reply};

async fn first_step(house: &House, login: &str) -> Value {
    let reply = house.visitor().post("/v1/sign-in", &json!({ "login": login, "password": PASSWORD })).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    assert!(reply.json["access_token"].is_null() && !reply.headers.contains_key("set-cookie"), "{reply:?}");
    reply.json["challenge"].clone()
}

async fn second_step(house: &House, challenge: &Value, code: &str) -> Reply {
    house.visitor().post("/v1/sign-in/totp", &json!({ "challenge": challenge, "code": code })).await
}

/// PPL-8.
#[tokio::test(flavor = "multi_thread")]
async fn who_has_switched_it_on_signs_in_with_a_code_of_the_app_each_once() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let wrong = manager.post("/v1/me/totp", &json!({ "present_password": "wrong" })).await;
    assert_eq!(wrong.errors(), ["present_password: password_wrong"]);
    assert_eq!(
        manager.put("/v1/me/totp", &json!({ "code": "123456" })).await.status,
        404,
        "nothing was asked for"
    );
    let (app, codes) = AuthenticatorApp::set_up(&house, &manager).await;
    assert_eq!((codes.len(), &manager.get("/v1/me").await.json["two_factor"]), (10, &json!(true)));
    let again = manager.post("/v1/me/totp", &json!({ "present_password": PASSWORD })).await;
    assert_eq!(again.problem(), "totp_on");
    let challenge = first_step(&house, "mo@house.example").await;
    let used = second_step(&house, &challenge, &app.code(&house)).await;
    assert_eq!(used.errors(), ["code: code_wrong"], "it has switched it on");
    house.advance(31).await;
    let code = app.code(&house);
    let entered = second_step(&house, &challenge, &code).await;
    assert_eq!(
        (entered.status, &entered.json["user"]["login"]),
        (200, &json!("mo@house.example")),
        "{entered:?}"
    );
    assert_eq!(second_step(&house, &challenge, &code).await.status, 422, "each code once");
    let other = first_step(&house, "mo@house.example").await;
    assert_eq!(second_step(&house, &other, &codes[4]).await.status, 200);
    assert_eq!(second_step(&house, &other, &codes[4]).await.status, 422, "each recovery code once");
    house.advance(301).await;
    assert_eq!(second_step(&house, &other, &codes[5]).await.status, 401, "the second step came too late");
    assert_eq!(second_step(&house, &json!("made up"), &codes[5]).await.status, 401);
}

/// PPL-8.
#[tokio::test(flavor = "multi_thread")]
async fn wrong_codes_lock_the_login_as_wrong_passwords_do() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (app, codes) = AuthenticatorApp::set_up(&house, &manager).await;
    house.advance(31).await;
    let challenge = first_step(&house, "mo@house.example").await;
    for _ in 0..5 {
        assert_eq!(second_step(&house, &challenge, "000000").await.status, 422);
    }
    assert_eq!(second_step(&house, &challenge, &app.code(&house)).await.status, 429);
    assert_eq!(house.letter_to("mo@house.example").await.text.matches("15").count(), 1);
    house.advance(15 * 60).await;
    let manager = {
        let challenge = first_step(&house, "mo@house.example").await;
        let mut person = house.visitor();
        let entered = second_step(&house, &challenge, &app.code(&house)).await;
        person.take_session(&entered);
        person
    };
    assert_eq!(
        manager
            .send(reqwest::Method::DELETE, "/v1/me/totp", Some(json!({ "code": "000000" }).to_string()))
            .await
            .status,
        422
    );
    let off = manager
        .send(reqwest::Method::DELETE, "/v1/me/totp", Some(json!({ "code": codes[0] }).to_string()))
        .await;
    assert_eq!(off.status, 204, "{off:?}");
    house.sign_in("mo@house.example").await;
}
