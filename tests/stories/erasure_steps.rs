//! Erasures that are many steps long, and functions that die in the middle.

use std::time::Duration;

use deskhand::seed_app;
use domain::{
    Changed, CustomerId,
    link::Person as Addressee,
    mail::{Kind, Mail, State},
};
use futures::{StreamExt, TryStreamExt};
use serde_json::{Value, json};
use store::Trace;
use testkit::{House, Person};

use crate::misfortune::ends;

/// A customer of whom there are many records, each with a secret.
async fn busy_life(house: &House, manager: &Person, records: usize) -> String {
    let id =
        manager.post("/v1/customers", &json!({ "last_name": "L", "email": "ada@example.org" })).await.id();
    let app = seed_app(&house.running).unwrap();
    let (account, customer): (_, CustomerId) =
        (manager.user["account"]["id"].as_str().unwrap().parse().unwrap(), id.parse().unwrap());
    let write = |_| {
        let mail =
            Mail::queue(&mut app.moment(), account, Addressee::Customer(customer), Kind::Activation).now;
        let now = Mail { state: State::Failed { reason: "secret".into() }, ..mail };
        let app = app.clone();
        async move { app.store().queue_mail(Changed { now, events: vec![] }).await.map(drop) }
    };
    futures::stream::iter(0..records).map(write).buffer_unordered(16).try_collect::<()>().await.unwrap();
    house.quiet().await;
    id
}

/// How many records still hold the secret, as the person's own request would find them.
async fn left(house: &House, manager: &Person, id: &str) -> usize {
    let app = seed_app(&house.running).unwrap();
    let account = manager.user["account"]["id"].as_str().unwrap().parse().unwrap();
    let traces = app
        .store()
        .traces(account, id.parse::<domain::CustomerId>().unwrap(), 20_000, None)
        .await
        .unwrap()
        .items;
    traces.iter().filter(|trace| matches!(trace, Trace::Mail(_))).count()
}

async fn watch(manager: &Person, path: &str, wanted: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..6_000 {
        let erasure = manager.get(path).await.json;
        if wanted(&erasure) {
            return erasure;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let events = manager.get("/_local/events.json").await.json;
    let deliveries: Vec<_> = events["deliveries"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|d| d["function"] == "Erase" || d["function"] == "Watchdog")
        .map(|d| format!("{} {} {} {}", d["function"], d["at"], d["outcome"], d["error"]))
        .collect();
    panic!("{:?} {deliveries:#?}", manager.get(path).await)
}

/// ERA-1. Killed in the middle, another goes on; nothing is left, and the record of it keeps no marks.
#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_whose_function_was_killed_goes_on_where_it_stopped() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let id = busy_life(&house, &manager, 900).await;
    house.running.strike(Some(ends("Erase", 30, 0)));
    let deleted = manager.delete(&format!("/v1/customers/{id}")).await;
    let path = deleted.headers["location"].clone();
    house.quiet().await;
    house.watch().await;
    let stopped = manager.get(&path).await.json;
    assert_eq!(stopped["state"], "running", "the dead worker's lease still holds");
    let before = left(&house, &manager, &id).await;
    assert!(before > 0 && before < 900, "{before}");
    house.advance(121).await;
    house.watch().await;
    let done = watch(&manager, &path, |erasure| erasure["state"] == "done").await;
    assert_eq!((&done["erased"], &done["progress"]["done"]), (&json!(901), &done["progress"]["total"]));
    assert_eq!(left(&house, &manager, &id).await, 0);
    assert_eq!(manager.all("/v1/erasures").await.len(), 1);
}

/// ERA-1. A person with ten thousand records, within a minute; prints how long it took.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement, for people"]
async fn ten_thousand_records() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let id = busy_life(&house, &manager, 10_000).await;
    let begun = std::time::Instant::now();
    let path = manager.delete(&format!("/v1/customers/{id}")).await.headers["location"].clone();
    let done = watch(&manager, &path, |erasure| erasure["state"] == "done").await;
    eprintln!("{} records in {:?}", done["erased"], begun.elapsed());
    assert_eq!(left(&house, &manager, &id).await, 0);
}
