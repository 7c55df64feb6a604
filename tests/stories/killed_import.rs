//! Functions die at any line, and an import goes on.

use serde_json::{Value, json};
use testkit::{House, Person, Table};

use crate::misfortune::ends;

/// Nobody works on it until the lease has run out; then the watchdog wakes another worker.
async fn goes_on(
    house: &House,
    manager: &Person,
    id: &str,
    (during, count, after): (&str, &str, &str),
) -> Value {
    house.quiet().await;
    house.watch().await;
    let import = manager.get(&format!("/v1/imports/{id}")).await.json;
    assert_eq!(import["state"], during, "the dead worker's lease still holds");
    assert!(import["counts"][count].as_u64().unwrap() > 0, "it died behind a checkpoint: {import}");
    house.advance(121).await;
    house.watch().await;
    manager.watch_import(id, &[after]).await
}

/// IMP-6. Every row is judged once.
#[tokio::test(flavor = "multi_thread")]
async fn an_import_whose_reader_was_killed_goes_on_at_its_checkpoint() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    house.running.strike(Some(ends("ReadImport", 20, 0)));
    let id = manager.upload_csv("a.csv", Table::people("p", 5_000)).await;
    let ready = goes_on(&house, &manager, &id, ("reading", "rows", "ready")).await;
    assert_eq!(
        (&ready["state"], &ready["counts"]["rows"], &ready["counts"]["create"]),
        (&json!("ready"), &json!(5_000), &json!(5_000))
    );
    let rows = manager.all(&format!("/v1/imports/{id}/rows")).await;
    let numbers: Vec<_> = rows.iter().map(|row| row["row"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=5_000).collect::<Vec<_>>());
}

/// IMP-6. Nobody is written twice, and nobody left out.
#[tokio::test(flavor = "multi_thread")]
async fn an_import_whose_writer_was_killed_goes_on_at_its_checkpoint() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let import = manager.preview(Table::people("p", 3000)).await;
    let id = import["id"].as_str().unwrap();
    house.running.strike(Some(ends("WriteImport", 100, 0)));
    assert_eq!(manager.post(&format!("/v1/imports/{id}/confirm"), &json!({})).await.status, 202);
    let done = goes_on(&house, &manager, id, ("writing", "written", "done")).await;
    assert_eq!(
        (&done["state"], &done["counts"]["written"], &done["counts"]["exists"]),
        (&json!("done"), &json!(3000), &json!(0))
    );
    assert_eq!(
        (manager.all("/v1/customers").await.len(), manager.all("/v1/companies").await.len()),
        (3000, 37)
    );
}
