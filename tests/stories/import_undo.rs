//! An import that should not have been: it is undone.

use serde_json::{Value, json};
use testkit::{House, PASSWORD, Person, Table};

fn path(import: &Value, step: &str) -> String {
    format!("/v1/imports/{}{step}", import["id"].as_str().unwrap())
}

/// Undoes an import and waits for the end.
async fn undone(manager: &Person, import: &Value) -> Value {
    let asked = manager.post(&path(import, "/undo"), &json!({})).await;
    assert_eq!(asked.status, 202, "{asked:?}");
    manager.watch_import(import["id"].as_str().unwrap(), &["undone"]).await
}

async fn customer(manager: &Person, text: &str) -> String {
    let found = manager.all(&format!("/v1/customers?text={text}")).await;
    assert_eq!(found.len(), 1, "{text}");
    found[0]["id"].as_str().unwrap().to_owned()
}

/// IMP-7.
#[tokio::test(flavor = "multi_thread")]
async fn undoing_removes_customers_and_companies_that_nobody_has_touched() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let mine = manager.post("/v1/companies", &json!({ "name": "Company 5" })).await.id();
    let import = manager.preview(Table::people("p", 1200)).await;
    assert_eq!(import["undoable_until"], Value::Null);
    let done = manager.confirm(&import, &json!({})).await;
    assert!(done["undoable_until"].is_string() && done["undo"].is_null(), "{done}");
    let renamed = customer(&manager, "p7@").await;
    let reply = manager.patch(&format!("/v1/customers/{renamed}"), &json!({ "job_title": "Countess" })).await;
    assert_eq!(reply.status, 200);
    let gone = customer(&manager, "p8@").await;
    assert_eq!(manager.delete(&format!("/v1/customers/{gone}")).await.status, 204);
    let undone = undone(&manager, &import).await;
    house.quiet().await;
    assert_eq!(
        undone["undo"]["customers_removed"], 1199,
        "who was deleted by somebody is gone as well: {undone}"
    );
    let undo = &undone["undo"];
    assert_eq!(
        (&undo["customers_kept"], &undo["customers_restored"], undo["finished_at"].is_string()),
        (&json!(1), &json!(0), true)
    );
    // 37 companies: one was there before, one has a customer who stays.
    assert_eq!((&undo["companies_removed"], &undo["companies_kept"]), (&json!(35), &json!(1)));
    assert_eq!((&undone["progress"]["done"], &undone["progress"]["total"]), (&json!(1200), &json!(1200)));
    let left = manager.all("/v1/customers").await;
    assert_eq!((left.len(), left[0]["id"].as_str().unwrap()), (1, renamed.as_str()));
    let companies = manager.all("/v1/companies").await;
    let names: Vec<_> = companies.iter().map(|company| company["name"].as_str().unwrap()).collect();
    assert_eq!(
        (names, companies[0]["id"].as_str().unwrap()),
        (vec!["Company 5", "Company 7"], mine.as_str())
    );
    let kept = manager.all(&path(&import, "/rows?kept=true")).await;
    assert_eq!(
        (kept.len(), &kept[0]["row"], &kept[0]["kept"]["code"]),
        (1, &json!(8), &json!("kept_changed"))
    );
    assert!(kept[0]["kept"]["message"].as_str().unwrap().contains("since the import"));
    let again = manager.preview(Table::people("p", 1200)).await;
    assert_eq!(
        (&again["counts"]["create"], &again["counts"]["exists"]),
        (&json!(1199), &json!(1)),
        "addresses are free"
    );
    assert_eq!(house.dead_letters().await.len(), 0);
}

