//! The pages under `/_local`: mail, messages, events, the clock, and what tests need.

mod events;
mod html;
mod mail;
mod messages;

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::cloud::Cloud;
use crate::gateway::problem;
use crate::work::queue;
use crate::work::schedule::Schedule;

#[derive(Clone)]
pub(crate) struct Pages {
    cloud: Cloud,
    schedules: Arc<Vec<Schedule>>,
}

/// The pages, to be nested under `/_local`.
pub(crate) fn router(cloud: Cloud, schedules: Vec<Schedule>) -> Router {
    let pages = Pages { cloud, schedules: Arc::new(schedules) };
    Router::new()
        .route("/", get(|| async { Redirect::to("/_local/mail") }))
        .route("/mail", get(mail::list))
        .route("/mail.json", get(mail::list_json))
        .route("/mail/{id}", get(mail::show))
        .route("/messages", get(messages::list))
        .route("/messages.json", get(messages::list_json))
        .route("/events", get(events::page_handler))
        .route("/events.json", get(events::json))
        .route("/clock", get(clock).post(advance))
        .route("/schedules/{function}", post(run_schedule))
        .route("/idle", get(idle))
        .route("/redrive", post(redrive))
        .route("/calls", get(calls).delete(forget_calls))
        .with_state(pages)
}

async fn clock(State(pages): State<Pages>) -> Json<Value> {
    Json(time(&pages.cloud))
}

fn time(cloud: &Cloud) -> Value {
    json!({"now": cloud.clock.now().to_string(), "offset_seconds": cloud.clock.offset_seconds()})
}

#[derive(Deserialize)]
struct Advance {
    advance_seconds: u32,
}

async fn advance(State(pages): State<Pages>, Json(ask): Json<Advance>) -> Response {
    match pages.cloud.advance(ask.advance_seconds).await {
        Ok(()) => Json(time(&pages.cloud)).into_response(),
        Err(error) => failed(&error),
    }
}

async fn run_schedule(State(pages): State<Pages>, Path(function): Path<String>) -> Response {
    let schedule = pages.schedules.iter().find(|schedule| schedule.function() == function);
    let Some(schedule) = schedule else {
        return problem(StatusCode::NOT_FOUND, "not_found", "No function of this logical id has a schedule");
    };
    match pages.cloud.accept(vec![schedule.delivery(&pages.cloud)]).await {
        Ok(()) => (StatusCode::ACCEPTED, Json(json!({"accepted": function}))).into_response(),
        Err(error) => failed(&error),
    }
}

#[derive(Deserialize)]
struct Patience {
    /// Seconds.
    timeout: Option<u64>,
}

async fn idle(State(pages): State<Pages>, Query(patience): Query<Patience>) -> Response {
    let limit = Duration::from_secs(patience.timeout.unwrap_or(60));
    match tokio::time::timeout(limit, pages.cloud.idle()).await {
        Ok(Ok(())) => Json(json!({"idle": true})).into_response(),
        Ok(Err(error)) => failed(&error),
        Err(_) => {
            let pending = pages.cloud.pending().await.ok();
            (StatusCode::SERVICE_UNAVAILABLE, Json(json!({"idle": false, "pending": pending})))
                .into_response()
        }
    }
}

async fn redrive(State(pages): State<Pages>) -> Response {
    match pages.cloud.redrive().await {
        Ok(count) => Json(json!({"redriven": count})).into_response(),
        Err(error) => failed(&error),
    }
}

async fn calls(State(pages): State<Pages>) -> Response {
    Json(pages.cloud.calls.all()).into_response()
}

async fn forget_calls(State(pages): State<Pages>) -> StatusCode {
    pages.cloud.calls.clear();
    StatusCode::NO_CONTENT
}

fn failed(error: &crate::Error) -> Response {
    problem(StatusCode::INTERNAL_SERVER_ERROR, "bug", &error.to_string())
}

impl Cloud {
    /// Tries all dead letters again; says how many.
    pub(crate) async fn redrive(&self) -> crate::Result<usize> {
        let count = self.engine.run(queue::redrive).await?;
        self.wake.values().for_each(tokio::sync::Notify::notify_waiters);
        Ok(count)
    }
}
