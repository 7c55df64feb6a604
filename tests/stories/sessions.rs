//! Staying signed in, here and elsewhere.

use serde_json::json;
use testkit::{House, Person, Reply};

async fn refresh(person: &Person) -> Reply {
    person.with("x-deskhand", "1").post("/v1/sign-in/refresh", &json!({})).await
}

/// PPL-9.
#[tokio::test(flavor = "multi_thread")]
async fn a_browser_renews_its_sign_in_by_its_cookie_and_gets_another_cookie() {
    let house = House::start().await;
    let mut manager = house.manager("acme").await;
    house.advance(15 * 60 + 1).await;
    assert_eq!(manager.get("/v1/me").await.status, 401, "an access token lives 15 minutes");
    let forged = manager.post("/v1/sign-in/refresh", &json!({})).await;
    assert_eq!(
        (forged.status, forged.problem().as_str()),
        (401, "unauthenticated"),
        "a page of another site sends no X-Deskhand"
    );
    let renewed = refresh(&manager).await;
    assert_eq!((renewed.status, &renewed.json["user"]["login"]), (200, &json!("acme@house.example")));
    let cookie = &renewed.headers["set-cookie"];
    for part in ["__Host-refresh=", "; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Strict"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    let old = manager.cookie.clone();
    manager.take_session(&renewed);
    assert_ne!(manager.cookie, old);
    assert_eq!(manager.get("/v1/me").await.status, 200);
    let nobody = refresh(&house.visitor()).await;
    assert_eq!((nobody.status, nobody.problem().as_str()), (401, "unauthenticated"));
}

/// PPL-9. A copy of a cookie that is shown after its owner has gone on ends the sign-in for both.
#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_token_that_is_used_again_ends_the_sign_in() {
    let house = House::start().await;
    let copy = house.manager("acme").await;
    let elsewhere = house.sign_in("acme@house.example").await;
    let mut owner = copy.clone();
    owner.take_session(&refresh(&copy).await);
    house.advance(21).await;
    assert_eq!(refresh(&copy).await.status, 401);
    assert_eq!(refresh(&owner).await.status, 401, "the newest token of the family is dead as well");
    house.advance(60).await;
    assert_eq!(owner.get("/v1/me").await.status, 401);
    assert_eq!(elsewhere.get("/v1/me").await.status, 200, "other sign-ins go on");
}

/// PPL-9. Two tabs may renew at once, and an answer may get lost on its way.
#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_token_may_be_shown_again_for_a_moment() {
    let house = House::start().await;
    let mut manager = house.manager("acme").await;
    assert_eq!(refresh(&manager).await.status, 200);
    let second = refresh(&manager).await;
    assert_eq!(second.status, 200);
    manager.take_session(&second);
    assert_eq!(manager.get("/v1/me").await.status, 200);
}

/// PPL-9.
#[tokio::test(flavor = "multi_thread")]
async fn a_user_sees_their_sign_ins_and_ends_one_of_them() {
    let house = House::start().await;
    let desk = house.manager("acme").await;
    let phone = house.visitor().with("user-agent", "A phone");
    let body = json!({ "login": "acme@house.example", "password": testkit::PASSWORD });
    let mut signed_in = phone.clone();
    signed_in.take_session(&phone.post("/v1/sign-in", &body).await);
    let items = desk.get("/v1/me/sign-ins").await.json["items"].as_array().unwrap().clone();
    let told: Vec<_> = items
        .iter()
        .map(|item| (item["device"].as_str().unwrap(), item["current"].as_bool().unwrap()))
        .collect();
    assert_eq!((told[0], told.len(), told[1].1), (("A phone", false), 2, true), "newest first");
    assert_eq!(
        desk.delete(&format!("/v1/me/sign-ins/{}", items[0]["id"].as_str().unwrap())).await.status,
        204
    );
    assert_eq!(refresh(&signed_in).await.status, 401);
    house.advance(60).await;
    assert_eq!(signed_in.get("/v1/me").await.status, 401, "within a minute");
    assert_eq!(desk.all("/v1/me/sign-ins").await.len(), 1);
}

/// API-2. Browsers send the key and the old token with everything.
#[tokio::test(flavor = "multi_thread")]
async fn signing_in_again_with_a_token_and_an_idempotency_key_is_a_new_sign_in() {
    let house = House::start().await;
    let manager = house.manager("acme").await.with("idempotency-key", "again");
    let login = serde_json::json!({ "login": "acme@house.example", "password": testkit::PASSWORD });
    for _ in 0..2 {
        assert_eq!(manager.post("/v1/sign-in", &login).await.status, 200);
    }
}
