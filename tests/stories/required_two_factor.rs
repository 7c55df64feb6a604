//! An account that requires two-factor sign-in (PPL-8).

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{AuthenticatorApp, House, PASSWORD, Person};

async fn require(manager: &Person) {
    let reply = manager.patch("/v1/settings", &json!({ "require_two_factor": true })).await;
    assert_eq!(reply.status, 200, "{reply:?}");
}

/// PPL-8. Whoever signs in without a second factor sets one up before anything else; the server sees to it.
#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_second_factor_may_do_nothing_but_set_one_up() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    require(&manager).await;
    let mut back = house.sign_in("acme@house.example").await;
    assert_eq!((&back.user["two_factor"], &back.user["two_factor_required"]), (&json!(false), &json!(true)));
    for (method, path) in [
        (Method::GET, "/v1/settings"),
        (Method::GET, "/v1/customers"),
        (Method::GET, "/v1/me/sign-ins"),
        (Method::PATCH, "/v1/me"),
        (Method::PATCH, "/v1/settings"),
        (Method::PUT, "/v1/me/password"),
        (Method::POST, "/v1/api-keys"),
    ] {
        let refused = back.send(method, path, Some("{}".into())).await;
        assert_eq!((refused.status, refused.problem().as_str()), (403, "second_factor_needed"), "{path}");
    }
    let refreshed = back.with("x-deskhand", "1").post("/v1/sign-in/refresh", &json!({})).await;
    back.take_session(&refreshed);
    assert_eq!(back.get("/v1/customers").await.problem(), "second_factor_needed", "renewing opens nothing");
    assert_eq!(back.get("/v1/me").await.status, 200, "they see who they are");
    AuthenticatorApp::set_up(&house, &back).await;
    assert_eq!(back.get("/v1/customers").await.status, 200, "from then on all is open, at once");
    assert_eq!(back.delete("/v1/sign-in").await.status, 204);
}

/// PPL-8. Who can't or won't may sign out; who was signed in before is asked when their sign-in is renewed.
#[tokio::test(flavor = "multi_thread")]
async fn who_is_signed_in_already_is_asked_when_the_sign_in_is_renewed() {
    let house = House::start().await;
    let mut manager = house.manager("acme").await;
    require(&manager).await;
    assert_eq!(manager.get("/v1/customers").await.status, 200, "nobody is thrown out amid their work");
    house.advance(21).await;
    let refreshed = manager.with("x-deskhand", "1").post("/v1/sign-in/refresh", &json!({})).await;
    manager.take_session(&refreshed);
    house.advance(60).await;
    assert_eq!(manager.get("/v1/customers").await.problem(), "second_factor_needed");
    assert_eq!(manager.delete("/v1/sign-in").await.status, 204, "one may leave");
}

/// PPL-8. It can't be switched off where it is required, but moved to another device; the present one is good until then.
#[tokio::test(flavor = "multi_thread")]
async fn where_it_is_required_it_can_be_moved_to_another_device_but_not_switched_off() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let (old, codes) = AuthenticatorApp::set_up(&house, &manager).await;
    require(&manager).await;
    let off =
        manager.send(Method::DELETE, "/v1/me/totp", Some(json!({ "code": codes[0] }).to_string())).await;
    assert_eq!(off.problem(), "totp_required");
    house.advance(31).await;
    let asked = manager.post("/v1/me/totp", &json!({ "present_password": PASSWORD })).await;
    assert_eq!(asked.status, 201, "{asked:?}");
    let new = AuthenticatorApp::of(&asked);
    let enter = async |code: String| {
        let password = json!({ "login": "acme@house.example", "password": PASSWORD });
        let challenge = house.visitor().post("/v1/sign-in", &password).await.json["challenge"].clone();
        house
            .visitor()
            .post("/v1/sign-in/totp", &json!({ "challenge": challenge, "code": code }))
            .await
            .status
    };
    assert_eq!(
        (enter(new.code(&house)).await, enter(old.code(&house)).await),
        (422, 200),
        "the present one is good still"
    );
    house.advance(31).await;
    let wrong = manager.put("/v1/me/totp", &json!({ "code": old.code(&house) })).await;
    assert_eq!(wrong.errors(), ["code: code_wrong"]);
    let on = manager.put("/v1/me/totp", &json!({ "code": new.code(&house) })).await;
    assert_eq!((on.status, on.json["recovery_codes"].as_array().map(Vec::len)), (200, Some(10)), "{on:?}");
    house.advance(31).await;
    assert_eq!(
        (enter(old.code(&house)).await, enter(codes[1].clone()).await),
        (422, 422),
        "the old one is not"
    );
    assert_eq!(enter(new.code(&house)).await, 200);
    assert_eq!(manager.put("/v1/me/totp", &json!({ "code": new.code(&house) })).await.problem(), "totp_on");
}

/// PPL-8, PPL-16. Customers and programs are not asked.
#[tokio::test(flavor = "multi_thread")]
async fn customers_and_programs_are_not_asked() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let program = manager.program(&["customers:read"]).await;
    let customer = house.customer(&manager, "ina@example.org").await;
    require(&manager).await;
    assert_eq!(program.get("/v1/customers").await.status, 200);
    assert_eq!(customer.get("/v1/portal/me").await.status, 200);
    let rest = manager.patch("/v1/settings", &json!({ "require_two_factor": null })).await;
    assert_eq!(rest.json["require_two_factor"]["value"], Value::Bool(false));
    assert_eq!(house.sign_in("acme@house.example").await.get("/v1/customers").await.status, 200);
}
