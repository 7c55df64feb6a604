//! `DynamoDB`: policies before, the record of capacity after.

#![expect(clippy::indexing_slicing, reason = "a JSON value gives Null for what it lacks, without a panic")]

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;

use super::{json_body, refuse};
use crate::cloud::{Cloud, LOCAL_KEY};
use crate::error::Error;
use crate::table::dispatch::{Answer, Refusal, dispatch};
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
    match carry_out(cloud, operation, (body, wanted), writes).await {
        Ok(answer) => {
            if measured {
                cloud.calls.consumed(key, operation, &answer.consumed);
            }
            json_body(StatusCode::OK, with_left(answer.body, left))
        }
        Err(refusal) => {
            json_body(StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::BAD_REQUEST), refusal.body)
        }
    }
}

/// The answer with the keys that were left on purpose.
fn with_left(body: String, left: Option<Value>) -> String {
    let Some(left) = left else { return body };
    let mut answer: Value = serde_json::from_str(&body).unwrap_or_default();
    answer["UnprocessedKeys"] = left;
    answer.to_string()
}

/// Does the operation to its end, even when nobody waits for the answer any more: who reads the stream must hear of what a
/// killed function has written last.
async fn carry_out(
    cloud: &Cloud,
    operation: &str,
    asked: (Value, bool),
    writes: bool,
) -> Result<Answer, Refusal> {
    let (engine, tokens, operation) = (cloud.engine.clone(), cloud.tokens.clone(), operation.to_owned());
    let work = tokio::spawn(async move {
        let answer = dispatch(&engine, &tokens, &operation, asked).await;
        if writes && answer.is_ok() {
            engine.wrote.notify_waiters();
        }
        answer
    });
    work.await.unwrap_or_else(|error| Err(Error::Table(error.to_string()).into()))
}
