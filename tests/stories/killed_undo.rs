//! Functions die at any line, events come twice, and undoing and updating go on.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::{extract::Request, response::Response};
use futures::future::BoxFuture;
use jiff::Timestamp;
use local::{Data, Function, MakeFunction};
use serde_json::{Value, json};
use testkit::{House, Person, Table};

use crate::misfortune::through;

const ROWS: usize = 3000;

/// Customers `p0` to `p2999`, the even ones there before the import, with companies of the import.
async fn prepared(house: &House) -> (Person, Value) {
    let manager = house.manager("acme").await;
    let before = (0..ROWS).step_by(2).fold(Table::new("email,last_name"), |table, number| {
        table.row(&format!("p{number}@example.org,Old"))
    });
    let preview = manager.preview(before).await;
    manager.confirm(&preview, &json!({})).await;
    let bytes: Vec<u8> = Table::people("p", ROWS).into();
    let asked = json!({ "file_name": "a.csv", "size": bytes.len(), "mode": "update" });
    let asked = manager.post("/v1/imports", &asked).await;
    assert_eq!(manager.upload(&asked.json["upload"], bytes).await.status, 200);
    let ready = manager.watch_import(&asked.id(), &["ready"]).await;
    assert_eq!(
        (&ready["counts"]["update"], &ready["counts"]["create"]),
        (&json!(ROWS / 2), &json!(ROWS / 2))
    );
    (manager, ready)
}

async fn look(manager: &Person, import: &Value) -> Value {
    manager.get(&format!("/v1/imports/{}", import["id"].as_str().unwrap())).await.json
}

/// Asks for the next step of an import; gives the import's path.
fn step(import: &Value, step: &str) -> impl AsyncFnOnce(&Person) -> String {
    let path = format!("/v1/imports/{}", import["id"].as_str().unwrap());
    let address = format!("{path}/{step}");
    async move |who: &Person| {
        assert_eq!(who.post(&address, &json!({})).await.status, 202);
        path
    }
}

/// After undoing, those who were there before are as they were, and nobody and nothing else is there.
async fn all_is_as_before(manager: &Person) {
    let customers = manager.all("/v1/customers").await;
    let restored =
        customers.iter().all(|customer| customer["last_name"] == "Old" && customer["company"].is_null());
    assert!(restored && customers.len() == ROWS / 2, "{} customers", customers.len());
    assert_eq!(manager.all("/v1/companies").await.len(), 0);
}

fn undo_counts() -> Value {
    json!([ROWS / 2, ROWS / 2, 0, 37, 0])
}

fn counts_of(import: &Value) -> Value {
    let names =
        ["customers_removed", "customers_restored", "customers_kept", "companies_removed", "companies_kept"];
    names.iter().map(|name| import["undo"][name].clone()).collect()
}

/// IMP-6. Nobody is changed twice, and nobody left out.
#[tokio::test(flavor = "multi_thread")]
async fn an_update_whose_writer_is_killed_again_and_again_changes_everybody_once() {
    let house = House::start().await;
    let (mut manager, import) = prepared(&house).await;
    let (deaths, done) =
        through((&house, &mut manager), ("WriteImport", 70), step(&import, "confirm"), "done").await;
    assert!(deaths >= 3, "{deaths}");
    assert_eq!((&done["counts"]["written"], &done["counts"]["exists"]), (&json!(ROWS), &json!(0)));
    assert_eq!(manager.all("/v1/customers?text=Person").await.len(), ROWS);
}

/// IMP-7. The same figures as if nobody had died.
#[tokio::test(flavor = "multi_thread")]
async fn undoing_that_is_killed_again_and_again_takes_back_everything_once() {
    let house = House::start().await;
    let (mut manager, import) = prepared(&house).await;
    manager.confirm(&import, &json!({})).await;
    let (deaths, undone) =
        through((&house, &mut manager), ("RevertImport", 70), step(&import, "undo"), "undone").await;
    assert_eq!((counts_of(&undone), deaths >= 3), (undo_counts(), true), "ended {deaths} times: {undone}");
    all_is_as_before(&manager).await;
}

/// A function that gets every event twice: at once, and again when it is done.
struct Twice(Arc<dyn Function>, Arc<AtomicBool>);

impl Function for Twice {
    fn http(&self, request: Request) -> BoxFuture<'_, Response> {
        self.0.http(request)
    }

    fn event(&self, event: Value, deadline: Timestamp) -> BoxFuture<'_, Result<Value, String>> {
        Box::pin(async move {
            self.1.store(true, Ordering::Relaxed);
            let (first, second) =
                futures::join!(self.0.event(event.clone(), deadline), self.0.event(event.clone(), deadline));
            first.and(second)?;
            self.0.event(event, deadline).await
        })
    }
}

fn twice(came: &Arc<AtomicBool>) -> MakeFunction {
    let (make, came) = (deskhand::make_function(), Arc::clone(came));
    Arc::new(move |name: &str, environment: &HashMap<String, String>, clock| {
        let inner = make(name, environment, clock)?;
        let all = ["read-import", "write-import", "revert-import", "report-import"];
        Ok(if all.contains(&name) { Arc::new(Twice(inner, Arc::clone(&came))) } else { inner })
    })
}

/// IMP-6, IMP-7.
#[tokio::test(flavor = "multi_thread")]
async fn events_that_come_again_change_and_take_back_everybody_once() {
    let came = Arc::new(AtomicBool::new(false));
    let house = House::start_with(Data::Memory, twice(&came)).await;
    let (manager, import) = prepared(&house).await;
    let done = manager.confirm(&import, &json!({})).await;
    assert_eq!((&done["counts"]["written"], &done["counts"]["exists"]), (&json!(ROWS), &json!(0)));
    house.quiet().await;
    let id = import["id"].as_str().unwrap();
    manager.post(&format!("/v1/imports/{id}/undo"), &json!({})).await;
    manager.watch_import(id, &["undone"]).await;
    house.quiet().await;
    assert_eq!(counts_of(&look(&manager, &import).await), undo_counts());
    all_is_as_before(&manager).await;
    assert!(came.load(Ordering::Relaxed));
    assert_eq!(house.dead_letters().await.len(), 0);
}
