//! The interface is documented, and the document is not stale.

use std::{collections::BTreeSet, fs};

use local::Trigger;
use testkit::House;

use crate::interface::endpoints;

/// API-1. `UPDATE=1` writes the document anew; `make openapi` says so.
#[test]
#[expect(clippy::disallowed_methods, reason = "how a developer asks for the new document")]
fn the_openapi_document_that_is_checked_in_is_the_one_that_the_code_makes() {
    let path = House::root().join("infra/openapi.json");
    let made = deskhand::openapi().to_pretty_json().unwrap() + "\n";
    if std::env::var("UPDATE").is_ok() {
        fs::write(&path, &made).unwrap();
    }
    assert!(fs::read_to_string(&path).unwrap() == made, "infra/openapi.json is stale: run make openapi");
}

/// API-1. What is documented is deployed, and what is deployed is documented.
#[tokio::test(flavor = "multi_thread")]
async fn every_route_of_the_template_is_in_the_document_and_the_reverse() {
    let house = House::start().await;
    let route = |trigger: &Trigger| match trigger {
        Trigger::Http { method, path } => Some(format!("{method} {path}")),
        _ => None,
    };
    let functions = &house.running.template().functions;
    let routes: Vec<String> =
        functions.iter().flat_map(|function| &function.triggers).filter_map(route).collect();
    let deployed: BTreeSet<_> = routes.iter().cloned().collect();
    assert_eq!(deployed.len(), routes.len(), "a route leads to one function");
    let documented: BTreeSet<_> = endpoints().iter().map(super::interface::Endpoint::name).collect();
    assert_eq!(deployed, documented);
    let served = house.visitor().get("/v1/openapi.json").await.json;
    assert_eq!(served, serde_json::to_value(deskhand::openapi()).unwrap(), "the server serves its document");
}

/// Each binary of the template is code of ours, and none of ours is left out.
#[tokio::test(flavor = "multi_thread")]
async fn every_binary_of_the_template_is_there_and_every_binary_is_in_the_template() {
    let house = House::start().await;
    let named: BTreeSet<_> =
        house.running.template().functions.iter().map(|function| function.code.as_str()).collect();
    assert_eq!(named, deskhand::CODES.iter().map(|(name, _)| *name).collect());
}
