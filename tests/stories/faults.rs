//! Bad days: AWS throttles, conflicts, fails, doesn't answer; functions end at any call. Nothing is lost, nothing comes twice.

use std::{collections::BTreeMap, time::Duration};

use local::{Fault, Faults};
use serde_json::{Value, json};
use testkit::{House, Person, Table};

/// What runs by itself, not for somebody who waits for its answer.
const BACKGROUND: [&str; 5] = ["ReadImport", "WriteImport", "PublishEvents", "SendMail", "Watchdog"];
/// The imports: many customers with invitations where calls fail, few and quiet ones where each call is a case.
const MANY: usize = 90;
const FEW: usize = 12;

fn of(fault: Fault, functions: &[&str], skip: u64, every: u64) -> Faults {
    Faults { fault, functions: functions.iter().map(|&id| id.to_owned()).collect(), skip, every }
}

/// Workers that ended leave their leases behind; those run out, and the watchdog wakes others.
async fn goes_on(house: &House, manager: &mut Person, path: &str, state: &str) -> Value {
    for _ in 0..6 {
        house.quiet().await;
        let thing = manager.get(path).await.json;
        if thing["state"] == state {
            return thing;
        }
        house.advance(121).await;
        house.watch().await;
        *manager = house.sign_in("acme@house.example").await;
    }
    panic!("never {state}: {:?}", manager.get(path).await.json)
}

/// Imports a file under whatever weather there is; says what was struck. Everything must be right afterwards.
async fn import(
    house: &House,
    manager: &mut Person,
    (prefix, people): (&str, usize),
    weather: Faults,
) -> BTreeMap<String, u64> {
    house.running.strike(Some(weather));
    let before = manager.all("/v1/customers").await.len();
    let id = manager.upload_csv("a.csv", Table::people(prefix, people)).await;
    let path = format!("/v1/imports/{id}");
    let ready = goes_on(house, manager, &path, "ready").await;
    assert_eq!(
        (&ready["counts"]["rows"], &ready["counts"]["create"]),
        (&json!(people), &json!(people)),
        "{prefix}"
    );
    let rows = manager.all(&format!("{path}/rows")).await;
    assert_eq!(
        rows.iter().map(|row| row["row"].as_u64().unwrap()).collect::<Vec<_>>(),
        (1..=people as u64).collect::<Vec<_>>()
    );
    let service = manager.all("/v1/services").await[0]["id"].clone();
    let confirmed = json!({ "service_ids": [service], "send_activation": people == MANY });
    assert_eq!(manager.post(&format!("{path}/confirm"), &confirmed).await.status, 202);
    let done = goes_on(house, manager, &path, "done").await;
    let struck = house.running.struck();
    house.running.strike(None);
    assert_eq!(
        (&done["counts"]["written"], &done["counts"]["exists"]),
        (&json!(people), &json!(0)),
        "{prefix}: {struck:?}"
    );
    assert_eq!(manager.all("/v1/customers").await.len(), before + people, "{prefix}: {struck:?}");
    assert_eq!(manager.all("/v1/companies").await.len(), people.min(37), "{prefix}: {struck:?}");
    struck
}

async fn prepared() -> (House, Person) {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    assert_eq!(manager.post("/v1/services", &json!({ "name": "Phones" })).await.status, 201);
    (house, manager)
}

/// Every fourth call of everything that works in the background.
async fn every_fourth_call(fault: Fault) {
    let (house, mut manager) = prepared().await;
    let struck = import(&house, &mut manager, ("p", MANY), of(fault, &BACKGROUND, 1, 4)).await;
    assert!(struck.values().sum::<u64>() >= 3, "{fault:?} struck nothing worth mentioning: {struck:?}");
    mailed(&house, "p", &format!("{fault:?}")).await;
    // An event that was given up while the watchdog did its work: doing it again does no harm.
    house.visitor().post("/_local/redrive", &Value::Null).await;
    mailed(&house, "p", &format!("{fault:?}, again")).await;
    assert_eq!(house.dead_letters().await, Vec::<Value>::new(), "{fault:?}: {struck:?}");
}

