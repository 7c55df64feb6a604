//! Programs drop files.

use serde_json::json;
use testkit::{House, Table};

/// IMP-1.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_a_program_drops_waits_to_be_confirmed() {
    let house = House::start().await;
    let (manager, other) = (house.manager("acme").await, house.manager("other").await);
    let account = manager.user["account"]["id"].as_str().unwrap();
    house.drop_file(account, "every night/monday.csv", Table::people("p", 30)).await;
    house.quiet().await;
    let imports = manager.all("/v1/imports").await;
    assert_eq!(
        (imports.len(), &imports[0]["state"], &imports[0]["file_name"]),
        (1, &json!("ready"), &json!("monday.csv"))
    );
    assert_eq!(manager.all("/v1/customers").await.len(), 0, "nothing is written before confirm");
    assert_eq!(other.all("/v1/imports").await.len(), 0);
    let done = manager.confirm(&imports[0], &json!({})).await;
    assert_eq!((&done["state"], &done["counts"]["written"]), (&json!("done"), &json!(30)));
    house.advance(60).await;
    house.drop_file(account, "every night/monday.csv", Table::people("p", 31)).await;
    house.quiet().await;
    let imports = manager.all("/v1/imports").await;
    let counts = (imports.len(), &imports[0]["counts"]["exists"], &imports[0]["counts"]["create"]);
    assert_eq!(counts, (2, &json!(30), &json!(1)), "the next file of that name is another import");
}

/// IMP-3. An empty file can't be announced, but it can be dropped.
#[tokio::test(flavor = "multi_thread")]
async fn an_empty_file_that_is_dropped_is_explained() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    house.drop_file(manager.user["account"]["id"].as_str().unwrap(), "empty.csv", vec![]).await;
    house.quiet().await;
    let imports = manager.all("/v1/imports").await;
    assert_eq!(
        (&imports[0]["state"], &imports[0]["problem"]["type"]),
        (&json!("failed"), &json!("/problems/import/empty"))
    );
    assert_eq!(house.dead_letters().await.len(), 0);
}

/// IMP-1. What a program confirms beforehand needs nobody; the outcome is beside the file.
#[tokio::test(flavor = "multi_thread")]
async fn a_confirmed_drop_is_written_by_itself_and_answered_beside_the_file() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let account = manager.user["account"]["id"].as_str().unwrap();
    let desk = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let lab = manager.post("/v1/services", &json!({ "name": "Lab" })).await.id();
    let table = Table::new("email,last_name").row("ada@example.org,L").row("=1+1,T");
    let services = format!("help DESK, {lab}");
    let said = [("confirm", "true"), ("services", services.as_str()), ("activation", "true")];
    house.drop_file_saying(account, "hr/monday.csv", table, &said).await;
    let answer = house.drop_result(account, "hr/monday.csv").await;
    assert_eq!((&answer["state"], &answer["counts"]["written"]), (&json!("done"), &json!(1)), "{answer}");
    let rejected = house.dropped(account, "hr/monday.csv.rejected.csv").await.unwrap();
    assert!(rejected.contains("\n'=1+1,T,email: "), "{rejected}");
    assert_eq!(answer["rejected"], format!("drops/{account}/hr/monday.csv.rejected.csv"));
    let ada = manager.all("/v1/customers").await;
    let ada = manager.get(&format!("/v1/customers/{}", ada[0]["id"].as_str().unwrap())).await.json;
    let given: Vec<_> =
        ada["services"].as_array().unwrap().iter().map(|given| &given["service_id"]).collect();
    assert!(given.contains(&&json!(desk)) && given.contains(&&json!(lab)), "{ada}");
    assert_eq!(house.letters_to("ada@example.org").await.len(), 1);
    assert_eq!(manager.all("/v1/imports").await.len(), 1, "answers are no drops");
    // The next night's file changes those there are.
    house.advance(60).await;
    let table = Table::new("email,last_name").row("ada@example.org,Lovelace");
    let said = [("confirm", "true"), ("mode", "update")];
    house.drop_file_saying(account, "hr/monday.csv", table, &said).await;
    let answer = house.drop_result(account, "hr/monday.csv").await;
    assert_eq!((&answer["counts"]["update"], &answer["counts"]["written"]), (&json!(1), &json!(1)));
    let ada = manager.all("/v1/customers").await;
    assert_eq!(ada[0]["last_name"], "Lovelace");
    let id = answer["import_id"].as_str().unwrap();
    manager.post(&format!("/v1/imports/{id}/undo"), &json!({})).await;
    manager.watch_import(id, &["undone"]).await;
    let answer = house.drop_result(account, "hr/monday.csv").await;
    assert_eq!((&answer["state"], &answer["undo"]["customers_restored"]), (&json!("undone"), &json!(1)));
}

/// IMP-1. A drop that waits for a person says so, and one whose metadata can't be meant is refused before it is read.
#[tokio::test(flavor = "multi_thread")]
async fn a_drop_with_metadata_that_cant_be_meant_is_refused_and_says_why() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let account = manager.user["account"]["id"].as_str().unwrap();
    house.drop_file(account, "waits.csv", Table::people("w", 2)).await;
    let answer = house.drop_result(account, "waits.csv").await;
    assert_eq!((&answer["state"], &answer["counts"]["create"]), (&json!("ready"), &json!(2)));
    assert_eq!(answer["rejected"], serde_json::Value::Null);
    let said = [("confirm", "yes"), ("services", "Nobody's")];
    house.drop_file_saying(account, "wrong.csv", Table::people("p", 2), &said).await;
    let answer = house.drop_result(account, "wrong.csv").await;
    assert_eq!(
        (&answer["state"], &answer["problem"]["type"]),
        (&json!("failed"), &json!("/problems/import/metadata"))
    );
    let detail = answer["problem"]["detail"].as_str().unwrap();
    assert!(detail.contains("confirm=yes, services=Nobody's"), "{detail}");
    assert_eq!(manager.all("/v1/customers").await.len(), 0);
}

/// IMP-1. Nobody could see an import of an account that does not exist; the program is told, and nothing is left lying.
#[tokio::test(flavor = "multi_thread")]
async fn a_drop_for_an_account_that_does_not_exist_is_answered_and_ends_there() {
    let house = House::start().await;
    let stranger = "acc_01a1ffe7e3267591829153138fff610d";
    for account in [stranger, "acme"] {
        house.drop_file_saying(account, "a.csv", Table::people("p", 2), &[("confirm", "true")]).await;
        let answer = house.drop_result(account, "a.csv").await;
        assert_eq!(
            (&answer["state"], &answer["problem"]["type"]),
            (&json!("failed"), &json!("/problems/import/account_unknown"))
        );
        assert!(answer["problem"]["detail"].as_str().unwrap().contains(account));
    }
    house.advance(3600).await;
    house.watch().await;
    assert_eq!(house.dead_letters().await.len(), 0);
}
