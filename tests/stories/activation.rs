//! The link of an invitation.

use serde_json::json;
use testkit::{House, Letter, PASSWORD};

async fn invite(house: &House) -> Letter {
    let opening =
        json!({ "name": "Acme", "login": "mo@house.example", "first_name": "Mo", "last_name": "Chief" });
    let opened = house.visitor().with("accept-language", "de-CH").post("/v1/accounts", &opening).await;
    assert_eq!(opened.status, 201, "{opened:?}");
    house.letter_to("mo@house.example").await
}

/// PPL-5. The mail is in the invited person's language, and its link works once.
#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_in_ones_language_works_once() {
    let house = House::start().await;
    let letter = invite(&house).await;
    assert!(letter.text.contains("Passwort"), "{}", letter.text);
    let path = format!("/v1/activations/{}", letter.token());
    let shown = house.visitor().get(&path).await;
    assert_eq!(
        (shown.status, &shown.json["login"], &shown.json["kind"]),
        (200, &json!("mo@house.example"), &json!("user"))
    );
    let weak = house.visitor().put(&path, &json!({ "password": "short" })).await;
    assert_eq!((weak.status, weak.errors()), (422, vec!["password: password_classes".to_owned()]));
    assert_eq!(
        house.visitor().put(&path, &json!({ "password": PASSWORD })).await.status,
        204,
        "a refusal does not use the link up"
    );
    let again = house.visitor().put(&path, &json!({ "password": "Other-harbour-8" })).await;
    assert_eq!((again.status, again.problem().as_str()), (404, "link_invalid"));
    assert_eq!(house.visitor().get(&path).await.problem(), "link_invalid");
    house.sign_in("mo@house.example").await;
}

/// PPL-5. 72 hours, not a second more.
#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_expires_after_72_hours() {
    let house = House::start().await;
    let path = format!("/v1/activations/{}", invite(&house).await.token());
    house.advance(72 * 3600 - 60).await;
    assert_eq!(house.visitor().get(&path).await.status, 200);
    house.advance(61).await;
    assert_eq!(house.visitor().get(&path).await.problem(), "link_invalid");
    let late = house.visitor().put(&path, &json!({ "password": PASSWORD })).await;
    assert_eq!((late.status, late.problem().as_str()), (404, "link_invalid"));
}

/// PPL-5, PPL-7. A link is good for what it was sent for and nothing else; one that never was is answered alike.
#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_resets_no_password_and_an_invented_link_opens_nothing() {
    let house = House::start().await;
    let token = invite(&house).await.token();
    for path in [
        format!("/v1/password-resets/{token}"),
        "/v1/activations/0000".into(),
        "/v1/password-resets/0000".into(),
    ] {
        let refused = house.visitor().put(&path, &json!({ "password": PASSWORD })).await;
        assert_eq!((refused.status, refused.problem().as_str()), (404, "link_invalid"), "{path}");
    }
}
