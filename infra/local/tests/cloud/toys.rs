//! Toy functions that make real calls to the endpoint.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures::FutureExt;
use futures::future::BoxFuture;
use local::{Clock, Data, Function, Options};
use serde_json::{Value, json};

/// What the toys did, and what they shall fail at.
#[derive(Clone, Default)]
pub struct Book {
    pub events: Arc<Mutex<Vec<(String, Value)>>>,
    /// How often an invocation of this code still fails.
    pub failures: Arc<Mutex<HashMap<String, usize>>>,
    /// Codes that never answer.
    pub hang: Arc<Mutex<Vec<String>>>,
    pub environments: Arc<Mutex<HashMap<String, HashMap<String, String>>>>,
}

impl Book {
    pub fn fail(&self, code: &str, times: usize) {
        self.failures.lock().unwrap().insert(code.to_owned(), times);
    }

    pub fn of(&self, code: &str) -> Vec<Value> {
        self.events.lock().unwrap().iter().filter(|(c, _)| c == code).map(|(_, e)| e.clone()).collect()
    }
}

struct Toy {
    code: String,
    id: String,
    endpoint: String,
    book: Book,
    client: reqwest::Client,
}

/// One call to the endpoint with the access key id of `id`.
pub async fn aws(
    client: &reqwest::Client,
    endpoint: &str,
    id: &str,
    target: &str,
    body: &Value,
) -> (u16, Value) {
    let service = if target.starts_with("AWSEvents") { "events" } else { "dynamodb" };
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential={id}/20260101/eu-central-1/{service}/aws4_request, SignedHeaders=host, Signature=0"
    );
    let answer = client
        .post(endpoint)
        .header("x-amz-target", target)
        .header("authorization", authorization)
        .header("content-type", "application/x-amz-json-1.0")
        .body(body.to_string())
        .send()
        .await
        .unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

impl Toy {
    async fn take(&self, event: Value) -> Result<Value, String> {
        self.book.events.lock().unwrap().push((self.code.clone(), event.clone()));
        if self.book.hang.lock().unwrap().contains(&self.code) {
            std::future::pending::<()>().await;
        }
        if let Some(left) = self.book.failures.lock().unwrap().get_mut(&self.code).filter(|left| **left > 0) {
            *left -= 1;
            return Err("told to fail".to_owned());
        }
        match self.code.as_str() {
            "publish" => self.publish(&event).await,
            "mailer" => self.mail(&event).await,
            _ => Ok(Value::Null),
        }
    }

    /// Tells the bus of each record; those whose key ends in `poison` fail.
    async fn publish(&self, event: &Value) -> Result<Value, String> {
        let mut failures = Vec::new();
        for record in event["Records"].as_array().unwrap() {
            let key = record["dynamodb"]["Keys"]["sk"]["S"].as_str().unwrap();
            if key.ends_with("poison") {
                failures.push(json!({"itemIdentifier": record["dynamodb"]["SequenceNumber"]}));
                continue;
            }
            let entry = json!({"EventBusName": "local-bus", "Source": "toys", "DetailType": "note.created",
                "Detail": json!({"key": key}).to_string()});
            let (status, answer) = aws(
                &self.client,
                &self.endpoint,
                &self.id,
                "AWSEvents.PutEvents",
                &json!({"Entries": [entry]}),
            )
            .await;
            if status != 200 || answer["FailedEntryCount"] != 0 {
                return Err(answer.to_string());
            }
        }
        Ok(json!({"batchItemFailures": failures}))
    }

    async fn mail(&self, event: &Value) -> Result<Value, String> {
        let mail = format!(
            "From: us@toys.test\r\nTo: you@toys.test\r\nSubject: Note\r\n\r\nSee http://toys.test/{}\r\n",
            event["detail"]["key"].as_str().unwrap()
        );
        let data = STANDARD.encode(mail);
        let form = [
            ("Action", "SendRawEmail"),
            ("Version", "2010-12-01"),
            ("RawMessage.Data", &data),
            ("Destinations.member.1", "hidden@toys.test"),
        ];
        let credential = format!(
            "AWS4-HMAC-SHA256 Credential={}/20260101/eu-central-1/ses/aws4_request, SignedHeaders=host, Signature=0",
            self.id
        );
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let answer = self
            .client
            .post(&self.endpoint)
            .header("authorization", credential)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form)
            .send()
            .await
            .unwrap();
        let (status, text) = (answer.status(), answer.text().await.unwrap());
        if status.is_success() && text.contains("<MessageId>") { Ok(Value::Null) } else { Err(text) }
    }
}

impl Function for Toy {
    fn http(&self, request: Request) -> BoxFuture<'_, Response> {
        async move {
            let path = request.uri().path().to_owned();
            match path.as_str() {
                "/v1/slow" => tokio::time::sleep(Duration::from_secs(30)).await,
                "/v1/panic" => panic!("as told"),
                _ => {}
            }
            let forwarded = request.headers().get("x-forwarded-for").map(|v| v.to_str().unwrap().to_owned());
            let body = axum::body::to_bytes(Body::new(request.into_body()), usize::MAX).await.unwrap();
            if path == "/v1/aws" {
                let ask: Value = serde_json::from_slice(&body).unwrap();
                let (status, answer) = aws(
                    &self.client,
                    &self.endpoint,
                    &self.id,
                    ask["target"].as_str().unwrap(),
                    &ask["body"],
                )
                .await;
                return axum::Json(json!({"status": status, "answer": answer})).into_response();
            }
            axum::Json(json!({"path": path, "bytes": body.len(), "forwarded": forwarded})).into_response()
        }
        .boxed()
    }

    fn event(&self, event: Value, _deadline: jiff::Timestamp) -> BoxFuture<'_, Result<Value, String>> {
        self.take(event).boxed()
    }
}

/// Options whose functions are toys.
pub fn options(data: Data, book: &Book) -> Options {
    let book = book.clone();
    let make = move |code: &str, environment: &HashMap<String, String>, _clock: Clock| {
        book.environments
            .lock()
            .unwrap()
            .insert(environment["AWS_LAMBDA_FUNCTION_NAME"].clone(), environment.clone());
        let toy = Toy {
            code: code.to_owned(),
            id: environment["AWS_ACCESS_KEY_ID"].clone(),
            endpoint: environment["AWS_ENDPOINT_URL"].clone(),
            book: book.clone(),
            client: reqwest::Client::new(),
        };
        Ok(Arc::new(toy) as Arc<dyn Function>)
    };
    let template = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cloud/template.yaml");
    Options {
        data,
        parameters: HashMap::from([("WebUrl".to_owned(), "http://web.test".to_owned())]),
        secrets: HashMap::from([("tokens/signing".to_owned(), "hush".to_owned())]),
        ..Options::new(template, Arc::new(make))
    }
}
