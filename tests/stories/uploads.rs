//! The way of a file into the house.

use serde_json::json;
use testkit::{House, Table};

/// IMP-1. What was announced is what may be uploaded, once.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_other_than_announced_is_not_taken_and_none_is_taken_twice() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let file = b"email,last_name\na@example.org,L\n".to_vec();
    let asked = manager.post("/v1/imports", &json!({ "file_name": "a.csv", "size": file.len() })).await;
    let upload = &asked.json["upload"];
    let larger = [file.clone(), b"b@example.org,M\n".to_vec()].concat();
    for wrong in [larger, file[1..].to_vec()] {
        let refused = manager.upload(upload, wrong).await;
        assert!((400..500).contains(&refused.status), "{refused:?}");
    }
    let mut elsewhere = upload.clone();
    elsewhere["url"] = json!(upload["url"].as_str().unwrap().replacen("uploads/", "rows/", 1));
    assert_eq!(manager.upload(&elsewhere, file.clone()).await.status, 403);
    house.quiet().await;
    assert_eq!(manager.get(&format!("/v1/imports/{}", asked.id())).await.json["state"], "awaiting_upload");
    assert_eq!(manager.upload(upload, file.clone()).await.status, 200);
    assert_eq!(manager.watch_import(&asked.id(), &["ready"]).await["counts"]["create"], 1);
    let again = manager.upload(upload, b"email,last_name\nx@example.org,L\n".to_vec()).await;
    assert_eq!(again.status, 412, "what was read stays what it was");
}

/// IMP-6. Nobody waits for ever.
#[tokio::test(flavor = "multi_thread")]
async fn an_upload_that_is_never_made_fails_after_an_hour() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let asked = manager.post("/v1/imports", &json!({ "file_name": "a.csv", "size": 10 })).await;
    house.advance(59 * 60).await;
    house.watch().await;
    let manager = house.sign_in(manager.user["login"].as_str().unwrap()).await;
    assert_eq!(manager.get(&format!("/v1/imports/{}", asked.id())).await.json["state"], "awaiting_upload");
    house.advance(61).await;
    house.watch().await;
    let failed = manager.get(&format!("/v1/imports/{}", asked.id())).await.json;
    assert_eq!(
        (&failed["state"], &failed["problem"]["type"]),
        (&json!("failed"), &json!("/problems/import/upload_missing"))
    );
    assert_eq!(
        failed["problem"]["detail"],
        "Die Datei ist nie angekommen. Bitte laden Sie sie noch einmal hoch."
    );
    let refused = manager.post(&format!("/v1/imports/{}/confirm", asked.id()), &json!({})).await;
    assert_eq!((refused.status, refused.problem().as_str()), (409, "wrong_state"));
    assert!(
        refused.json["detail"].as_str().unwrap().contains("fehlgeschlagen"),
        "{}",
        refused.json["detail"]
    );
}

/// IMP-6. The file came, but its event got lost: the watchdog finds it.
#[tokio::test(flavor = "multi_thread")]
async fn the_watchdog_told_twice_reads_nothing_twice() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let import = manager.preview(Table::people("p", 20)).await;
    house.advance(2 * 3600).await;
    house.watch().await;
    house.watch().await;
    let manager = house.sign_in("acme@house.example").await;
    let later = manager.get(&format!("/v1/imports/{}", import["id"].as_str().unwrap())).await.json;
    assert_eq!((&later["state"], &later["counts"]), (&json!("ready"), &import["counts"]));
    assert_eq!(house.dead_letters().await.len(), 0);
}