/// IMP-7, CUS-4. Who uses the portal stays; the links of all others are as good as expired.
#[tokio::test(flavor = "multi_thread")]
async fn who_has_activated_stays_and_the_links_of_the_others_have_expired() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let service = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let table = Table::new("email,last_name").row("ada@example.org,L").row("alan@example.org,T");
    let import = manager.preview(table).await;
    manager.confirm(&import, &json!({ "service_ids": [service], "send_activation": true })).await;
    let link = async |address: &str| format!("/v1/activations/{}", house.letter_to(address).await.token());
    let (ada, alan) = (link("ada@example.org").await, link("alan@example.org").await);
    let password = json!({ "password": PASSWORD });
    assert_eq!(house.visitor().put(&ada, &password).await.status, 204);
    let undone = undone(&manager, &import).await;
    let undo = &undone["undo"];
    assert_eq!((&undo["customers_removed"], &undo["customers_kept"]), (&json!(1), &json!(1)), "{undone}");
    let kept = manager.all(&path(&import, "/rows?kept=true")).await;
    assert_eq!(kept[0]["kept"]["code"], "kept_activated");
    for reply in [house.visitor().get(&alan).await, house.visitor().put(&alan, &password).await] {
        assert_eq!((reply.status, reply.problem().as_str()), (404, "link_invalid"));
    }
}

/// IMP-7, CUS-4. A mail that is sent again has changed nothing of a customer.
#[tokio::test(flavor = "multi_thread")]
async fn who_was_only_invited_again_goes_with_the_import() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let service = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let import = manager.preview(Table::new("email,last_name").row("ada@example.org,L")).await;
    manager.confirm(&import, &json!({ "service_ids": [service], "send_activation": true })).await;
    let id = customer(&manager, "ada@").await;
    let shown = manager.get(&format!("/v1/customers/{id}")).await.json;
    assert_eq!(shown["activation"]["state"], "invited", "{shown}");
    house.advance(61).await;
    let again = manager.post(&format!("/v1/customers/{id}/activation"), &json!({})).await;
    assert_eq!(again.status, 202, "{again:?}");
    let undone = undone(&manager, &import).await;
    assert_eq!(undone["undo"]["customers_removed"], 1, "{undone}");
}

/// IMP-7.
#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_undone_within_a_day_of_its_end_or_not_at_all() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let import = manager.preview(Table::people("p", 3)).await;
    let early = manager.post(&path(&import, "/undo"), &json!({})).await;
    assert_eq!((early.status, early.problem().as_str()), (409, "wrong_state"));
    manager.confirm(&import, &json!({})).await;
    house.advance(24 * 3600 + 1).await;
    let manager = house.sign_in("acme@house.example").await;
    let late = manager.post(&path(&import, "/undo"), &json!({})).await;
    assert_eq!((late.status, late.problem().as_str()), (409, "undo_too_late"));
    assert_eq!(manager.all("/v1/customers").await.len(), 3);
    let never = manager.preview(Table::people("q", 3)).await;
    manager.post(&path(&never, "/cancel"), &json!({})).await;
    let nothing = manager.post(&path(&never, "/undo"), &json!({})).await;
    assert_eq!((nothing.status, nothing.problem().as_str()), (409, "wrong_state"), "nothing was written");
}

/// IMP-7. An import that was stopped amid its writing can be undone, too; asked twice is once.
#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_import_is_undone_once_however_often_it_is_asked_for() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let import = manager.preview(Table::people("p", 5000)).await;
    manager.post(&path(&import, "/confirm"), &json!({})).await;
    while manager.get(&path(&import, "")).await.json["counts"]["written"] == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    manager.post(&path(&import, "/cancel"), &json!({})).await;
    let stopped = manager.watch_import(import["id"].as_str().unwrap(), &["cancelled", "done"]).await;
    let (undo, body) = (path(&import, "/undo"), json!({}));
    let (first, second) = futures::join!(manager.post(&undo, &body), manager.post(&undo, &body));
    assert_eq!((first.status, second.status), (202, 202));
    let undone = undone(&manager, &import).await;
    assert_eq!(undone["undo"]["customers_removed"], stopped["counts"]["written"], "{undone}");
    house.quiet().await;
    assert_eq!((manager.all("/v1/customers").await.len(), manager.all("/v1/companies").await.len()), (0, 0));
    assert_eq!(manager.post(&undo, &body).await.json["state"], "undone", "and again when it is done");
    house.quiet().await;
    assert_eq!(manager.get(&path(&import, "")).await.json["undo"], undone["undo"]);
}
