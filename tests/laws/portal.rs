//! Staff are staff and customers are customers, at every endpoint.

use testkit::{House, Person};

use crate::{
    interface::{Things, endpoints},
    problems::is_german_problem,
};

async fn all_refuse(person: &Person, things: &Things, portal: bool) -> usize {
    let mut count = 0;
    for endpoint in endpoints().iter().filter(|endpoint| endpoint.signed_in && endpoint.is_portal() == portal)
    {
        for id in [things.id_or_none(endpoint), "0"] {
            for body in [None, Some("{}".to_owned())] {
                let reply = endpoint.ask(person, id, body).await;
                is_german_problem(&reply, 401, "unauthenticated", &endpoint.name());
            }
        }
        count += 1;
    }
    count
}

/// CUS-2, API-1. With each token at its best: signed in, of the same account, a moment ago.
#[tokio::test(flavor = "multi_thread")]
async fn a_customers_token_opens_nothing_of_the_staff_and_a_staff_token_nothing_of_the_portal() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let customer = house.customer(&manager, "portal@example.org").await.with("accept-language", "de");
    let things = Things::of(&manager).await;
    assert!(all_refuse(&customer, &things, false).await >= 25);
    assert!(all_refuse(&manager, &things, true).await >= 3);
    assert_eq!(customer.get("/v1/portal/me").await.status, 200, "it was good all the while");
    assert_eq!(manager.get("/v1/me").await.status, 200);
    // An idempotency key is looked up before anything else.
    let keyed = customer.with("idempotency-key", "k");
    let reply = keyed.post("/v1/companies", &serde_json::json!({ "name": "Mine" })).await;
    is_german_problem(&reply, 401, "unauthenticated", "with a key");
}

/// PPL-9, CUS-2. Within a minute of its end, a customer's sign-in opens nothing any more.
#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_of_the_portal_refuses_a_token_whose_customer_has_lost_their_access() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let customer = house.customer(&manager, "portal@example.org").await;
    let things = Things::of(&manager).await;
    let path = format!("/v1/customers/{}", customer.user["id"].as_str().unwrap());
    assert_eq!(customer.get("/v1/portal/me").await.status, 200);
    assert_eq!(manager.patch(&path, &serde_json::json!({ "portal_access": "none" })).await.status, 200);
    house.advance(60).await;
    assert!(all_refuse(&customer, &things, true).await >= 3);
}
