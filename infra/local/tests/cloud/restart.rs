//! What was accepted before the process was killed is done after the next start.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use local::{Data, Error, Local};

use crate::house::House;
use crate::toys::{Book, aws, options};

/// Where the child keeps its data.
const FOLDER: &str = "LOCAL_TEST_FOLDER";

/// Not a test: the process that is killed. Its mailer never answers.
#[tokio::test]
#[ignore = "started by the test below"]
async fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let house = House::in_folder(folder.into()).await;
    house.book.hang.lock().unwrap().push("mailer".to_owned());
    println!("\nendpoint {}", house.cloud.endpoint_url);
    std::future::pending::<()>().await;
}

#[tokio::test]
async fn what_was_accepted_is_delivered_after_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "restart::child", "--nocapture"])
        .env(FOLDER, folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let endpoint =
        lines.map(Result::unwrap).find_map(|line| line.strip_prefix("endpoint ").map(str::to_owned)).unwrap();
    let client = reqwest::Client::new();
    for number in 0..20 {
        let item = json!({"pk": {"S": "A#1"}, "sk": {"S": format!("E#{number}")}});
        let body = json!({"TableName": "local-Table", "Item": item});
        let (status, _) =
            crate::toys::aws(&client, &endpoint, "local", "DynamoDB_20120810.PutItem", &body).await;
        assert_eq!(status, 200);
    }
    // Killed at once: some records are not read yet, some deliveries hang in the mailer.
    child.kill().unwrap();
    child.wait().unwrap();

    let house = House::in_folder(folder.path().to_owned()).await;
    house.idle().await;
    let (_, items) = house.aws("local", "Scan", json!({"TableName": "local-Table"})).await;
    assert_eq!(items["Count"], 20);
    let mailed: Vec<Value> =
        house.book.of("mailer").iter().map(|event| event["detail"]["key"].clone()).collect();
    for number in 0..20 {
        assert!(mailed.contains(&json!(format!("E#{number}"))), "{number}: {mailed:?}");
    }
    house.cloud.stop().await;
}

#[tokio::test]
async fn a_clean_stop_keeps_everything_and_the_clock() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::in_folder(folder.path().to_owned()).await;
    house.put("A#1", "E#1").await;
    house.cloud.advance(1000).await.unwrap();
    house.cloud.stop().await;
    let house = House::in_folder(folder.path().to_owned()).await;
    assert_eq!(house.cloud.clock.offset_seconds(), 1000);
    house.idle().await;
    let (_, items) = house.aws("local", "Scan", json!({"TableName": "local-Table"})).await;
    assert_eq!(items["Count"], 1);
    let (_, mails) = house.get("/_local/mail.json").await;
    assert_eq!(mails.as_array().unwrap().len(), 1, "mailed before or after the stop, once");
    house.cloud.stop().await;
}

#[tokio::test]
async fn one_folder_serves_one_cloud() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::in_folder(folder.path().to_owned()).await;
    let second = Local::start(options(Data::Folder(folder.path().to_owned()), &house.book)).await;
    assert!(matches!(second.err(), Some(Error::InUse { .. })));
    house.cloud.stop().await;
}

#[tokio::test]
async fn an_index_added_to_the_template_holds_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::in_folder(folder.path().to_owned()).await;
    house.put("A#1", "kept").await;
    house.cloud.stop().await;

    let mut options = options(Data::Folder(folder.path().to_owned()), &Book::default());
    let index = "- IndexName: by_sk\n          KeySchema: [{ AttributeName: sk, KeyType: HASH }]\n          Projection: { ProjectionType: ALL }\n        ";
    let text = std::fs::read_to_string(&options.template).unwrap();
    let changed = text.replacen("- IndexName: by_kind", &format!("{index}- IndexName: by_kind"), 1);
    options.template = folder.path().join("template.yaml");
    std::fs::write(&options.template, changed).unwrap();
    let cloud = Local::start(options).await.unwrap();
    let query = json!({"TableName": "local-Table", "IndexName": "by_sk", "KeyConditionExpression": "sk = :sk",
        "ExpressionAttributeValues": {":sk": {"S": "kept"}}});
    let (status, answer) =
        aws(&reqwest::Client::new(), &cloud.endpoint_url, "local", "DynamoDB_20120810.Query", &query).await;
    assert_eq!((status, answer["Count"].as_u64()), (200, Some(1)), "{answer}");
    cloud.stop().await;
}
