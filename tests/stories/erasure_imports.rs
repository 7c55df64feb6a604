//! Files that are still there when somebody in them is deleted.

use serde_json::{Value, json};
use testkit::{House, Person};

async fn add(manager: &Person, email: &str) -> String {
    manager.post("/v1/customers", &json!({ "last_name": "L", "email": email })).await.id()
}

async fn erase(house: &House, manager: &Person, id: &str) -> Value {
    let deleted = manager.delete(&format!("/v1/customers/{id}")).await;
    assert_eq!(deleted.status, 204, "{deleted:?}");
    house.quiet().await;
    manager.get(&deleted.headers["location"]).await.json
}

/// ERA-1. A preview from before promised to create them; nothing comes of that row, and the rest is written.
#[tokio::test(flavor = "multi_thread")]
async fn a_preview_that_is_confirmed_later_does_not_bring_back_whom_it_knew() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let file = "email,last_name,notes\nada@example.org,Ada,n\nbo@example.org,Bo,knows ada@example.org\nfi@example.org,Fi,f\n";
    let preview = manager.preview(file.as_bytes()).await;
    let ada = add(&manager, "ADA@example.org").await;
    assert_eq!(erase(&house, &manager, &ada).await["state"], "done");
    let path = format!("/v1/imports/{}", preview["id"].as_str().unwrap());
    assert_eq!(manager.get(&path).await.json["counts"], preview["counts"], "the preview's figures stay");
    let rows = manager.all(&format!("{path}/rows")).await;
    assert_eq!(
        [
            &rows[0]["values"]["email"],
            &rows[1]["values"]["notes"],
            &rows[1]["values"]["email"],
            &rows[2]["values"]["notes"]
        ],
        [&json!(""), &json!(""), &json!("bo@example.org"), &json!("f")]
    );
    let done = manager.confirm(&preview, &json!({})).await;
    let counts = ["create", "invalid", "written"].map(|name| done["counts"][name].as_u64().unwrap());
    assert_eq!((&done["state"], counts), (&json!("done"), [2, 1, 2]));
    let refused = manager.all(&format!("{path}/rows?verdict=invalid")).await;
    assert_eq!(refused[0]["errors"][0]["code"], "erased");
    assert_eq!(manager.all("/v1/customers").await.len(), 2);
}

/// ERA-1. A drop that was replaced meanwhile is another file, and stays.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_the_same_name_that_came_later_is_left_alone() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let account = manager.user["account"]["id"].as_str().unwrap();
    let ada = add(&manager, "ada@example.org").await;
    let first = "email,last_name\nada@example.org,Ada\n";
    house.drop_file(account, "night.csv", first).await;
    house.quiet().await;
    house.drop_file(account, "night.csv", "email,last_name\nbo@example.org,Bo\n").await;
    house.quiet().await;
    let stat = async || {
        deskhand::seed_app(&house.running)
            .unwrap()
            .files()
            .unwrap()
            .stat(&format!("drops/{account}/night.csv"))
            .await
            .unwrap()
    };
    assert_eq!(erase(&house, &manager, &ada).await["state"], "done");
    assert!(stat().await.is_some());
    let ada = add(&manager, "ada@example.org").await;
    house.drop_file(account, "night.csv", first).await;
    house.quiet().await;
    assert_eq!(erase(&house, &manager, &ada).await["state"], "done");
    assert!(stat().await.is_none(), "what they are in goes");
}

/// ERA-1. An import that is being worked on is waited for.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_has_come_and_is_not_read_yet_is_waited_for() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let ada = add(&manager, "ada@example.org").await;
    let preview = manager.preview(b"email,last_name\nada@example.org,Ada\n").await;
    let id = preview["id"].as_str().unwrap().to_owned();
    // As if its reader had died before it began.
    let app = deskhand::seed_app(&house.running).unwrap();
    let import = app
        .store()
        .import(manager.user["account"]["id"].as_str().unwrap().parse().unwrap(), id.parse().unwrap())
        .await
        .unwrap();
    let state = domain::import::State::Reading;
    let reading = domain::import::Import {
        state,
        chunks: 0,
        bytes_read: 0,
        counts: domain::import::Counts::default(),
        ..import.thing
    };
    app.store()
        .keep_work(import.version, domain::Changed { now: reading, events: vec![] }, vec![])
        .await
        .unwrap();
    let erasure = erase(&house, &manager, &ada).await;
    assert_eq!(erasure["state"], "running", "{erasure}");
    house.advance(121).await;
    house.watch().await;
    assert_eq!(manager.get(&format!("/v1/imports/{id}")).await.json["state"], "ready");
    house.advance(121).await;
    house.watch().await;
    let erasure = manager.get(&format!("/v1/erasures/{}", erasure["id"].as_str().unwrap())).await.json;
    assert_eq!(erasure["state"], "done", "{erasure}");
    let rows = manager.all(&format!("/v1/imports/{id}/rows")).await;
    assert_eq!(rows[0]["values"]["email"], "");
}

/// ERA-1, IMP-7. What an import has changed of somebody goes with them, beside the dropped file too, and undoing brings
/// nothing of it back.
#[tokio::test(flavor = "multi_thread")]
async fn undoing_does_not_bring_back_who_was_changed_and_has_been_erased() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let account = manager.user["account"]["id"].as_str().unwrap();
    let ada = add(&manager, "ada@example.org").await;
    let file = "email,last_name\nada@example.org,Lovelace\nbo@example.org,Bo\nbroken,ada@example.org\n";
    house.drop_file_saying(account, "a.csv", file, &[("confirm", "true"), ("mode", "update")]).await;
    let answer = house.drop_result(account, "a.csv").await;
    assert_eq!((&answer["state"], &answer["counts"]["written"]), (&json!("done"), &json!(2)));
    let rejected = async || house.dropped(account, "a.csv.rejected.csv").await.unwrap();
    assert!(rejected().await.contains("ada@example.org"));
    assert_eq!(erase(&house, &manager, &ada).await["state"], "done");
    assert!(!rejected().await.contains("ada@example.org"));
    let path = format!("/v1/imports/{}", answer["import_id"].as_str().unwrap());
    assert_eq!(manager.all(&format!("{path}/rows")).await[0]["changes"], json!([]));
    assert_eq!(manager.post(&format!("{path}/undo"), &json!({})).await.status, 202);
    house.quiet().await;
    let undone = manager.get(&path).await.json;
    assert_eq!(
        (&undone["state"], &undone["undo"]["customers_removed"], &undone["undo"]["customers_kept"]),
        (&json!("undone"), &json!(1), &json!(1))
    );
    let rows = manager.all(&format!("{path}/rows")).await;
    assert_eq!(
        (&rows[0]["kept"]["code"], &rows[1]["values"]["email"]),
        (&json!("kept_gone"), &json!("")),
        "whom undoing removes leaves the import's rows"
    );
    assert_eq!(manager.all("/v1/customers").await.len(), 0);
}
