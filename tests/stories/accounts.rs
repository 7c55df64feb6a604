//! Opening an account.

use serde_json::json;
use testkit::House;

/// PPL-3. Whoever runs the deployment decides; nobody opens an account behind their back.
#[tokio::test(flavor = "multi_thread")]
async fn where_accounts_are_closed_nobody_opens_one() {
    let house = House::start_closed().await;
    let german = house.visitor().with("accept-language", "de");
    let refused = german
        .post(
            "/v1/accounts",
            &json!({ "name": "Acme", "login": "a@house.example", "first_name": "A", "last_name": "B" }),
        )
        .await;
    assert_eq!((refused.status, refused.problem().as_str()), (409, "accounts_closed"));
    assert_eq!(house.visitor().get("/v1/accounts").await.json, json!({ "open": false }));
    let open = House::start().await;
    assert_eq!(open.visitor().get("/v1/accounts").await.json, json!({ "open": true }));
    assert_eq!(refused.json["title"], "Neue Konten können hier nicht eröffnet werden.");
    assert_eq!(house.letters_to("a@house.example").await.len(), 0);
}

/// API-1, PPL-4. One answer names all that is wrong, and nothing that is right.
#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_field_of_an_opening_is_named_at_once() {
    let house = House::start().await;
    let refused = house.visitor().post("/v1/accounts", &json!({ "time_zone": "Mars/Olympus" })).await;
    assert_eq!((refused.status, refused.problem().as_str()), (422, "invalid"));
    let wrong = [
        "first_name: required",
        "last_name: required",
        "login: required",
        "name: required",
        "time_zone: time_zone",
    ];
    assert_eq!(refused.errors(), wrong, "the e-mail address may be left out");
    let long = json!({ "name": "N", "login": "nobody", "email": "nowhere", "first_name": "x".repeat(129), "last_name": "L\u{7}" });
    let wrong = ["email: email", "first_name: too_long", "last_name: control_characters", "login: email"];
    assert_eq!(house.visitor().post("/v1/accounts", &long).await.errors(), wrong);
}

/// PPL-3. A login is unique in the whole deployment, whatever its case.
#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_somebody_has_opens_no_second_account() {
    let house = House::start().await;
    house.manager("acme").await;
    let opening =
        json!({ "name": "Other", "login": "ACME@House.Example", "first_name": "A", "last_name": "B" });
    let refused = house.visitor().post("/v1/accounts", &opening).await;
    assert_eq!((refused.status, refused.errors()), (422, vec!["login: login_taken".to_owned()]));
    assert_eq!(house.letters_to("acme@house.example").await.len(), 1, "the invitation of the first account");
}
