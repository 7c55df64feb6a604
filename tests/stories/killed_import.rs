//! Functions die at any line, and an import goes on.

use std::{sync::Arc, time::Duration};

use local::Data;
use serde_json::{Value, json};
use testkit::{House, Person, Table};
use tokio::sync::Notify;

use crate::misfortune::mortal;

/// Looks at an import until `count` is some of all; gives the import as it was.
async fn amid(manager: &Person, id: &str, count: &str) -> Value {
    loop {
        let import = manager.get(&format!("/v1/imports/{id}")).await.json;
        if import["counts"][count].as_u64().unwrap() > 0 {
            return import;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// Nobody works on it until the lease has run out; then the watchdog wakes another worker.
async fn goes_on(house: &House, manager: &Person, id: &str, (during, after): (&str, &str)) -> Value {
    house.quiet().await;
    house.watch().await;
    assert_eq!(
        manager.get(&format!("/v1/imports/{id}")).await.json["state"],
        during,
        "the dead worker's lease still holds"
    );
    house.advance(121).await;
    house.watch().await;
    manager.watch_import(id, &[after]).await
}

/// IMP-6. Every row is judged once.
#[tokio::test(flavor = "multi_thread")]
async fn an_import_whose_reader_was_killed_goes_on_at_its_checkpoint() {
    let bell = Arc::new(Notify::new());
    let house = House::start_with(Data::Memory, mortal("read-import", &bell)).await;
    let manager = house.manager("acme").await;
    let id = manager.upload_csv("a.csv", Table::people("p", 5_000)).await;
    amid(&manager, &id, "rows").await;
    bell.notify_waiters();
    let ready = goes_on(&house, &manager, &id, ("reading", "ready")).await;
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
    let bell = Arc::new(Notify::new());
    let house = House::start_with(Data::Memory, mortal("write-import", &bell)).await;
    let manager = house.manager("acme").await;
    let import = manager.preview(Table::people("p", 3000)).await;
    let id = import["id"].as_str().unwrap();
    assert_eq!(manager.post(&format!("/v1/imports/{id}/confirm"), &json!({})).await.status, 202);
    amid(&manager, id, "written").await;
    bell.notify_waiters();
    let done = goes_on(&house, &manager, id, ("writing", "done")).await;
    assert_eq!(
        (&done["state"], &done["counts"]["written"], &done["counts"]["exists"]),
        (&json!("done"), &json!(3000), &json!(0))
    );
    assert_eq!(
        (manager.all("/v1/customers").await.len(), manager.all("/v1/companies").await.len()),
        (3000, 37)
    );
}