/// Everybody is invited. A mail that was sent and not acknowledged is sent again, with the same link.
async fn mailed(house: &House, prefix: &str, when: &str) {
    // What was given up for the moment is looked after by the watchdog.
    for _ in 0..3 {
        house.quiet().await;
        house.advance(900).await;
        house.watch().await;
    }
    let mut links: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for letter in house.letters().await.into_iter().filter(|letter| letter.to.starts_with(prefix)) {
        let token = letter.token();
        links.entry(letter.to).or_default().push(token);
    }
    assert_eq!(links.len(), MANY, "{when}: everybody has a mail");
    for (to, mut tokens) in links {
        tokens.dedup();
        assert_eq!(tokens.len(), 1, "{when}: {to} has got different links");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_survives_throttling_at_every_fourth_call() {
    every_fourth_call(Fault::Throttled).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_survives_transactions_that_meet_others() {
    every_fourth_call(Fault::Conflicted).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_survives_batches_that_are_done_in_part() {
    every_fourth_call(Fault::Unprocessed).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_survives_errors_of_aws_at_every_fourth_call() {
    every_fourth_call(Fault::Failed).await;
}

/// The hardest: it was done, but nobody knows.
#[tokio::test(flavor = "multi_thread")]
async fn an_import_survives_lost_answers_at_every_fourth_call() {
    every_fourth_call(Fault::Unanswered).await;
}

/// Ends a function at its first call, then at its second, and so on, until an import has fewer calls than that.
async fn ended_at_every_call(function: &str, fault: Fault) -> u64 {
    let (house, mut manager) = prepared().await;
    for call in 0..200 {
        let prefix = format!("p{call}x");
        if import(&house, &mut manager, (&prefix, FEW), of(fault, &[function], call, 0)).await.is_empty() {
            return call;
        }
    }
    panic!("{function} never came to an end");
}

/// IMP-6.
#[tokio::test(flavor = "multi_thread")]
async fn a_reader_may_end_before_and_after_each_of_its_calls() {
    assert!(ended_at_every_call("ReadImport", Fault::KilledBefore).await >= 5);
    assert!(ended_at_every_call("ReadImport", Fault::KilledAfter).await >= 5);
}

/// IMP-6.
#[tokio::test(flavor = "multi_thread")]
async fn a_writer_may_end_before_and_after_each_of_its_calls() {
    assert!(ended_at_every_call("WriteImport", Fault::KilledBefore).await >= 8);
    assert!(ended_at_every_call("WriteImport", Fault::KilledAfter).await >= 8);
}

/// IMP-6. A writer that meets a problem lets go of the import: whoever tries again goes on, without waiting for the lease.
#[tokio::test(flavor = "multi_thread")]
async fn a_writer_that_meets_a_problem_leaves_the_import_to_the_next() {
    let (house, manager) = prepared().await;
    let ready = manager.preview(Table::people("p", FEW)).await;
    house.running.strike(Some(of(Fault::Failed, &["WriteImport"], 6, 1)));
    let path = format!("/v1/imports/{}", ready["id"].as_str().unwrap());
    assert_eq!(manager.post(&format!("{path}/confirm"), &json!({})).await.status, 202);
    // One call and the SDK's two more tries of it.
    while house.running.struck().values().sum::<u64>() < 3 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(manager.get(&path).await.json["state"], "writing");
    house.running.strike(None);
    house.quiet().await;
    let done = manager.get(&path).await.json;
    assert_eq!((&done["state"], &done["counts"]["written"]), (&json!("done"), &json!(FEW)));
}

/// An outage longer than all retries: what could not be done waits as dead letters, and one command does it.
#[tokio::test(flavor = "multi_thread")]
async fn what_an_outage_left_undone_is_done_by_one_command() {
    let (house, manager) = prepared().await;
    house.running.strike(Some(of(Fault::Failed, &["ReadImport"], 0, 1)));
    let id = manager.upload_csv("a.csv", Table::people("p", MANY)).await;
    house.quiet().await;
    assert_eq!(house.dead_letters().await.len(), 1, "the reader's event was given up");
    house.running.strike(None);
    assert_eq!(manager.get(&format!("/v1/imports/{id}")).await.json["state"], "awaiting_upload");
    let again = house.visitor().post("/_local/redrive", &Value::Null).await;
    assert!(again.status < 300, "{again:?}");
    assert_eq!(manager.watch_import(&id, &["ready"]).await["counts"]["create"], json!(MANY));
    assert_eq!(house.dead_letters().await.len(), 0);
}
