//! How many customers there are, where they work, and how that moves (UX-3).

use std::collections::BTreeMap;

use domain::{company_access::CompanyAccess, user::Role};
use local::Data;
use serde_json::{Value, json};
use testkit::{House, Person, Table};

use crate::misfortune::{through, told_again};

/// The figures, once all is quiet.
async fn figures(house: &House, manager: &Person) -> Value {
    house.quiet().await;
    let figures = manager.get("/v1/customers/figures?days=3").await;
    assert_eq!(figures.status, 200, "{figures:?}");
    figures.json
}

/// What the figures must be: every customer is looked at.
async fn counted(manager: &Person) -> Value {
    let customers = manager.all("/v1/customers").await;
    let mut access = json!({ "none": 0, "standard": 0, "company": 0, "company_admin": 0 });
    let mut companies: BTreeMap<String, i64> = BTreeMap::new();
    for customer in &customers {
        let level = customer["portal_access"].as_str().unwrap();
        access[level] = json!(access[level].as_i64().unwrap() + 1);
        if let Some(company) = customer["company"]["name"].as_str() {
            *companies.entry(company.to_owned()).or_default() += 1;
        }
    }
    let with_company: i64 = companies.values().sum();
    let mut sizes: Vec<i64> = companies.values().copied().collect();
    sizes.sort_unstable_by(|one, two| two.cmp(one));
    sizes.truncate(10);
    let others = with_company - sizes.iter().sum::<i64>();
    let none = i64::try_from(customers.len()).unwrap() - with_company;
    json!({ "total": customers.len(), "by_access": access, "sizes": sizes, "others": others, "none": none })
}

/// The figures in the shape of [`counted`].
fn told(figures: &Value) -> Value {
    let by_company = &figures["by_company"];
    let sizes: Value =
        by_company["largest"].as_array().unwrap().iter().map(|it| it["customers"].clone()).collect();
    json!({ "total": figures["total"], "by_access": figures["by_access"], "sizes": sizes, "others": by_company["others"], "none": by_company["none"] })
}

async fn are_exact(house: &House, manager: &Person) -> Value {
    let figures = figures(house, manager).await;
    assert_eq!(told(&figures), counted(manager).await);
    assert_eq!(figures["days"][2]["total"], figures["total"], "the last day is today");
    figures
}

fn today(figures: &Value) -> (i64, i64) {
    (figures["days"][2]["added"].as_i64().unwrap(), figures["days"][2]["removed"].as_i64().unwrap())
}

async fn company(manager: &Person, name: &str) -> String {
    manager.post("/v1/companies", &json!({ "name": name })).await.id()
}

async fn customer(manager: &Person, name: &str, company: Option<&str>) -> String {
    let body = json!({ "last_name": "L", "email": format!("{name}@example.org"), "company_id": company });
    manager.post("/v1/customers", &body).await.id()
}

/// UX-3. Who is added, moves to another company, gets other access, or is deleted.
#[tokio::test(flavor = "multi_thread")]
async fn figures_follow_every_change_of_a_customer() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    house
        .manager("other")
        .await
        .post("/v1/customers", &json!({ "last_name": "O", "email": "o@x.org" }))
        .await;
    assert_eq!(are_exact(&house, &manager).await["total"], 0);
    let (engines, looms) = (company(&manager, "Engines").await, company(&manager, "Looms").await);
    let ada = customer(&manager, "ada", Some(&engines)).await;
    let alan = customer(&manager, "alan", Some(&engines)).await;
    customer(&manager, "grace", None).await;
    let first = are_exact(&house, &manager).await;
    assert_eq!(
        (first["by_company"]["largest"][0]["name"].as_str(), today(&first)),
        (Some("Engines"), (3, 0))
    );
    let change = async |id: &str, body: Value| {
        let changed = manager.patch(&format!("/v1/customers/{id}"), &body).await;
        assert_eq!(changed.status, 200, "{changed:?}");
    };
    change(&ada, json!({ "company_id": looms, "portal_access": "company_admin" })).await;
    change(&alan, json!({ "company_id": null, "job_title": "Reader" })).await;
    let moved = are_exact(&house, &manager).await;
    let largest = &moved["by_company"]["largest"];
    assert_eq!((&largest[0]["id"], largest.as_array().unwrap().len()), (&json!(looms), 1));
    for id in [&ada, &alan] {
        assert_eq!(manager.delete(&format!("/v1/customers/{id}")).await.status, 204);
    }
    assert_eq!(manager.delete(&format!("/v1/companies/{looms}")).await.status, 204);
    let last = are_exact(&house, &manager).await;
    assert_eq!((today(&last), &last["by_company"]["largest"]), ((3, 2), &json!([])));
    house.advance(24 * 3600).await;
    let manager = house.sign_in("acme@house.example").await;
    let next = figures(&house, &manager).await;
    let totals: Vec<_> = (0..3).map(|day| next["days"][day]["total"].as_i64().unwrap()).collect();
    assert_eq!((totals, today(&next)), (vec![0, 1, 1], (0, 0)));
}

/// UX-3.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_see_customers_sees_figures_of_as_many_days_as_they_ask_for() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let path = "/v1/customers/figures";
    let days = async |query: &str| {
        manager.get(&format!("{path}{query}")).await.json["days"].as_array().unwrap().len()
    };
    assert_eq!((days("").await, days("?days=1").await, days("?days=366").await), (90, 1, 366));
    for wrong in ["0", "367", "-1", "many"] {
        assert_eq!(
            manager.get(&format!("{path}?days={wrong}")).await.errors(),
            ["days: out_of_range"],
            "{wrong}"
        );
    }
    let key = manager.program(&["customers:read"]).await;
    assert_eq!(key.get(path).await.status, 200);
    assert_eq!(manager.program(&["imports:read"]).await.get(path).await.status, 403);
}

