//! The HTTP API: routes of the template to functions, everything else to the web app or to nowhere.

mod routes;
mod web;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::cloud::Cloud;
use crate::pages;
use crate::template::Trigger;
use crate::work::invoke::{Ended, Made, limited};
use crate::work::schedule::Schedule;
use routes::Routes;
use web::Web;

/// The most bytes of a request.
const MOST_BYTES: usize = 10 * 1024 * 1024;

#[derive(Clone)]
struct Gateway {
    cloud: Cloud,
    routes: Arc<Routes>,
    web: Option<Web>,
}

/// The gateway with the pages under `/_local`.
pub(crate) fn router(
    cloud: Cloud,
    functions: &[Made],
    schedules: Vec<Schedule>,
    (web, endpoint): (Option<&Path>, &str),
) -> Result<Router, String> {
    let mut routes = Routes::default();
    for made in functions {
        for trigger in &made.spec.triggers {
            if let Trigger::Http { method, path } = trigger {
                routes.add(method, path, made.clone()).map_err(|e| format!("{}: {e}", made.spec.id))?;
            }
        }
    }
    let web = web.map(|folder| Web::new(folder, &cloud.template, &cloud.region, endpoint)).transpose()?;
    let gateway = Gateway { cloud: cloud.clone(), routes: Arc::new(routes), web };
    Ok(Router::new().fallback(answer).with_state(gateway).nest("/_local", pages::router(cloud, schedules)))
}

async fn answer(State(gateway): State<Gateway>, request: Request) -> Response {
    let path = request.uri().path();
    if let Some(made) = gateway.routes.find(request.method(), path) {
        return call(&gateway.cloud, made.clone(), request).await;
    }
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    match gateway.web {
        Some(web) if reads && !gateway.routes.is_api(path) => web.answer(request).await,
        _ => problem(StatusCode::NOT_FOUND, "not_found", "There is no such route in the template"),
    }
}

/// Counts a request for as long as it runs.
struct Counted(Cloud);

impl Counted {
    fn new(cloud: &Cloud) -> Self {
        cloud.requests.fetch_add(1, Ordering::SeqCst);
        Self(cloud.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.requests.fetch_sub(1, Ordering::SeqCst);
    }
}

async fn call(cloud: &Cloud, made: Made, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    // Lambda gets requests whole, so we do the same.
    let Ok(body) = axum::body::to_bytes(body, MOST_BYTES).await else {
        return problem(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "A request may have 10 MB");
    };
    let client = "127.0.0.1";
    let before = parts.headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
    let forwarded = before.map_or_else(|| client.to_owned(), |before| format!("{before}, {client}"));
    if let Ok(forwarded) = HeaderValue::try_from(forwarded) {
        parts.headers.insert("x-forwarded-for", forwarded);
    }
    let (limit, counted, cloud) = (made.spec.timeout, Counted::new(cloud), cloud.clone());
    let request = Request::from_parts(parts, Body::from(body));
    // As with Lambda, the function goes on when the client goes away.
    let answer = tokio::spawn(async move {
        let function = Arc::clone(&made.function);
        let task = tokio::spawn(async move { function.http(request).await });
        let ended = limited(task, limit, cloud.weather.killed(&made.spec.id)).await;
        drop(counted);
        (ended, made.spec.id.clone())
    });
    match answer.await {
        Ok((Ended::Answered(response), _)) => response,
        Ok((Ended::TooLong, function)) => {
            tracing::error!(function, "took longer than its time-out");
            problem(StatusCode::SERVICE_UNAVAILABLE, "unavailable", "Service Unavailable")
        }
        Ok((Ended::Killed | Ended::Panicked, function)) => {
            tracing::error!(function, "ended without an answer");
            problem(StatusCode::INTERNAL_SERVER_ERROR, "bug", "Internal Server Error")
        }
        Err(_) => problem(StatusCode::INTERNAL_SERVER_ERROR, "bug", "Internal Server Error"),
    }
}

/// An answer of the gateway itself (RFC 9457).
pub(crate) fn problem(status: StatusCode, code: &str, detail: &str) -> Response {
    let title = status.canonical_reason().unwrap_or_default();
    let body = json!({"type": "about:blank", "title": title, "status": status.as_u16(), "code": code, "detail": detail});
    (status, [("content-type", "application/problem+json")], body.to_string()).into_response()
}
