//! What people and imports do while two companies become one, and afterwards.

use serde_json::json;
use testkit::{House, Table};

use crate::{
    company_merges::{company, customer, done, merge, user},
    users::come_in,
};

/// COM-1. A request that had looked at the company before the merge began writes a customer after all the others have moved:
/// nobody is lost.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_writing_when_a_merge_began_is_waited_for() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (wrong, right) = (company(&manager, "Engnies").await, company(&manager, "Engines").await);
    customer(&manager, "ada", &wrong, &json!({})).await;
    let late = customer(&manager, "late", &right, &json!({})).await;
    let path = merge(&manager, &wrong, &right).await;
    while manager.get(&path).await.json["moved"]["customers"] != 1 {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let app = deskhand::seed_app(&house.running).unwrap();
    let account = manager.user["account"]["id"].as_str().unwrap().parse().unwrap();
    let before = app.store().customer(account, late.parse().unwrap()).await.unwrap();
    let (moment, actor) = (&mut app.moment(), domain::Actor::System);
    let there = domain::customer::Customer { company_id: wrong.parse().ok(), ..before.thing.clone() };
    let event = domain::Event::new(moment, account, actor, "customer.changed", there.id);
    let changed = domain::Changed { now: there, events: vec![event] };
    app.store().update_customer(&before, changed).await.unwrap();
    let done = done(&house, &manager, &path).await;
    assert_eq!(done["moved"]["customers"], 2);
    assert_eq!(manager.all(&format!("/v1/customers?company_id={right}")).await.len(), 2);
    assert_eq!(manager.get(&format!("/v1/companies/{right}")).await.json["customers"], 2);
}

/// COM-1, IMP-5. An import that names the company that goes fills the one that stays.
#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_is_written_meanwhile_finds_the_company_that_stays() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (wrong, right) = (company(&manager, "Engnies").await, company(&manager, "Engines").await);
    let table =
        Table::new("last_name,email,company").row("A,a@example.org,Engnies").row("B,b@example.org,engnies");
    let preview = manager.preview(table).await;
    let path = merge(&manager, &wrong, &right).await;
    manager.confirm(&preview, &json!({})).await;
    assert_eq!(manager.all(&format!("/v1/customers?company_id={right}")).await.len(), 2);
    done(&house, &manager, &path).await;
    assert_eq!(manager.all("/v1/companies").await.len(), 1);
}

/// COM-1, IMP-7. Who goes back to a company that has been merged goes to the one that stayed.
#[tokio::test(flavor = "multi_thread")]
async fn undoing_an_import_gives_people_back_to_the_company_that_stayed() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (wrong, right) = (company(&manager, "Engnies").await, company(&manager, "Engines").await);
    let ada = format!("/v1/customers/{}", customer(&manager, "ada", &wrong, &json!({})).await);
    let account = manager.user["account"]["id"].as_str().unwrap();
    let table = Table::new("last_name,email,company").row("ada,ada@example.org,Day");
    house.drop_file_saying(account, "a.csv", table, &[("confirm", "true"), ("mode", "update")]).await;
    let answer = house.drop_result(account, "a.csv").await;
    assert_eq!(manager.get(&ada).await.json["company"]["name"], "Day");
    let path = merge(&manager, &wrong, &right).await;
    done(&house, &manager, &path).await;
    let import = answer["import_id"].as_str().unwrap();
    assert_eq!(manager.post(&format!("/v1/imports/{import}/undo"), &json!({})).await.status, 202);
    let undone = manager.watch_import(import, &["undone"]).await;
    assert_eq!(undone["undo"]["customers_restored"], 1, "{undone}");
    assert_eq!(manager.get(&ada).await.json["company"]["id"], json!(right));
    assert_eq!(manager.all("/v1/companies").await.len(), 1, "Day was the import's");
}

/// PPL-4. Who has access to the company that goes sees it, then the other one; who has none to either sees nothing.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_access_to_one_of_both_never_misses_anything_and_strangers_see_nothing() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (wrong, right, other) = (
        company(&manager, "Engnies").await,
        company(&manager, "Engines").await,
        company(&manager, "Looms").await,
    );
    let ada = format!("/v1/customers/{}", customer(&manager, "ada", &wrong, &json!({})).await);
    user(&manager, "ria", json!([wrong])).await;
    user(&manager, "lou", json!([other])).await;
    let ria = come_in(&house, "ria@house.example").await;
    let lou = come_in(&house, "lou@house.example").await;
    assert_eq!(ria.get(&ada).await.status, 200);
    let path = merge(&manager, &wrong, &right).await;
    while manager.get(&path).await.json["moved"]["customers"] != 1 {
        assert_eq!(ria.get(&format!("/v1/companies/{wrong}")).await.status, 200);
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    house.advance(60).await;
    assert_eq!((ria.get(&ada).await.status, lou.get(&ada).await.status), (200, 404));
    manager.watch(&path, &["done"]).await;
    assert_eq!(ria.get(&format!("/v1/companies/{right}")).await.json["customers"], 1);
    for path in [&format!("/v1/companies/{right}"), &path] {
        assert!([403, 404].contains(&lou.get(path).await.status), "{path}");
    }
    assert_eq!(
        lou.post(&format!("/v1/companies/{other}/merge"), &json!({ "company_id": right })).await.status,
        403
    );
}