/// UX-3, PPL-4. Whoever sees some companies only is told of those.
#[tokio::test(flavor = "multi_thread")]
async fn figures_tell_nobody_of_companies_that_they_may_not_see() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let (engines, looms) = (company(&manager, "Engines").await, company(&manager, "Looms").await);
    for (name, company) in [("ada", &engines), ("alan", &engines), ("grace", &looms)] {
        customer(&manager, name, Some(company)).await;
    }
    let narrow = house.staff(&manager, Role::Representative, "narrow").await;
    let own = CompanyAccess::Only([looms.parse().unwrap()].into());
    house.change_user(&narrow, |user| user.duties.company_access = own).await;
    let seen = figures(&house, &house.sign_in("narrow@house.example").await).await;
    let expected =
        json!({ "largest": [{ "id": looms, "name": "Looms", "customers": 1 }], "others": 0, "none": 0 });
    assert_eq!(seen, json!({ "total": 1, "by_access": null, "by_company": expected, "days": [] }));
}

/// A file with `count` customers of 37 companies, and some more of none.
fn file(count: usize) -> Table {
    (0..50).fold(Table::people("p", count), |table, number| {
        table.row(&format!("Pat,Alone,alone{number}@example.org,,"))
    })
}

/// Import, update of half by another import, mass change, deletion, undo.
async fn a_busy_day(house: &House, manager: &Person) {
    let (looms, count) = (company(manager, "Looms").await, 600);
    for number in (0..count).step_by(60) {
        customer(manager, &format!("p{number}"), Some(&looms)).await;
    }
    let bytes: Vec<u8> = file(count).into();
    let asked = json!({ "file_name": "a.csv", "size": bytes.len(), "mode": "update" });
    let asked = manager.post("/v1/imports", &asked).await;
    assert_eq!(manager.upload(&asked.json["upload"], bytes).await.status, 200);
    let import = manager.watch_import(&asked.id(), &["ready"]).await;
    manager.confirm(&import, &json!({})).await;
    let written = are_exact(house, manager).await;
    assert_eq!((&written["total"], today(&written)), (&json!(650), (650, 0)));
    assert_eq!(written["by_company"]["largest"].as_array().unwrap().len(), 10);
    let change = json!({ "all": true, "portal_access": "company" });
    let change = manager.ask_for("/v1/customers/access", &change).await;
    manager.watch(&change, &["done"]).await;
    let changed = are_exact(house, manager).await;
    assert_eq!((&changed["by_access"]["company"], &changed["by_access"]["none"]), (&json!(600), &json!(50)));
    let undo = format!("/v1/imports/{}/undo", import["id"].as_str().unwrap());
    assert_eq!(manager.post(&undo, &json!({})).await.status, 202);
    manager.watch_import(import["id"].as_str().unwrap(), &["undone"]).await;
    let undone = are_exact(house, manager).await;
    assert_eq!((&undone["total"], today(&undone)), (&json!(600), (650, 50)), "who was changed since stays");
}

/// UX-3, IMP-6, IMP-7, CUS-6.
#[tokio::test(flavor = "multi_thread")]
async fn figures_are_exact_after_imports_mass_changes_and_undoing_though_events_come_again() {
    let again =
        told_again(&["count-customers", "write-import", "revert-import", "change-access", "publish-events"]);
    let house = House::start_with(Data::Memory, again).await;
    let manager = house.manager("acme").await;
    a_busy_day(&house, &manager).await;
    assert_eq!(house.dead_letters().await.len(), 0);
}

/// Imports a file and takes it back, while a function ends at every so many of its calls; the watchdog wakes others.
async fn though_it_ends(function: &str, every: u64) {
    let house = House::start().await;
    let mut manager = house.manager("acme").await;
    let preview = manager.preview(file(2500)).await;
    let path = format!("/v1/imports/{}", preview["id"].as_str().unwrap());
    let mut all = 0;
    for (step, end) in [("confirm", "done"), ("undo", "undone")] {
        let begin = async |who: &Person| {
            assert_eq!(who.post(&format!("{path}/{step}"), &json!({})).await.status, 202);
            path.clone()
        };
        let (deaths, _) = through((&house, &mut manager), (function, every), begin, end).await;
        all += deaths;
        are_exact(&house, &manager).await;
    }
    assert!(all >= 2, "{all}");
    assert_eq!(today(&figures(&house, &manager).await), (2550, 2550));
}

/// UX-3, IMP-6.
#[tokio::test(flavor = "multi_thread")]
async fn figures_are_exact_though_whoever_writes_is_killed_again_and_again() {
    though_it_ends("WriteImport", 70).await;
}

/// UX-3, IMP-7.
#[tokio::test(flavor = "multi_thread")]
async fn figures_are_exact_though_whoever_takes_back_is_killed_again_and_again() {
    though_it_ends("RevertImport", 70).await;
}

/// UX-3.
#[tokio::test(flavor = "multi_thread")]
async fn figures_are_exact_though_whoever_counts_is_killed_again_and_again() {
    though_it_ends("CountCustomers", 5).await;
}
