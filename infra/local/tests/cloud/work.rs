use std::time::Duration;

use serde_json::{Value, json};

use crate::house::House;

#[tokio::test]
async fn a_write_goes_through_stream_and_bus_to_mail() {
    let house = House::start().await;
    house.put("A#1", "no event").await;
    house.put("A#1", "E#1").await;
    house.idle().await;
    let record = &house.book.of("publish")[0]["Records"][0];
    assert_eq!(record["eventName"], "INSERT");
    assert_eq!(record["dynamodb"]["NewImage"]["sk"]["S"], "E#1");
    assert_eq!(record["dynamodb"]["SequenceNumber"].as_str().unwrap().len(), 21);
    let (_, mails) = house.get("/_local/mail.json").await;
    assert_eq!(mails[0]["subject"], "Note", "{mails}");
    assert_eq!(mails[0]["to"], json!(["hidden@toys.test"]), "the envelope counts");
    assert_eq!(mails[0]["links"], json!(["http://toys.test/E#1"]));
    let (_, events) = house.get("/_local/events.json").await;
    assert_eq!(events["events"][0]["event"]["detail-type"], "note.created");
    assert_eq!(events["dead_letters"], json!([]));
    let id = mails[0]["id"].as_str().unwrap();
    for page in ["/_local/mail", "/_local/events", &format!("/_local/mail/{id}")] {
        let page = house.client.get(format!("{}{page}", house.cloud.api_url)).send().await.unwrap();
        assert!(page.status() == 200 && page.text().await.unwrap().contains("Local cloud"));
    }
    house.cloud.stop().await;
}

#[tokio::test]
async fn a_failed_batch_comes_again() {
    let house = House::start().await;
    house.book.fail("publish", 2);
    house.put("A#1", "E#1").await;
    house.idle().await;
    assert_eq!(house.book.of("publish").len(), 3, "twice failed, once taken");
    assert_eq!(house.book.of("mailer").len(), 1);
    house.cloud.stop().await;
}

#[tokio::test]
async fn a_record_reported_as_failed_comes_again_and_ends_as_dead_letter() {
    let house = House::start().await;
    house.put("A#1", "E#1").await;
    house.put("A#1", "E#2-poison").await;
    house.put("A#1", "E#3").await;
    house.idle().await;
    let (_, events) = house.get("/_local/events.json").await;
    let dead = events["dead_letters"].as_array().unwrap();
    assert_eq!(dead.len(), 1, "{events}");
    assert!(dead[0]["event"]["Records"].to_string().contains("poison"));
    assert!(dead[0]["queue"].as_str().unwrap().ends_with("DeadLetters"));
    let mailed: Vec<Value> =
        house.book.of("mailer").iter().map(|event| event["detail"]["key"].clone()).collect();
    assert!(mailed.contains(&json!("E#1")) && mailed.contains(&json!("E#3")), "{mailed:?}");
    house.put("A#1", "E#4").await;
    house.idle().await;
    assert!(
        house.book.of("mailer").iter().any(|event| event["detail"]["key"] == "E#4"),
        "the stream goes on"
    );
    house.cloud.stop().await;
}

#[tokio::test]
async fn a_delivery_that_keeps_failing_is_a_dead_letter_until_redriven() {
    let house = House::start().await;
    house.book.fail("mailer", 3);
    house.put("A#1", "E#1").await;
    house.idle().await;
    assert_eq!(house.book.of("mailer").len(), 3, "one attempt and two more");
    let (_, events) = house.get("/_local/events.json").await;
    assert_eq!(events["dead_letters"][0]["function"], "Mailer", "{events}");
    assert_eq!(events["dead_letters"][0]["error"], "told to fail");
    let (_, redriven) = house.post("/_local/redrive", json!({})).await;
    assert_eq!(redriven["redriven"], 1);
    house.idle().await;
    let (_, mails) = house.get("/_local/mail.json").await;
    assert_eq!(mails.as_array().unwrap().len(), 1);
    house.cloud.stop().await;
}

#[tokio::test]
async fn moving_the_clock_fires_schedules_and_expires_items() {
    let house = House::start().await;
    let soon = jiff::Timestamp::from_second(house.cloud.clock.now().as_second() + 3600).unwrap().as_second();
    let item = json!({"pk": {"S": "A#1"}, "sk": {"S": "x"}, "expires_at": {"N": soon.to_string()}});
    house.aws("local", "PutItem", json!({"TableName": "local-Table", "Item": item})).await;
    let (status, time) = house.post("/_local/clock", json!({"advance_seconds": 90_000})).await;
    assert_eq!((status, time["offset_seconds"].as_i64()), (200, Some(90_000)));
    for _ in 0..100 {
        if !house.book.of("nightly").is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(house.book.of("nightly").len(), 1);
    assert_eq!(house.book.of("nightly")[0]["detail-type"], "Scheduled Event");
    let (_, gone) = house
        .aws(
            "local",
            "GetItem",
            json!({"TableName": "local-Table", "Key": {"pk": {"S": "A#1"}, "sk": {"S": "x"}}}),
        )
        .await;
    assert!(gone.get("Item").is_none(), "{gone}");
    let (status, _) = house.post("/_local/schedules/Nightly", json!({})).await;
    assert_eq!(status, 202);
    house.idle().await;
    assert_eq!(house.book.of("nightly").len(), 2);
    house.cloud.stop().await;
}
