//! Programs drop files.

use serde_json::json;
use testkit::{House, Table};

/// IMP-1.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_a_program_drops_waits_to_be_confirmed() {
    let house = House::start().await;
    let (manager, other) = (house.manager("acme").await, house.manager("other").await);
    let account = manager.user["account"]["id"].as_str().unwrap();
    house.drop_file(account, "every night/monday.csv", Table::people("p", 30)).await;
    house.quiet().await;
    let imports = manager.all("/v1/imports").await;
    assert_eq!(
        (imports.len(), &imports[0]["state"], &imports[0]["file_name"]),
        (1, &json!("ready"), &json!("monday.csv"))
    );
    assert_eq!(manager.all("/v1/customers").await.len(), 0, "nothing is written before confirm");
    assert_eq!(other.all("/v1/imports").await.len(), 0);
    let done = manager.confirm(&imports[0], &json!({})).await;
    assert_eq!((&done["state"], &done["counts"]["written"]), (&json!("done"), &json!(30)));
    house.advance(60).await;
    house.drop_file(account, "every night/monday.csv", Table::people("p", 31)).await;
    house.quiet().await;
    let imports = manager.all("/v1/imports").await;
    let counts = (imports.len(), &imports[0]["counts"]["exists"], &imports[0]["counts"]["create"]);
    assert_eq!(counts, (2, &json!(30), &json!(1)), "the next file of that name is another import");
}

/// IMP-3. An empty file can't be announced, but it can be dropped.
#[tokio::test(flavor = "multi_thread")]
async fn an_empty_file_that_is_dropped_is_explained() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    house.drop_file(manager.user["account"]["id"].as_str().unwrap(), "empty.csv", vec![]).await;
    house.quiet().await;
    let imports = manager.all("/v1/imports").await;
    assert_eq!(
        (&imports[0]["state"], &imports[0]["problem"]["type"]),
        (&json!("failed"), &json!("/problems/import/empty"))
    );
    assert_eq!(house.dead_letters().await.len(), 0);
}
