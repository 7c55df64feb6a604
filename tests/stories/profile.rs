//! One's own profile and password.

use serde_json::json;
use testkit::{House, PASSWORD};

const NEW: &str = "Loud-mountain-8";

/// PPL-10, PPL-11.
#[tokio::test(flavor = "multi_thread")]
async fn a_user_changes_name_login_language_and_time_zone() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let change = json!({ "first_name": "Zoë", "screen_name": "Z", "login": "zoe@house.example", "locale": "de", "time_zone": "Asia/Tokyo" });
    let changed = manager.patch("/v1/me", &change).await;
    assert_eq!(changed.status, 200, "{changed:?}");
    for (field, value) in change.as_object().unwrap() {
        assert_eq!(&changed.json[field], value);
    }
    assert_eq!(changed.json["last_name"], "Chief", "what is not named stays");
    assert_eq!(changed.headers["etag"], manager.get("/v1/me").await.headers["etag"]);
    let gone = house
        .visitor()
        .post("/v1/sign-in", &json!({ "login": "acme@house.example", "password": PASSWORD }))
        .await;
    assert_eq!(gone.problem(), "sign_in_refused");
    let zoe = house.sign_in("zoe@house.example").await;
    assert_eq!(
        zoe.get("/v1/customers/cus_x").await.json["title"],
        "Nicht gefunden.",
        "spoken to in their language"
    );
}

/// PPL-3, PPL-4, API-1.
#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_somebody_has_and_every_wrong_field_are_refused() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    house.manager("other").await;
    let taken = manager.patch("/v1/me", &json!({ "login": "Other@house.example" })).await;
    assert_eq!((taken.status, taken.errors()), (422, vec!["login: login_taken".to_owned()]));
    let all = json!({ "first_name": "", "last_name": "x".repeat(129), "login": "a b", "email": "@", "screen_name": "\u{0}", "time_zone": "Mars" });
    let wrong = [
        "email: email",
        "first_name: required",
        "last_name: too_long",
        "login: email",
        "screen_name: control_characters",
        "time_zone: time_zone",
    ];
    assert_eq!(manager.patch("/v1/me", &all).await.errors(), wrong);
    let role = manager.patch("/v1/me", &json!({ "role": "api_manager" })).await;
    assert_eq!(
        (role.status, role.errors()),
        (422, vec!["role: unknown_field".to_owned()]),
        "nobody changes their own role"
    );
    house.sign_in("acme@house.example").await;
}

/// PPL-9, PPL-11.
#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_all_other_sign_ins_and_is_told_by_mail() {
    let house = House::start().await;
    let desk = house.manager("acme").await;
    let phone = house.sign_in("acme@house.example").await;
    let changed =
        desk.put("/v1/me/password", &json!({ "present_password": PASSWORD, "password": NEW })).await;
    assert_eq!(changed.status, 204, "{changed:?}");
    house.advance(60).await;
    assert_eq!((desk.get("/v1/me").await.status, phone.get("/v1/me").await.status), (200, 401));
    house.sign_in_with("acme@house.example", NEW).await;
    assert!(house.letter_to("acme@house.example").await.subject.to_lowercase().contains("password"));
}

/// PPL-6, PPL-8. A stolen browser can't guess the password either.
#[tokio::test(flavor = "multi_thread")]
async fn without_the_present_password_there_is_no_new_one_and_guessing_locks() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let try_with = async |present: &str, new: &str| {
        manager.put("/v1/me/password", &json!({ "present_password": present, "password": new })).await
    };
    let both = try_with("wrong", "Chief-acme-1").await;
    assert_eq!(
        both.errors(),
        ["password: password_personal", "present_password: password_wrong"],
        "both at once"
    );
    for _ in 0..4 {
        assert_eq!(try_with("wrong", NEW).await.errors(), ["present_password: password_wrong"]);
    }
    let locked = try_with(PASSWORD, NEW).await;
    assert_eq!((locked.status, locked.problem().as_str()), (429, "sign_in_locked"));
    house.advance(15 * 60 - 1).await;
    assert_eq!(
        house
            .visitor()
            .post("/v1/sign-in", &json!({ "login": "acme@house.example", "password": PASSWORD }))
            .await
            .status,
        429
    );
    house.advance(1).await;
    house.sign_in("acme@house.example").await;
}
