//! The one AWS endpoint: `DynamoDB`, `EventBridge`, SES, End User Messaging, and S3 for everything else.

mod dynamo;
mod events;
mod key;
mod mail;
mod messages;
mod struck;

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
use crate::faults::Fault;

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
    let weather = &endpoint.cloud.weather;
    let asked = Asked::read(&request);
    let function = key::signer(&request);
    let fault = function.as_ref().and_then(|function| weather.strike(function, &asked.name()));
    let service = asked.service();
    let function = function.unwrap_or_default();
    match fault {
        None => done(&endpoint, asked, request, None).await,
        Some(Fault::Throttled) => struck::throttled(service),
        Some(Fault::Failed) => struck::failed(service),
        Some(fault @ (Fault::Conflicted | Fault::Unprocessed)) => {
            done(&endpoint, asked, request, Some(fault)).await
        }
        Some(Fault::Unanswered) => {
            done(&endpoint, asked, request, None).await;
            struck::failed(service)
        }
        Some(fault @ (Fault::KilledBefore | Fault::KilledAfter)) => {
            if fault == Fault::KilledAfter {
                done(&endpoint, asked, request, None).await;
            }
            weather.kill(&function);
            // Whoever asked is no more.
            std::future::pending().await
        }
    }
}

/// What a request asks for.
enum Asked {
    Dynamo(String),
    Events(String),
    Mail,
    Messages(String),
    Files(Method),
    Unknown(String),
}

impl Asked {
    fn read(request: &Request) -> Self {
        let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
        if let Some(target) = header("x-amz-target") {
            return match target.split_once('.') {
                Some(("DynamoDB_20120810" | "DynamoDBStreams_20120810", operation)) => {
                    Self::Dynamo(operation.to_owned())
                }
                Some(("AWSEvents", operation)) => Self::Events(operation.to_owned()),
                Some(("PinpointSMSVoiceV2", operation)) => Self::Messages(operation.to_owned()),
                _ => Self::Unknown(target.to_owned()),
            };
        }
        let form = header(CONTENT_TYPE.as_str())
            .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        if form && request.method() == Method::POST && request.uri().path() == "/" {
            return Self::Mail;
        }
        Self::Files(request.method().clone())
    }

    /// As IAM writes actions, but for S3: there it is the method.
    fn name(&self) -> String {
        match self {
            Self::Dynamo(operation) => format!("dynamodb:{operation}"),
            Self::Events(operation) => format!("events:{operation}"),
            Self::Mail => "ses:SendRawEmail".to_owned(),
            Self::Messages(operation) => format!("sms-voice:{operation}"),
            Self::Files(method) => format!("s3:{method}"),
            Self::Unknown(target) => target.clone(),
        }
    }

    fn service(&self) -> struck::Service {
        match self {
            Self::Mail | Self::Files(_) => struck::Service::Xml,
            _ => struck::Service::Json,
        }
    }
}

async fn done(endpoint: &Endpoint, asked: Asked, request: Request, fault: Option<Fault>) -> Response {
    match asked {
        Asked::Files(_) => endpoint.buckets.answer(request).await,
        Asked::Mail => {
            let key = key::of(&request);
            match body(request).await {
                Ok(body) => mail::answer(&endpoint.cloud, key.as_deref(), &body).await,
                Err(refusal) => refusal,
            }
        }
        json => json_service(&endpoint.cloud, json, request, fault).await,
    }
}

async fn json_service(cloud: &Cloud, asked: Asked, request: Request, fault: Option<Fault>) -> Response {
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
    let Ok(mut body) = serde_json::from_slice::<Value>(&body) else {
        return refuse("SerializationException", "The body is not JSON");
    };
    match asked {
        Asked::Dynamo(_) if fault == Some(Fault::Conflicted) => struck::conflicted(&body),
        Asked::Dynamo(operation) => {
            let left = fault.map(|_| struck::second_half(&mut body));
            dynamo::answer(cloud, &key, &operation, body, left).await
        }
        Asked::Events(operation) if operation == "PutEvents" => {
            events::answer(cloud, &key, &body, fault.is_some()).await
        }
        Asked::Messages(operation) => messages::answer(cloud, &key, &operation, &body).await,
        other => {
            refuse("UnknownOperationException", &format!("{} is not known to the local cloud", other.name()))
        }
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
