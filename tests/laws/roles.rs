//! What a role may not do, it may not do anywhere.

use testkit::House;

use crate::{
    interface::{Endpoint, Things, endpoints},
    problems::is_german_problem,
};

/// PPL-1. A representative changes nothing but what is their own.
#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_that_changes_the_account_refuses_a_representative() {
    let house = House::start().await;
    let (manager, representative) = house.demo().await;
    representative.patch("/v1/me", &serde_json::json!({ "locale": "de" })).await;
    let representative = house.sign_in_with("representative@demo.example", deskhand::PASSWORD).await;
    let things = Things::of(&manager).await;
    let own = |endpoint: &Endpoint| {
        endpoint.path.starts_with("/v1/me") || ["portal", "sign-in"].contains(&endpoint.resource())
    };
    let changing = endpoints()
        .into_iter()
        .filter(|endpoint| endpoint.signed_in && endpoint.method != "GET" && !own(endpoint));
    let mut count = 0;
    for endpoint in changing {
        let reply = endpoint.ask(&representative, things.id_or_none(&endpoint), Some("{}".into())).await;
        is_german_problem(&reply, 403, "forbidden", &endpoint.name());
        count += 1;
    }
    assert!(count >= 12, "{count} endpoints");
}
