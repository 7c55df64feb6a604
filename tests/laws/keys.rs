//! What a program may do by its API key is what the interface's document says, and nothing else.

use std::collections::BTreeSet;

use deskhand::seed_app;
use domain::{api_key::Token, scope::Scope};
use testkit::House;
use wildmatch::WildMatch;

use crate::{interface::endpoints, problems::is_german_problem};

fn names(scopes: impl Iterator<Item = Scope>) -> Vec<&'static str> {
    scopes.map(Scope::name).collect()
}

/// PPL-16. Without the scope that an endpoint names: 403. Where none is named, a key is nothing to sign in with.
#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_takes_a_key_with_its_scope_and_no_other() {
    let house = House::start().await;
    let manager = house.manager("acme").await.with("accept-language", "de");
    let every = manager.program(&names(Scope::ALL.iter().copied())).await;
    let mut opened = BTreeSet::new();
    for scope in Scope::ALL {
        let only = manager.program(&[scope.name()]).await;
        let others = manager.program(&names(Scope::ALL.iter().copied().filter(|other| other != scope))).await;
        for endpoint in endpoints().iter().filter(|endpoint| endpoint.scope.as_deref() == Some(scope.name()))
        {
            let body = || Some("{}".to_owned());
            is_german_problem(&endpoint.ask(&others, "0", body()).await, 403, "forbidden", &endpoint.name());
            let reply = endpoint.ask(&only, "0", body()).await;
            assert!(
                ![401, 403].contains(&reply.status) && reply.status < 500,
                "{}: {reply:?}",
                endpoint.name()
            );
            opened.insert(*scope);
        }
    }
    assert_eq!(opened.len(), Scope::ALL.len(), "every scope opens something");
    let mut closed = 0;
    for endpoint in endpoints().iter().filter(|endpoint| endpoint.signed_in && endpoint.scope.is_none()) {
        for program in [every.clone(), every.with("idempotency-key", "k")] {
            let reply = endpoint.ask(&program, "0", Some("{}".to_owned())).await;
            is_german_problem(&reply, 401, "unauthenticated", &endpoint.name());
        }
        closed += 1;
    }
    assert!(closed >= 8, "{closed} endpoints take no keys");
}

/// PPL-16.
#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_refuses_a_key_that_is_unknown_revoked_or_expired() {
    let house = House::start().await;
    let manager = house.manager("acme").await.with("accept-language", "de");
    let all = names(Scope::ALL.iter().copied());
    let unknown = Token::new(&mut seed_app(&house.running).unwrap().moment()).as_str().to_owned();
    let (revoked, mut stranger) =
        (manager.program(&all).await, house.visitor().with("accept-language", "de"));
    let later = runtime::Clock::system().now() + jiff::SignedDuration::from_secs(30);
    let body = serde_json::json!({ "name": "Short", "scopes": all, "expires_at": later.to_string() });
    let expiring = manager.post("/v1/api-keys", &body).await.json["key"].as_str().unwrap().to_owned();
    for endpoint in endpoints().iter().filter(|endpoint| endpoint.scope.is_some()) {
        assert_ne!(endpoint.ask(&revoked, "0", Some("{}".into())).await.status, 401);
    }
    let key = revoked.user["id"].as_str().unwrap();
    assert_eq!(manager.delete(&format!("/v1/api-keys/{key}")).await.status, 204);
    house.advance(60).await;
    for dead in [unknown, revoked.token.clone().unwrap(), expiring, "dhk_0".into()] {
        stranger.token = Some(dead.clone());
        for endpoint in endpoints().iter().filter(|endpoint| endpoint.signed_in) {
            let reply = endpoint.ask(&stranger, "0", Some("{}".to_owned())).await;
            is_german_problem(&reply, 401, "unauthenticated", &format!("{} {dead}", endpoint.name()));
        }
    }
}

/// AUD-1. What is told stays told: events are put where there is none, and nobody may take one away.
#[tokio::test(flavor = "multi_thread")]
async fn no_function_may_change_or_delete_an_event() {
    let house = House::start().await;
    let event = "A#acc_01a1ffe7e37771e3b9ffc1e5b66eeefe#EVENTS#2026-11-21#0";
    let grants = house.running.template().functions.iter().flat_map(|function| {
        let grants = function.statements.iter().flat_map(local::Statement::grants);
        grants.map(|grant| (function.id.clone(), grant))
    });
    let mut written = 0;
    for (function, grant) in grants.filter(|(_, grant)| grant.action.starts_with("dynamodb:")) {
        let Some(pattern) = grant.value.as_deref().filter(|pattern| WildMatch::new(pattern).matches(event))
        else {
            continue;
        };
        let harmless = ["Put", "Get", "Query", "ConditionCheck"].iter().any(|may| grant.action.contains(may));
        assert!(harmless, "{function} may {} on {pattern}", grant.action);
        written += usize::from(grant.action.contains("Put"));
    }
    assert!(written > 20, "{written} functions tell events");
}
