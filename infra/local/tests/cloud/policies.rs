use serde_json::{Value, json};

use crate::house::House;

const TABLE: &str = "local-Table";

fn put(pk: &str) -> Value {
    json!({"TableName": TABLE, "Item": {"pk": {"S": pk}, "sk": {"S": "x"}, "by_kind": {"S": "k"}}})
}

#[tokio::test]
async fn a_function_may_what_its_policy_grants_and_nothing_else() {
    let house = House::start().await;
    let denied = |answer: &Value| {
        answer["__type"].as_str().is_some_and(|kind| kind.ends_with("#AccessDeniedException"))
    };

    let (status, _) = house.aws("Notes", "PutItem", put("A#1#notes")).await;
    assert_eq!(status, 200);
    let (status, answer) = house.aws("Notes", "PutItem", put("L#login")).await;
    assert_eq!(status, 400);
    assert!(denied(&answer), "{answer}");
    let (_, answer) =
        house.aws("Notes", "DeleteItem", json!({"TableName": TABLE, "Key": put("A#1")["Item"]})).await;
    assert!(denied(&answer), "{answer}");
    let (_, answer) = house.aws("Mailer", "PutItem", put("A#1")).await;
    assert!(denied(&answer), "{answer}");

    let legs = |other: &str| {
        json!({"TransactItems": [{"Put": put("A#2")}, {"ConditionCheck": {"TableName": TABLE, "ConditionExpression": "attribute_not_exists(pk)",
            "Key": {"pk": {"S": other}, "sk": {"S": "x"}}}}]})
    };
    let (status, answer) = house.aws("Notes", "TransactWriteItems", legs("A#3")).await;
    assert_eq!(status, 200, "{answer}");
    let (_, answer) = house.aws("Notes", "TransactWriteItems", legs("L#3")).await;
    assert!(denied(&answer), "{answer}");
    house.cloud.stop().await;
}

#[tokio::test]
async fn an_index_needs_its_own_grant_and_calls_are_recorded() {
    let house = House::start().await;
    let denied = |answer: &Value| {
        answer["__type"].as_str().is_some_and(|kind| kind.ends_with("#AccessDeniedException"))
    };
    house.aws("Notes", "PutItem", put("A#1#notes")).await;
    let query = |index: Option<&str>| {
        let mut query = json!({"TableName": TABLE, "KeyConditionExpression": "#k = :k", "ExpressionAttributeValues": {":k": {"S": "k"}},
            "ExpressionAttributeNames": {"#k": if index.is_some() { "by_kind" } else { "pk" }}});
        if let Some(index) = index {
            query["IndexName"] = json!(index);
        }
        query
    };
    let (status, answer) = house.aws("Notes", "Query", query(Some("by_kind"))).await;
    assert_eq!((status, answer["Count"].as_u64()), (200, Some(1)), "{answer}");
    assert!(answer.get("ConsumedCapacity").is_none(), "not asked for");
    let (_, answer) = house.aws("Notes", "Query", query(None)).await;
    assert!(denied(&answer), "{answer}");
    let (_, answer) = house.aws("Nobody", "Query", query(None)).await;
    assert!(answer["__type"].as_str().unwrap().ends_with("UnrecognizedClientException"));

    let calls = house.cloud.calls();
    let notes = &calls["Notes"];
    let need =
        notes.needs.iter().find(|need| need.action == "dynamodb:Query" && need.index.is_some()).unwrap();
    assert_eq!((need.granted, need.index.as_deref()), (1, Some("by_kind")));
    let written = notes.operations["PutItem"];
    assert!(written.count == 1 && written.units > 0.0, "{written:?}");
    house.cloud.stop().await;
}

#[tokio::test]
async fn a_transaction_with_the_same_token_writes_once() {
    let house = House::start().await;
    let add = json!({"ClientRequestToken": "t-1", "TransactItems": [{"Update": {"TableName": TABLE, "UpdateExpression": "ADD n :one",
        "Key": {"pk": {"S": "A#1"}, "sk": {"S": "n"}}, "ExpressionAttributeValues": {":one": {"N": "1"}}}}]});
    for _ in 0..3 {
        let (status, answer) = house.aws("local", "TransactWriteItems", add.clone()).await;
        assert_eq!(status, 200, "{answer}");
    }
    let (_, item) = house
        .aws("local", "GetItem", json!({"TableName": TABLE, "Key": {"pk": {"S": "A#1"}, "sk": {"S": "n"}}}))
        .await;
    assert_eq!(item["Item"]["n"]["N"], "1");
    house.cloud.stop().await;
}

#[tokio::test]
async fn events_and_mail_need_a_grant_too() {
    let house = House::start().await;
    let entry =
        json!({"Entries": [{"EventBusName": "local-bus", "Source": "x", "DetailType": "y", "Detail": "{}"}]});
    let (status, _) = house.aws("Publish", "AWSEvents.PutEvents", entry.clone()).await;
    assert_eq!(status, 200);
    let (status, answer) = house.aws("Mailer", "AWSEvents.PutEvents", entry).await;
    assert_eq!(status, 400, "{answer}");
    let bad = json!({"Entries": [{"EventBusName": "nowhere", "Source": "x", "DetailType": "y", "Detail": "{}"},
        {"EventBusName": "local-bus", "Source": "x", "DetailType": "y", "Detail": "not json"}]});
    let (_, answer) = house.aws("Publish", "AWSEvents.PutEvents", bad).await;
    assert_eq!(answer["FailedEntryCount"], 2, "{answer}");
    house.cloud.stop().await;
}
