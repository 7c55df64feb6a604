//! Imports that are stopped, confirmed twice, or meet each other.

use std::time::Duration;

use serde_json::{Value, json};
use testkit::{House, Person, Table};

fn path(import: &Value, step: &str) -> String {
    format!("/v1/imports/{}{step}", import["id"].as_str().unwrap())
}

fn adds_up(import: &Value) -> bool {
    let count = |name: &str| import["counts"][name].as_u64().unwrap();
    count("create")
        + count("update")
        + count("exists")
        + count("duplicate")
        + count("invalid")
        + count("denylisted")
        == count("rows")
}

async fn is_refused(person: &Person, path: &str) {
    let refused = person.post(path, &json!({})).await;
    assert_eq!((refused.status, refused.problem().as_str()), (409, "wrong_state"), "{path}");
}

/// IMP-7.
#[tokio::test(flavor = "multi_thread")]
async fn an_import_cancelled_before_it_is_confirmed_writes_nothing() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let import = manager.preview(Table::people("p", 40)).await;
    for _ in 0..2 {
        let cancelled = manager.post(&path(&import, "/cancel"), &json!({})).await;
        assert_eq!((cancelled.status, &cancelled.json["state"]), (202, &json!("cancelled")), "twice is once");
    }
    is_refused(&manager, &path(&import, "/confirm")).await;
    let waiting = manager.post("/v1/imports", &json!({ "file_name": "a.csv", "size": 16 })).await;
    assert_eq!(manager.post(&path(&waiting.json, "/cancel"), &json!({})).await.json["state"], "cancelled");
    assert_eq!(
        manager.upload(&waiting.json["upload"], b"email\na@b.example".to_vec()).await.status,
        403,
        "16 were announced"
    );
    house.quiet().await;
    assert_eq!(manager.get(&path(&waiting.json, "")).await.json["state"], "cancelled");
    assert_eq!(manager.all("/v1/customers").await.len(), 0);
}

/// IMP-7. It stops soon, and says how many were written.
#[tokio::test(flavor = "multi_thread")]
async fn an_import_cancelled_while_writing_stops_and_its_counts_are_true() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let import = manager.preview(Table::people("p", 5000)).await;
    assert_eq!(manager.post(&path(&import, "/confirm"), &json!({})).await.status, 202);
    while manager.get(&path(&import, "")).await.json["counts"]["written"] == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let asked = manager.post(&path(&import, "/cancel"), &json!({})).await;
    assert_eq!((asked.status, &asked.json["cancel_requested"]), (202, &json!(true)));
    let stopped = manager.watch_import(import["id"].as_str().unwrap(), &["cancelled", "done"]).await;
    let written = stopped["counts"]["written"].as_u64().unwrap();
    assert_eq!(stopped["state"], "cancelled");
    assert!(adds_up(&stopped) && (1..5000).contains(&written), "{stopped}");
    assert_eq!(
        (&stopped["progress"]["done"], &stopped["progress"]["total"]),
        (&json!(written), &json!(5000))
    );
    house.quiet().await;
    assert_eq!(manager.all("/v1/customers").await.len() as u64, written);
    assert_eq!(
        manager.get(&path(&import, "")).await.json["counts"],
        stopped["counts"],
        "nobody goes on with it"
    );
    is_refused(&manager, &path(&import, "/confirm")).await;
}

/// IMP-6.
#[tokio::test(flavor = "multi_thread")]
async fn two_confirms_at_once_write_everybody_once() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let import = manager.preview(Table::people("p", 300)).await;
    let (confirm, body) = (path(&import, "/confirm"), json!({}));
    let (first, second) = futures::join!(manager.post(&confirm, &body), manager.post(&confirm, &body));
    assert_eq!((first.status, second.status), (202, 202));
    let done = manager.watch_import(import["id"].as_str().unwrap(), &["done"]).await;
    assert_eq!((&done["state"], &done["counts"]["written"]), (&json!("done"), &json!(300)));
    assert_eq!(manager.post(&confirm, &body).await.status, 202, "and again when it is done");
    house.quiet().await;
    assert_eq!(
        (manager.all("/v1/customers").await.len(), manager.all("/v1/companies").await.len()),
        (300, 37)
    );
    is_refused(&manager, &path(&import, "/cancel")).await;
}

/// IMP-4, IMP-5, IMP-6. Whoever comes first makes a customer or a company; the other finds them there.
#[tokio::test(flavor = "multi_thread")]
async fn two_imports_of_the_same_people_at_once_make_each_person_once() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let previews =
        [manager.preview(Table::people("p", 400)).await, manager.preview(Table::people("p", 400)).await];
    assert_eq!(
        (&previews[0]["counts"]["create"], &previews[1]["counts"]["create"]),
        (&json!(400), &json!(400))
    );
    let body = json!({});
    let (first, second) =
        futures::join!(manager.confirm(&previews[0], &body), manager.confirm(&previews[1], &body));
    let mut written = 0;
    for done in [&first, &second] {
        assert!(done["state"] == "done" && adds_up(done), "{done}");
        assert_eq!(done["counts"]["written"], done["counts"]["create"]);
        written += done["counts"]["written"].as_u64().unwrap();
        let exist = manager.all(&path(done, "/rows?verdict=exists")).await;
        assert_eq!(
            exist.len() as u64,
            done["counts"]["exists"].as_u64().unwrap(),
            "the preview tells it as it turned out"
        );
    }
    assert_eq!(written, 400);
    assert_eq!(
        (manager.all("/v1/customers").await.len(), manager.all("/v1/companies").await.len()),
        (400, 37)
    );
    assert_eq!(house.dead_letters().await.len(), 0);
}

/// IMP-4. Who is there already is left as they are.
#[tokio::test(flavor = "multi_thread")]
async fn a_second_import_of_the_same_file_changes_nobody() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let first = manager.preview(Table::people("p", 25)).await;
    manager.confirm(&first, &json!({})).await;
    let before = manager.all("/v1/customers").await;
    let second = manager.preview(Table::people("P", 26)).await;
    assert_eq!(
        (&second["counts"]["exists"], &second["counts"]["create"]),
        (&json!(25), &json!(1)),
        "case is ignored"
    );
    let done = manager.confirm(&second, &json!({})).await;
    assert_eq!((&done["counts"]["written"], adds_up(&done)), (&json!(1), true));
    let after = manager.all("/v1/customers").await;
    assert!(before.iter().all(|customer| after.contains(customer)) && after.len() == 26);
}
