//! The interface is documented, and the document is not stale.

use std::fs;

use testkit::House;

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
