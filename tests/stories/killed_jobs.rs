//! Functions die at any line and events come again, and jobs come to the same end.

use local::Data;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{House, Person, Table};

use crate::misfortune::{through, told_again};

/// Everybody of a large account, who all work for a company.
async fn people(manager: &Person, count: usize) {
    let import = manager.preview(Table::people("p", count)).await;
    assert_eq!(manager.confirm(&import, &json!({})).await["counts"]["written"], count);
}

/// CUS-6. Each customer is changed, counted and written to once.
#[tokio::test(flavor = "multi_thread")]
async fn a_mass_change_whose_worker_is_killed_again_and_again_changes_everybody_once() {
    let house = House::start().await;
    let mut manager = house.manager("acme").await;
    people(&manager, 8000).await;
    let body = json!({ "all": true, "portal_access": "company" });
    let begin = async |who: &Person| who.ask_for("/v1/customers/access", &body).await;
    let (deaths, done) = through((&house, &mut manager), ("ChangeAccess", 60), begin, "done").await;
    assert!(deaths >= 3, "{deaths}");
    assert_eq!(done["counts"], json!({ "changed": 8000, "unchanged": 0, "skipped": 0 }));
    assert_eq!(done["progress"], json!({ "done": 8000, "total": 8000 }));
    assert_eq!(manager.all("/v1/customers?portal_access=company").await.len(), 8000);
}

/// CUS-7. The file has every customer once.
#[tokio::test(flavor = "multi_thread")]
async fn an_export_whose_writer_is_killed_goes_on_behind_its_last_part() {
    let house = House::start().await;
    let mut manager = house.manager("acme").await;
    let long = "n".repeat(9000);
    let table = (0..4000).fold(Table::new("last_name,email,notes"), |table, at| {
        table.row(&format!("Person {at},person{at}@example.org,{long}"))
    });
    let import = manager.preview(table).await;
    manager.confirm(&import, &json!({})).await;
    let begin = async |who: &Person| who.ask_for("/v1/exports", &json!({})).await;
    let (deaths, done) = through((&house, &mut manager), ("WriteExport", 45), begin, "done").await;
    assert!(deaths >= 2, "{deaths}");
    let file = manager.send(Method::GET, done["download"]["url"].as_str().unwrap(), None).await.text;
    let mut addresses: Vec<_> = file.lines().skip(1).filter_map(|line| line.split(',').nth(2)).collect();
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!((addresses.len(), file.lines().count(), done["rows"].as_u64()), (4000, 4001, Some(4000)));
}

/// CUS-6, CUS-7, CUS-4. Every event comes three times.
#[tokio::test(flavor = "multi_thread")]
async fn jobs_whose_events_come_again_are_done_once() {
    let house =
        House::start_with(Data::Memory, told_again(&["change-access", "write-export", "send-mail"])).await;
    let manager = house.manager("acme").await;
    people(&manager, 300).await;
    let body = json!({ "all": true, "portal_access": "company", "send_mail": true });
    let path = manager.ask_for("/v1/customers/access", &body).await;
    assert_eq!(manager.watch(&path, &["done"]).await["counts"]["changed"], 300);
    assert_eq!(house.letters_to("p17@example.org").await.len(), 1);
    let path = manager.ask_for("/v1/exports", &json!({})).await;
    assert_eq!(manager.watch(&path, &["done"]).await["rows"], 300);
    house.watch().await;
    house.quiet().await;
    assert_eq!(house.dead_letters().await, Vec::<Value>::new());
}
