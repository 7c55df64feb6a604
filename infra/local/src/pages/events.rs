//! What went over the event buses, who got it, and what nobody could take.

#![expect(clippy::indexing_slicing, reason = "a JSON value gives Null for what it lacks, without a panic")]

use std::fmt::Write as _;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::html::{escape, page};
use super::{Pages, failed};
use crate::work::queue;

/// How many rows of each table the page shows.
const SHOWN: usize = 200;

async fn all(pages: &Pages) -> crate::Result<Value> {
    let dead = pages.cloud.engine.run(queue::dead).await?;
    Ok(
        json!({"events": pages.cloud.journal.events(), "deliveries": pages.cloud.journal.deliveries(), "dead_letters": dead}),
    )
}

/// For tests; the newest first.
pub(super) async fn json(State(pages): State<Pages>) -> Response {
    all(&pages).await.map_or_else(|error| failed(&error), |all| Json(all).into_response())
}

async fn page_of(pages: Pages) -> crate::Result<Response> {
    let all = all(&pages).await?;
    let list = |name: &str| all[name].as_array().map(Vec::as_slice).unwrap_or_default();
    let parts = [dead_letters(list("dead_letters")), deliveries(list("deliveries")), events(list("events"))];
    Ok(page("Events", &parts.concat()))
}

fn dead_letters(letters: &[Value]) -> String {
    if letters.is_empty() {
        return String::new();
    }
    let mut content = "<h2 class=\"bad\">Dead letters</h2><form method=\"post\" action=\"/_local/redrive\">\
        <button>Try all again</button></form><table><tr><th>Function<th>By<th>Error<th>Event"
        .to_owned();
    for letter in letters.iter().take(SHOWN) {
        let [function, source, error] = ["function", "source", "error"].map(|name| cell(&letter[name]));
        let event = folded(&letter["event"]);
        let _ = write!(content, "<tr><td>{function}<td>{source}<td class=\"bad\">{error}<td>{event}");
    }
    content + "</table>"
}

fn deliveries(deliveries: &[Value]) -> String {
    let mut content =
        "<h2>Deliveries</h2><table><tr><th>When<th>Function<th>By<th>Event<th>Attempt<th>Outcome".to_owned();
    for delivery in deliveries.iter().take(SHOWN) {
        let class = if delivery["outcome"] == "delivered" { "good" } else { "bad" };
        let _ = write!(content, "<tr><td class=\"quiet\">{}", cell(&delivery["at"]));
        for name in ["function", "source", "event", "attempt"] {
            let _ = write!(content, "<td>{}", cell(&delivery[name]));
        }
        let (outcome, error) = (cell(&delivery["outcome"]), cell(&delivery["error"]));
        let _ = write!(content, "<td class=\"{class}\">{outcome} {error}");
    }
    content + "</table>"
}

fn events(entries: &[Value]) -> String {
    let mut content = "<h2>Events</h2><table><tr><th>When<th>Bus<th>Source<th>Type<th>Detail".to_owned();
    for entry in entries.iter().take(SHOWN) {
        let event = &entry["event"];
        let [time, source, kind] = ["time", "source", "detail-type"].map(|name| cell(&event[name]));
        let (bus, detail) = (cell(&entry["bus"]), folded(&event["detail"]));
        let _ = write!(content, "<tr><td class=\"quiet\">{time}<td>{bus}<td>{source}<td>{kind}<td>{detail}");
    }
    content + "</table>"
}

/// The page, or why there is none.
pub(super) async fn page_handler(State(pages): State<Pages>) -> Response {
    page_of(pages).await.unwrap_or_else(|error| failed(&error))
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => escape(text),
        other => escape(&other.to_string()),
    }
}

fn folded(value: &Value) -> String {
    let pretty = serde_json::to_string_pretty(value).unwrap_or_default();
    format!(
        "<details><summary class=\"quiet\">{} bytes</summary><pre>{}</pre></details>",
        value.to_string().len(),
        escape(&pretty)
    )
}
