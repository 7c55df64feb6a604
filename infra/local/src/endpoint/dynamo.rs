//! `DynamoDB`: policies before, the record of capacity after.

#![expect(clippy::indexing_slicing, reason = "a JSON value gives Null for what it lacks, without a panic")]

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;

use super::{json_body, refuse};
use crate::cloud::{Cloud, LOCAL_KEY};
use crate::error::Error;
use crate::table::dispatch::{Refusal, dispatch};
use crate::table::legs::legs;

/// The operations that can tell what they consumed.
const MEASURED: [&str; 10] = [
    "GetItem",
    "PutItem",
    "UpdateItem",
    "DeleteItem",
    "Query",
    "Scan",
    "BatchGetItem",
    "BatchWriteItem",
    "TransactGetItems",
    "TransactWriteItems",
];

/// Answers one request; `left` are the keys of a batch that were taken out of it on purpose.
pub(super) async fn answer(
    cloud: &Cloud,
    key: &str,
    operation: &str,
    mut body: Value,
    left: Option<Value>,
) -> Response {
    for leg in legs(operation, &body, &cloud.tables) {
        if let Err(denied) = cloud.may(key, &leg.ask(&cloud.tables)) {
            return refuse("AccessDeniedException", &denied);
        }
    }
    let wanted = matches!(body["ReturnConsumedCapacity"].as_str(), Some("TOTAL" | "INDEXES"));
    let measured = key != LOCAL_KEY && MEASURED.contains(&operation);
    if measured
        && !wanted
        && let Some(body) = body.as_object_mut()
    {
        body.insert("ReturnConsumedCapacity".to_owned(), Value::from("TOTAL"));
    }
    let writes = operation.contains("Write") || matches!(operation, "PutItem" | "UpdateItem" | "DeleteItem");
    match carry_out(cloud, operation, body, writes).await {
        Ok(mut answer) => {
            if measured && let Some(answer) = answer.as_object_mut() {
                let capacity = answer.get("ConsumedCapacity").cloned().unwrap_or_default();
                cloud.calls.consumed(key, operation, &capacity);
                if !wanted {
                    answer.remove("ConsumedCapacity");
                }
            }
            if let Some(left) = left {
                answer["UnprocessedKeys"] = left;
            }
            json_body(StatusCode::OK, answer.to_string())
        }
        Err(refusal) => {
            json_body(StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::BAD_REQUEST), refusal.body)
        }
    }
}

/// Does the operation to its end, even when nobody waits for the answer any more: who reads the stream must hear of what a
/// killed function has written last.
async fn carry_out(cloud: &Cloud, operation: &str, body: Value, writes: bool) -> Result<Value, Refusal> {
    let (engine, tokens, operation) = (cloud.engine.clone(), cloud.tokens.clone(), operation.to_owned());
    let work = tokio::spawn(async move {
        let answer = dispatch(&engine, &tokens, &operation, body).await;
        if writes && answer.is_ok() {
            engine.wrote.notify_waiters();
        }
        answer
    });
    work.await.unwrap_or_else(|error| Err(Error::Table(error.to_string()).into()))
}
