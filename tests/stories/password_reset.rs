//! A forgotten password.

use serde_json::json;
use testkit::{House, PASSWORD};

const NEW: &str = "Loud-mountain-8";

async fn ask(house: &House, login: &str) -> testkit::Reply {
    house.visitor().post("/v1/password-resets", &json!({ "login": login })).await
}

async fn link(house: &House) -> String {
    // Whatever was written before goes before.
    house.quiet().await;
    assert_eq!(ask(house, "acme@house.example").await.status, 202);
    format!("/v1/password-resets/{}", house.letter_to("acme@house.example").await.token())
}

/// PPL-7.
#[tokio::test(flavor = "multi_thread")]
async fn asking_for_a_reset_never_says_whether_there_is_such_a_login() {
    let house = House::start().await;
    house.manager("acme").await;
    let (known, unknown) =
        (ask(&house, "acme@house.example").await, ask(&house, "nobody@house.example").await);
    let told = |reply: &testkit::Reply| {
        (reply.status, reply.text.clone(), reply.headers.keys().cloned().collect::<Vec<_>>())
    };
    assert_eq!(told(&known), told(&unknown));
    assert_eq!(house.letters_to("acme@house.example").await.len(), 2, "the invitation and the link");
    assert_eq!(house.letters_to("nobody@house.example").await.len(), 0);
    let broken = ask(&house, "no address").await;
    assert_eq!((broken.status, broken.errors()), (422, vec!["login: email".to_owned()]));
}

/// PPL-7. All devices are signed out, a locked login is free again, and a notice is mailed.
#[tokio::test(flavor = "multi_thread")]
async fn a_reset_sets_the_password_once_and_signs_all_devices_out() {
    let house = House::start().await;
    let devices = [house.manager("acme").await, house.sign_in("acme@house.example").await];
    for _ in 0..5 {
        house
            .visitor()
            .post("/v1/sign-in", &json!({ "login": "acme@house.example", "password": "wrong" }))
            .await;
    }
    let path = link(&house).await;
    assert_eq!(house.visitor().put(&path, &json!({ "password": NEW })).await.status, 204);
    let again = house.visitor().put(&path, &json!({ "password": PASSWORD })).await;
    assert_eq!((again.status, again.problem().as_str()), (404, "link_invalid"), "a link works once");
    house.advance(60).await;
    for device in devices {
        assert_eq!(device.get("/v1/me").await.status, 401);
        assert_eq!(device.with("x-deskhand", "1").post("/v1/sign-in/refresh", &json!({})).await.status, 401);
    }
    house.sign_in_with("acme@house.example", NEW).await;
    let old = house
        .visitor()
        .post("/v1/sign-in", &json!({ "login": "acme@house.example", "password": PASSWORD }))
        .await;
    assert_eq!(old.problem(), "sign_in_refused");
    let letters = house.letters_to("acme@house.example").await;
    let notice = letters.iter().find(|letter| letter.subject.ends_with("has been changed"));
    let notice = notice.unwrap_or_else(|| panic!("no notice among {letters:?}"));
    assert!(!notice.text.contains(&path), "a notice carries no link that lets somebody in");
}

/// PPL-5, PPL-7. Asked for twice, the first link is dead.
#[tokio::test(flavor = "multi_thread")]
async fn the_link_of_a_reset_asked_for_again_kills_the_one_before() {
    let house = House::start().await;
    house.manager("acme").await;
    let (old, new) = (link(&house).await, link(&house).await);
    let dead = house.visitor().put(&old, &json!({ "password": NEW })).await;
    assert_eq!((dead.status, dead.problem().as_str()), (404, "link_invalid"));
    assert_eq!(house.visitor().put(&new, &json!({ "password": NEW })).await.status, 204);
}

/// PPL-7.
#[tokio::test(flavor = "multi_thread")]
async fn a_reset_link_is_good_for_30_minutes() {
    let house = House::start().await;
    house.manager("acme").await;
    let path = link(&house).await;
    house.advance(29 * 60).await;
    let weak = house.visitor().put(&path, &json!({ "password": "acme@house.example" })).await;
    assert_eq!(
        (weak.status, weak.errors()),
        (422, vec!["password: password_personal".to_owned()]),
        "still good"
    );
    house.advance(61).await;
    let late = house.visitor().put(&path, &json!({ "password": NEW })).await;
    assert_eq!((late.status, late.problem().as_str()), (404, "link_invalid"));
    house.sign_in("acme@house.example").await;
}
