//! Somebody who asks things over HTTP.

use std::collections::BTreeMap;

use reqwest::{Client, Method, redirect::Policy};
use serde_json::Value;

/// Somebody with a browser: signed in or not, in one language or another.
#[derive(Clone)]
pub struct Person {
    client: Client,
    url: String,
    /// Their access token.
    pub token: Option<String>,
    /// Their refresh cookie.
    pub cookie: Option<String>,
    /// Headers that they send with everything.
    pub headers: BTreeMap<String, String>,
    /// Who they are, as the sign-in said.
    pub user: Value,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The headers, by lower-case name.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub bytes: Vec<u8>,
    /// The body as text.
    pub text: String,
    /// The body as JSON, or null.
    pub json: Value,
}

impl Person {
    /// Somebody at a house elsewhere.
    #[must_use]
    pub fn at(url: &str) -> Self {
        let client = Client::builder().redirect(Policy::none()).build().unwrap();
        Self {
            client,
            url: url.to_owned(),
            token: None,
            cookie: None,
            headers: BTreeMap::new(),
            user: Value::Null,
        }
    }

    /// The same person, sending one more header with everything.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut person = self.clone();
        person.headers.insert(name.to_owned(), value.to_owned());
        person
    }

    /// Keeps the token, cookie and user of a sign-in's answer.
    pub fn take_session(&mut self, reply: &Reply) {
        self.token = reply.json["access_token"].as_str().map(str::to_owned);
        self.user = reply.json["user"].clone();
        let cookie = reply.headers.get("set-cookie").and_then(|cookie| cookie.split(';').next());
        self.cookie = cookie.map(str::to_owned);
    }

    /// Asks for something.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, None).await
    }

    /// Posts something.
    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        self.send(Method::POST, path, Some(body.to_string())).await
    }

    /// Puts something.
    pub async fn put(&self, path: &str, body: &Value) -> Reply {
        self.send(Method::PUT, path, Some(body.to_string())).await
    }

    /// Changes something.
    pub async fn patch(&self, path: &str, body: &Value) -> Reply {
        self.send(Method::PATCH, path, Some(body.to_string())).await
    }

    /// Deletes something.
    pub async fn delete(&self, path: &str) -> Reply {
        self.send(Method::DELETE, path, None).await
    }

    /// Sends a form, as browsers do.
    pub async fn fill_in(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let browser = self.with("content-type", "application/x-www-form-urlencoded");
        browser.send(Method::POST, path, Some(form)).await
    }

    /// Sends anything, to a path of the house or an address elsewhere.
    pub async fn send(&self, method: Method, path: &str, body: Option<String>) -> Reply {
        let url = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.url) };
        let mut request = self.client.request(method, url);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if let Some(token) = self.token.as_ref().filter(|_| path.starts_with('/')) {
            request = request.bearer_auth(token);
        }
        if let Some(cookie) = self.cookie.as_ref().filter(|_| path.starts_with('/')) {
            request = request.header("cookie", cookie);
        }
        if let Some(body) = body {
            if !self.headers.contains_key("content-type") {
                request = request.header("content-type", "application/json");
            }
            request = request.body(body);
        }
        Reply::read(request.send().await.unwrap()).await
    }

    /// Uploads a file as the answer to a request for an import says.
    pub async fn upload(&self, upload: &Value, bytes: Vec<u8>) -> Reply {
        let method = Method::from_bytes(upload["method"].as_str().unwrap().as_bytes()).unwrap();
        let mut request = self.client.request(method, upload["url"].as_str().unwrap()).body(bytes);
        for (name, value) in upload["headers"].as_object().unwrap() {
            request = request.header(name, value.as_str().unwrap());
        }
        Reply::read(request.send().await.unwrap()).await
    }
}

impl Reply {
    async fn read(response: reqwest::Response) -> Self {
        let status = response.status().as_u16();
        let header = |(name, value): (&reqwest::header::HeaderName, &reqwest::header::HeaderValue)| {
            (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        let headers = response.headers().iter().map(header).collect();
        let bytes = response.bytes().await.unwrap().to_vec();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let json = serde_json::from_str(&text).unwrap_or_default();
        Self { status, headers, bytes, text, json }
    }

    /// The id of the thing in the answer.
    #[must_use]
    pub fn id(&self) -> String {
        self.json["id"].as_str().unwrap_or_else(|| panic!("no id in {self:?}")).to_owned()
    }

    /// The wrong fields of a problem document as `field: code`, sorted.
    #[must_use]
    pub fn errors(&self) -> Vec<String> {
        let errors = self.json["errors"].as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let mut told: Vec<_> = errors
            .iter()
            .map(|error| format!("{}: {}", text(&error["field"]), text(&error["code"])))
            .collect();
        told.sort();
        told
    }

    /// The last word of the problem's type.
    #[must_use]
    pub fn problem(&self) -> String {
        self.json["type"].as_str().and_then(|kind| kind.rsplit('/').next()).unwrap_or_default().to_owned()
    }
}
