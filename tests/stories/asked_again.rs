//! Whoever gets no answer asks again with the same key: the answer is the first one, and there is one of it.

use local::{Fault, Faults};
use serde_json::{Value, json};
use testkit::{House, Person, Reply};

/// What is struck: the function, its path, and where its things are listed.
type Struck<'a> = (&'a str, &'a str, &'a str);

/// Ends the function at one of its calls and asks again; the first answer, if there was one, and the second.
async fn asked_twice(
    (house, keyed): (&House, &Person),
    (function, path, _): Struck<'_>,
    body: &Value,
    (fault, skip): (Fault, u64),
) -> (Option<Reply>, Reply) {
    house.running.strike(Some(Faults { fault, functions: vec![function.to_owned()], skip, every: 0 }));
    let first = keyed.post(path, body).await;
    let struck = !house.running.struck().is_empty();
    house.running.strike(None);
    assert_eq!(first.status >= 500, struck, "{function} {fault:?} {skip}: {first:?}");
    (Some(first).filter(|_| !struck), keyed.post(path, body).await)
}

/// Ends the function at its first call, then at its second, and so on; says how often the repetition found that the first
/// had been done.
async fn at_every_call(function: Struck<'_>, body: impl Fn(&str) -> Value, fault: Fault) -> usize {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let mut found = 0;
    for call in 0..50 {
        let before = manager.all(function.2).await.len();
        let name = format!("{fault:?}{call}").to_lowercase();
        let keyed = manager.with("idempotency-key", &name);
        // What is remembered of the sign-in is forgotten, so that all calls are made each time.
        house.advance(61).await;
        let (first, again) = asked_twice((&house, &keyed), function, &body(&name), (fault, call)).await;
        let told = format!("{function:?} {fault:?} {call}: {again:?}");
        assert!([201, 202].contains(&again.status), "{told}");
        assert_eq!(manager.all(function.2).await.len(), before + 1, "{told}");
        assert_eq!(keyed.post(function.1, &body(&name)).await.text, again.text, "{told}");
        found += usize::from(again.headers.contains_key("idempotent-replayed"));
        if let Some(first) = first {
            assert_eq!(first.text, again.text, "{told}");
            // This one was done and answered.
            return found - 1;
        }
    }
    panic!("{function:?} never came to an end")
}

/// API-2. Whether the address is free, is asked within the transaction: it is not taken by oneself.
#[tokio::test(flavor = "multi_thread")]
async fn a_customer_is_there_once_wherever_the_function_ends() {
    let customer = |name: &str| json!({ "last_name": "Person", "email": format!("{name}@example.org") });
    let create = ("CreateCustomer", "/v1/customers", "/v1/customers");
    assert_eq!(at_every_call(create, customer, Fault::KilledBefore).await, 0, "nothing was done");
    assert_eq!(at_every_call(create, customer, Fault::KilledAfter).await, 1, "the write is the last call");
}

/// API-2. Of exports there could be two: nothing about one is unique.
#[tokio::test(flavor = "multi_thread")]
async fn an_export_is_made_once_wherever_the_function_ends() {
    let request = ("RequestExport", "/v1/exports", "/v1/exports");
    assert_eq!(at_every_call(request, |_| json!({}), Fault::KilledBefore).await, 0);
    assert_eq!(at_every_call(request, |_| json!({}), Fault::KilledAfter).await, 1);
}

/// API-2, PPL-16. A key is shown once; who got no answer sees it by asking again.
#[tokio::test(flavor = "multi_thread")]
async fn an_api_key_whose_answer_was_lost_is_shown_to_who_asks_again() {
    let key = |name: &str| json!({ "name": name, "scopes": ["customers:read"] });
    let create = ("CreateApiKey", "/v1/api-keys", "/v1/api-keys");
    assert_eq!(at_every_call(create, key, Fault::KilledAfter).await, 1);
}

/// API-2. A request that meets a change of what it has read is decided anew, and done once.
#[tokio::test(flavor = "multi_thread")]
async fn requests_that_meet_each_other_are_each_done_once() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let contact = manager.post("/v1/contacts", &json!({ "name": "Night" })).await.id();
    let path = format!("/v1/contacts/{contact}/methods");
    let adding = (0..4).map(|number| {
        let keyed = manager.with("idempotency-key", &format!("{number}"));
        let (path, method) =
            (path.clone(), json!({ "address": format!("n{number}@example.org"), "uses": ["alerts"] }));
        async move { keyed.post(&path, &method).await }
    });
    for reply in futures::future::join_all(adding).await {
        assert_eq!(reply.status, 201, "{reply:?}");
    }
    let methods = manager.get(&format!("/v1/contacts/{contact}")).await.json["methods"].clone();
    assert_eq!(methods.as_array().unwrap().len(), 4);
}

/// API-2. Work of many transactions is kept as it goes; the repetition does the rest.
#[tokio::test(flavor = "multi_thread")]
async fn a_batch_of_users_is_ended_by_who_asks_again() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let before = manager.all("/v1/users").await.len();
    let lines: Vec<String> = (0..6).map(|line| format!("A{line},B,a{line}@batch.example")).collect();
    let body = json!({ "lines": lines.join("\n"), "company_access": "all", "modules": ["service_desk"] });
    let keyed = manager.with("idempotency-key", "shift");
    let weather =
        Faults { fault: Fault::KilledAfter, functions: vec!["CreateUsers".to_owned()], skip: 5, every: 0 };
    house.running.strike(Some(weather));
    assert!(keyed.post("/v1/users/batch", &body).await.status >= 500);
    house.running.strike(None);
    let again = keyed.post("/v1/users/batch", &body).await;
    assert_eq!((again.status, again.headers.contains_key("idempotent-replayed")), (200, false), "{again:?}");
    assert_eq!(manager.all("/v1/users").await.len(), before + 6, "{again:?}");
    assert_eq!(keyed.post("/v1/users/batch", &body).await.text, again.text);
}
