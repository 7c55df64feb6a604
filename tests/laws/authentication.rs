//! Each endpoint asks who you are.

use testkit::{House, Person};

use crate::{interface::endpoints, problems::is_german_problem};

async fn all_refuse(person: &Person, why: &str) {
    let german = person.with("accept-language", "de-AT, en;q=0.5");
    for endpoint in endpoints().iter().filter(|endpoint| endpoint.signed_in) {
        for body in [None, Some("{}".to_owned()), Some("{".to_owned())] {
            let reply = endpoint.ask(&german, "0", body).await;
            is_german_problem(&reply, 401, "unauthenticated", &format!("{} {why}", endpoint.name()));
        }
    }
}

/// PPL-9, API-1.
#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_that_needs_a_token_refuses_without_one_with_a_broken_one_and_with_an_expired_one() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let token = manager.token.clone().unwrap();
    all_refuse(&house.visitor(), "without a token").await;
    let (head, signature) = token.rsplit_once('.').unwrap();
    let flipped: String = signature.chars().rev().collect();
    let unsigned = format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{}.", head.split('.').nth(1).unwrap());
    for broken in ["nonsense".to_owned(), head.to_owned(), format!("{head}.{flipped}"), unsigned] {
        let mut stranger = house.visitor();
        stranger.token = Some(broken.clone());
        all_refuse(&stranger, &broken).await;
    }
    house.advance(15 * 60 + 1).await;
    all_refuse(&manager, "with an expired token").await;
}

/// PPL-9. Within a minute of its end, a sign-in opens nothing any more.
#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_that_needs_a_token_refuses_one_whose_sign_in_has_ended() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    for endpoint in endpoints().iter().filter(|endpoint| endpoint.signed_in && endpoint.method == "GET") {
        endpoint.ask(&manager, "0", None).await;
    }
    let same = manager.clone();
    assert_eq!(manager.delete("/v1/sign-in").await.status, 204);
    house.advance(60).await;
    all_refuse(&same, "after signing out").await;
}
