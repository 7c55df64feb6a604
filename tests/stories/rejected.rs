//! The rows that were left out, to be mended and uploaded again.

use reqwest::Method;
use serde_json::json;
use testkit::{House, Person, Table};

async fn download(manager: &Person, id: &str) -> String {
    let led = manager.get(&format!("/v1/imports/{id}/rejected.csv")).await;
    assert_eq!(led.status, 303, "{led:?}");
    let file = manager.send(Method::GET, &led.headers["location"], None).await;
    assert_eq!(
        (file.status, file.headers["content-disposition"].as_str()),
        (200, "attachment; filename=\"rejected.csv\"")
    );
    file.text.trim_start_matches('\u{feff}').to_owned()
}

/// IMP-1, IMP-4.
#[tokio::test(flavor = "multi_thread")]
async fn the_rejected_rows_come_back_with_their_columns_and_an_error_and_can_be_mended() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let table = Table::new("Shoe Size;E-Mail;last_name;notes")
        .row("38;ada@example.org;Lovelace;\"one; two\"")
        .row("42;alan-example.org;Turing;\"three; \"\"four\"\"\"")
        .row("44;ADA@example.org;Byron;")
        .row("40;grace@example.org");
    let import = manager.preview(table).await;
    let id = import["id"].as_str().unwrap();
    let file = download(&manager, id).await;
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!((lines[0], lines.len()), ("Shoe Size;E-Mail;last_name;notes;error", 4));
    assert!(
        lines[1].starts_with("42;alan-example.org;Turing;\"three; \"\"four\"\"\";")
            && lines[1].contains("email: "),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].starts_with("44;ADA@example.org;Byron;;") && lines[3].starts_with("40;grace@example.org;;;"),
        "{file}"
    );
    assert_eq!(manager.confirm(&import, &json!({})).await["counts"]["written"], 1);
    let mended = file
        .replace("alan-example.org", "alan@example.org")
        .replace("40;grace@example.org;;;", "40;grace@example.org;Hopper;;");
    let second = manager.preview(mended).await;
    assert_eq!(second["unknown_columns"], json!(["Shoe Size", "error"]));
    assert_eq!(
        (&second["counts"]["create"], &second["counts"]["exists"]),
        (&json!(2), &json!(1)),
        "{second}"
    );
    assert_eq!(manager.confirm(&second, &json!({})).await["counts"]["written"], 2);
    let customers = manager.all("/v1/customers?text=Turing").await;
    let alan = manager.get(&format!("/v1/customers/{}", customers[0]["id"].as_str().unwrap())).await.json;
    assert_eq!(alan["notes"], "three; \"four\"");
}

/// IMP-1. Before there is a preview, there is nothing to download, and the answer says so.
#[tokio::test(flavor = "multi_thread")]
async fn there_are_no_rejected_rows_before_the_preview_nor_of_a_file_that_was_refused() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let waiting = manager.post("/v1/imports", &json!({ "file_name": "a.csv", "size": 9 })).await.id();
    let failed = manager.upload_csv("a.csv", "email\n").await;
    manager.watch_import(&failed, &["ready"]).await;
    for id in [waiting, failed] {
        let refused = manager.get(&format!("/v1/imports/{id}/rejected.csv")).await;
        assert_eq!((refused.status, refused.problem().as_str()), (409, "no_preview"));
        assert_eq!(manager.all(&format!("/v1/imports/{id}/rows")).await.len(), 0);
    }
}
