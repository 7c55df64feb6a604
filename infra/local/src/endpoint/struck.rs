//! The answers of a service that is struck by a fault.

#![expect(clippy::indexing_slicing, reason = "a JSON value gives Null for what it lacks, without a panic")]

use axum::body::Body;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::json_body;

/// Which service is called: they say the same in different ways.
#[derive(Clone, Copy)]
pub(super) enum Service {
    /// `DynamoDB`, `EventBridge`.
    Json,
    /// S3, SES.
    Xml,
}

/// Too many requests.
pub(super) fn throttled(service: Service) -> Response {
    match service {
        Service::Json => json_error(
            StatusCode::BAD_REQUEST,
            &json!({"__type": "ThrottlingException", "message": "Rate exceeded"}),
        ),
        Service::Xml => xml_error(StatusCode::SERVICE_UNAVAILABLE, "SlowDown", "Reduce your request rate"),
    }
}

/// An internal error.
pub(super) fn failed(service: Service) -> Response {
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    match service {
        Service::Json => {
            json_error(status, &json!({"__type": "InternalServerError", "message": "Internal server error"}))
        }
        Service::Xml => {
            xml_error(status, "InternalError", "We encountered an internal error. Please try again.")
        }
    }
}

/// Every leg of a transaction met another transaction.
pub(super) fn conflicted(body: &Value) -> Response {
    let legs = body["TransactItems"].as_array().map_or(0, Vec::len);
    let reasons =
        vec![json!({"Code": "TransactionConflict", "Message": "Transaction is ongoing for the item"}); legs];
    let error = json!({"__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
        "Message": "Transaction cancelled", "CancellationReasons": reasons});
    json_error(StatusCode::BAD_REQUEST, &error)
}

/// Takes the second half of a batch's keys out of the request, and gives them back as the answer has to.
pub(super) fn second_half(body: &mut Value) -> Value {
    let mut left = json!({});
    for (table, asked) in body["RequestItems"].as_object_mut().into_iter().flatten() {
        let Some(keys) = asked["Keys"].as_array_mut() else { continue };
        let keys = keys.split_off(keys.len() / 2);
        let mut rest = asked.clone();
        rest["Keys"] = Value::Array(keys);
        left[table.as_str()] = rest;
    }
    left
}

fn json_error(status: StatusCode, error: &Value) -> Response {
    json_body(status, error.to_string())
}

fn xml_error(status: StatusCode, code: &str, message: &str) -> Response {
    let body = format!(
        "<ErrorResponse><Error><Type>Receiver</Type><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>"
    );
    (status, [("content-type", "application/xml")], Body::from(body)).into_response()
}
