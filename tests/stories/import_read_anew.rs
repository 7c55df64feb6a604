//! A manager who sees that a file was misread says how it is written.

use deskhand::seed_app;
use local::Data;
use serde_json::{Value, json};
use testkit::{House, Person, Table};

use crate::misfortune::told_again;

fn path(import: &Value) -> String {
    format!("/v1/imports/{}", import["id"].as_str().unwrap())
}

/// Has the file read anew, and waits for what comes of it.
async fn read(manager: &Person, import: &Value, options: &Value) -> Value {
    let asked = manager.post(&format!("{}/read", path(import)), options).await;
    assert_eq!(asked.status, 202, "{asked:?}");
    manager.watch(&path(import), &["ready"]).await
}

async fn names(manager: &Person, import: &Value) -> Vec<Value> {
    let rows = manager.all(&format!("{}/rows", path(import))).await;
    rows.iter().map(|row| row["values"]["last_name"].clone()).collect()
}

/// IMP-3. Bytes that are good UTF-8 by chance.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_in_another_encoding_is_read_anew_and_nothing_of_the_first_reading_is_left() {
    let house = House::start_with(Data::Memory, told_again(&["read-import"])).await;
    let manager = house.manager("acme").await;
    let import =
        manager.preview(b"email;last_name\na@example.org;F\xC3\xBChr\nb@example.org;B\nbad;\n").await;
    assert_eq!((names(&manager, &import).await[0].as_str(), &import["reading"]), (Some("Führ"), &json!(0)));
    let windows = json!({ "encoding": "windows-1252" });
    let anew = read(&manager, &import, &windows).await;
    assert_eq!(anew["format"], json!({ "encoding": "windows-1252", "delimiter": ";" }));
    assert_eq!(anew["options"], json!({ "encoding": "windows-1252", "delimiter": null }));
    assert_eq!((&anew["counts"], &anew["reading"]), (&import["counts"], &json!(1)));
    assert_eq!(names(&manager, &anew).await[0], "FÃ¼hr");
    assert_eq!(read(&manager, &import, &windows).await, anew, "said twice");
    let one_column = read(&manager, &import, &json!({ "delimiter": "\t" })).await;
    assert_eq!((&one_column["state"], &one_column["can_be_read_anew"]), (&json!("failed"), &json!(true)));
    assert_eq!(one_column["problem"]["type"], "/problems/import/no_email_column");
    let found = read(&manager, &import, &json!({})).await;
    assert_eq!((&found["format"]["encoding"], &found["problem"]), (&json!("utf-8"), &Value::Null));
    let done = manager.confirm(&found, &json!({ "reading": found["reading"] })).await;
    assert_eq!(done["counts"]["written"], 2);
    assert_eq!(manager.all("/v1/customers?text=f").await[0]["last_name"], "Führ");
}

/// IMP-1, IMP-3. A file that could not be read can, once somebody says how.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_failed_for_its_delimiter_is_read_and_one_that_is_no_csv_is_not() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let failed = manager.preview("sep=|\nemail;last_name\na@example.org;A\n").await;
    assert_eq!((&failed["state"], &failed["can_be_read_anew"]), (&json!("failed"), &json!(true)));
    let ready = read(&manager, &failed, &json!({ "delimiter": ";" })).await;
    assert_eq!((&ready["counts"]["create"], &ready["finished_at"]), (&json!(1), &Value::Null));
    let pdf = manager.preview("%PDF-1.7\n").await;
    assert_eq!((&pdf["state"], &pdf["can_be_read_anew"]), (&json!("failed"), &json!(false)));
    let refused = manager.post(&format!("{}/read", path(&pdf)), &json!({ "delimiter": ";" })).await;
    assert_eq!(refused.status, 409, "{refused:?}");
    let wrong = json!({ "encoding": "latin", "delimiter": "|", "quote": "'" });
    let wrong = manager.post(&format!("{}/read", path(&ready)), &wrong).await;
    assert_eq!((wrong.status, wrong.errors().len()), (422, 3), "{wrong:?}");
    let representative = house.manager("other").await;
    assert_eq!(representative.post(&format!("{}/read", path(&ready)), &json!({})).await.status, 404);
}

/// IMP-3, IMP-6. Whoever confirms writes what they have seen, or nothing.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_confirms_a_preview_that_is_not_the_one_they_saw() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let import = manager.preview(Table::people("p", 5)).await;
    let (read_path, confirm) = (format!("{}/read", path(&import)), format!("{}/confirm", path(&import)));
    let asked = manager.post(&read_path, &json!({ "encoding": "windows-1252" })).await;
    assert_eq!((asked.status, &asked.json["state"]), (202, &json!("reading")));
    manager.watch(&path(&import), &["ready"]).await;
    let stale = manager.post(&confirm, &json!({ "reading": 0 })).await;
    assert_eq!((stale.status, stale.problem().as_str()), (412, "stale"));
    let confirmed = manager.post(&confirm, &json!({ "reading": 1 })).await;
    assert_eq!(confirmed.status, 202, "{confirmed:?}");
    assert_eq!(manager.post(&read_path, &json!({})).await.status, 409, "it is being written");
    assert_eq!(manager.watch(&path(&import), &["done"]).await["counts"]["written"], 5);
}

/// ERA-1, IMP-3. A reading that found fewer rows leaves the files of the longer one, and an erasure finds them.
#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_finds_the_rows_of_an_earlier_reading() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let body = json!({ "last_name": "L", "email": "p1100@example.org" });
    let customer = manager.post("/v1/customers", &body).await.id();
    let import = manager.preview(Table::people("p", 1200)).await;
    let failed = read(&manager, &import, &json!({ "encoding": "utf-16le" })).await;
    assert_eq!(failed["state"], "failed", "{failed}");
    assert_eq!(manager.all(&format!("{}/rows", path(&import))).await.len(), 0);
    let account = manager.user["account"]["id"].as_str().unwrap();
    let key = format!("rows/{account}/{}/00001.ndjson", import["id"].as_str().unwrap());
    let app = seed_app(&house.running).unwrap();
    let holds = async || {
        let rows = app.files().unwrap().load(&key).await.unwrap();
        String::from_utf8_lossy(&rows).contains("p1100@example.org")
    };
    assert!(holds().await);
    assert_eq!(manager.delete(&format!("/v1/customers/{customer}")).await.status, 204);
    house.quiet().await;
    assert!(!holds().await);
}
