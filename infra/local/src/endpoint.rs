//! The one AWS endpoint: `DynamoDB`, `EventBridge`, SES, and S3 for everything else.

mod dynamo;
mod events;
mod key;
mod mail;

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::{Router, http::StatusCode};
use http::Method;
use http::header::CONTENT_TYPE;
use serde_json::{Value, json};

use crate::buckets::Buckets;
use crate::cloud::Cloud;

/// `DynamoDB` takes bodies up to 16 MB; a mail of 10 MB grows by a third in base64.
const MOST_BYTES: usize = 16 * 1024 * 1024;

#[derive(Clone)]
struct Endpoint {
    cloud: Cloud,
    buckets: Arc<Buckets>,
}

/// All services of the endpoint.
pub(crate) fn router(cloud: Cloud, buckets: Arc<Buckets>) -> Router {
    Router::new().fallback(answer).with_state(Endpoint { cloud, buckets })
}

async fn answer(State(endpoint): State<Endpoint>, request: Request) -> Response {
    let target =
        request.headers().get("x-amz-target").and_then(|value| value.to_str().ok()).map(str::to_owned);
    let form = request
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    if let Some(target) = target {
        return json_service(&endpoint.cloud, &target, request).await;
    }
    if form && request.method() == Method::POST && request.uri().path() == "/" {
        let key = key::of(&request);
        return match body(request).await {
            Ok(body) => mail::answer(&endpoint.cloud, key.as_deref(), &body).await,
            Err(refusal) => refusal,
        };
    }
    endpoint.buckets.answer(request).await
}

async fn json_service(cloud: &Cloud, target: &str, request: Request) -> Response {
    let Some(key) = key::of(&request) else {
        return refuse("MissingAuthenticationTokenException", "Request is missing Authentication Token");
    };
    if !key::known(cloud, &key) {
        return refuse(
            "UnrecognizedClientException",
            &format!("No function of the template has the access key id {key}"),
        );
    }
    let body = match body(request).await {
        Ok(body) => body,
        Err(refusal) => return refusal,
    };
    let Ok(body) = serde_json::from_slice::<Value>(&body) else {
        return refuse("SerializationException", "The body is not JSON");
    };
    match target.split_once('.') {
        Some(("DynamoDB_20120810" | "DynamoDBStreams_20120810", operation)) => {
            dynamo::answer(cloud, &key, operation, body).await
        }
        Some(("AWSEvents", "PutEvents")) => events::answer(cloud, &key, &body).await,
        _ => refuse("UnknownOperationException", &format!("{target} is not known to the local cloud")),
    }
}

async fn body(request: Request) -> Result<Bytes, Response> {
    let read = axum::body::to_bytes(request.into_body(), MOST_BYTES).await;
    read.map_err(|_| refuse("RequestEntityTooLargeException", "The body is too large or broken off"))
}

fn json_body(status: StatusCode, body: String) -> Response {
    let id = uuid::Uuid::new_v4().to_string();
    (
        status,
        [("content-type", "application/x-amz-json-1.0".to_owned()), ("x-amzn-requestid", id)],
        Body::from(body),
    )
        .into_response()
}

fn refuse(kind: &str, message: &str) -> Response {
    json_body(
        StatusCode::BAD_REQUEST,
        json!({"__type": format!("com.amazon.coral.service#{kind}"), "message": message}).to_string(),
    )
}
