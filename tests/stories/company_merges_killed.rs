//! Workers die of a merge at any line, and its events come again: everything moves once.

use local::{Data, Fault, Faults};
use serde_json::{Value, json};
use testkit::{House, Person, Table};

use crate::{
    company_merges::{company, customer, done, merge},
    misfortune::{ends, through, told_again},
    users::body,
};

/// COM-1. A large company, whose worker is killed again and again.
#[tokio::test(flavor = "multi_thread")]
async fn a_merge_whose_worker_is_killed_again_and_again_moves_everybody_once() {
    let house = House::start().await;
    let mut manager = house.manager("acme").await;
    let table = (0..2500).fold(Table::new("last_name,email,company"), |table, at| {
        table.row(&format!("Person {at},p{at}@example.org,{}", if at < 2400 { "Engnies" } else { "Engines" }))
    });
    let import = manager.preview(table).await;
    manager.confirm(&import, &json!({})).await;
    let companies = manager.all("/v1/companies").await;
    let id = |at: usize| companies[at]["id"].as_str().unwrap().to_owned();
    let (right, wrong) = (id(0), id(1));
    let begin = async |who: &Person| merge(who, &wrong, &right).await;
    let (deaths, done) = through((&house, &mut manager), ("MergeCompanies", 40), begin, "done").await;
    assert!(deaths >= 3, "{deaths}");
    assert_eq!(done["moved"]["customers"], 2400);
    assert_eq!(done["progress"], json!({ "done": 2400, "total": 2400 }));
    assert_eq!(manager.all(&format!("/v1/customers?company_id={right}")).await.len(), 2500);
    assert_eq!(
        manager.get("/v1/customers/figures").await.json["by_company"]["largest"][0]["customers"],
        2500
    );
    assert_eq!(moved(&manager).await, 2400);
    assert_eq!(manager.all("/v1/companies").await.len(), 1);
}

/// How many customers the events of merges tell of.
async fn moved(manager: &Person) -> usize {
    let told = manager.all("/v1/audit?action=company_merge.customers_moved").await;
    told.iter().map(|entry| entry["after"]["customer_ids"].as_array().unwrap().len()).sum()
}

/// One of each kind, in a company and around it; gives the company.
async fn small(manager: &Person, at: usize) -> String {
    let wrong = company(manager, &format!("Wrong {at}")).await;
    customer(manager, &format!("c{at}"), &wrong, &json!({})).await;
    manager.post("/v1/devices", &json!({ "name": "Till", "company_id": wrong })).await;
    let mut user = body(&format!("u{at}"));
    user["company_access"] = json!([wrong]);
    manager.post("/v1/users", &user).await;
    manager.post("/v1/contacts", &json!({ "name": format!("Night {at}"), "company_access": [wrong] })).await;
    manager.post("/v1/services", &json!({ "name": format!("Desk {at}"), "company_ids": [wrong] })).await;
    wrong
}

/// COM-1. A worker ends before or after any of its calls, until a merge has fewer calls than that.
#[tokio::test(flavor = "multi_thread")]
async fn a_merge_whose_worker_ends_at_any_call_comes_to_the_same_end() {
    let house = House::start().await;
    let mut manager = house.manager("acme").await;
    let right = company(&manager, "Right").await;
    let one = json!({ "customers": 1, "devices": 1, "users": 1, "contacts": 1, "services": 1 });
    let mut merges = 0;
    for (call, fault) in
        (0..80).map(|call| (call, if call % 2 == 0 { Fault::KilledBefore } else { Fault::KilledAfter }))
    {
        let wrong = small(&manager, merges).await;
        house.quiet().await;
        house.running.strike(Some(Faults { fault, ..ends("MergeCompanies", call, 0) }));
        let path = merge(&manager, &wrong, &right).await;
        let mut ended = Value::Null;
        for _ in 0..4 {
            house.advance(121).await;
            house.watch().await;
            house.quiet().await;
            manager = house.sign_in("acme@house.example").await;
            ended = manager.get(&path).await.json;
            if ended["state"] == "done" {
                break;
            }
        }
        let struck = house.running.struck().values().sum::<u64>();
        house.running.strike(None);
        assert_eq!((&ended["state"], &ended["moved"]), (&json!("done"), &one), "{fault:?} at call {call}");
        merges += 1;
        assert_eq!(manager.all(&format!("/v1/customers?company_id={right}")).await.len(), merges);
        assert_eq!(manager.get(&format!("/v1/companies/{right}")).await.json["customers"], merges);
        if struck == 0 {
            break;
        }
    }
    assert!((20..80).contains(&merges), "{merges}");
    assert_eq!((moved(&manager).await, manager.all("/v1/companies").await.len()), (merges, 1));
}

/// COM-1. Every event comes three times.
#[tokio::test(flavor = "multi_thread")]
async fn a_merge_whose_events_come_again_is_done_once() {
    let house = House::start_with(Data::Memory, told_again(&["merge-companies", "count-customers"])).await;
    let manager = house.manager("acme").await;
    let (wrong, right) = (small(&manager, 0).await, company(&manager, "Right").await);
    let path = merge(&manager, &wrong, &right).await;
    done(&house, &manager, &path).await;
    assert_eq!((moved(&manager).await, house.dead_letters().await), (1, Vec::<Value>::new()));
    assert_eq!(manager.get(&format!("/v1/companies/{right}")).await.json["customers"], 1);
}
