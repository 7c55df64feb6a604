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

/// The page.
pub(super) async fn page_of(pages: Pages) -> crate::Result<Response> {
    let all = all(&pages).await?;
    let mut content = String::new();
    let list = |name: &str| all[name].as_array().cloned().unwrap_or_default();
    let dead = list("dead_letters");
    if !dead.is_empty() {
        content.push_str("<h2 class=\"bad\">Dead letters</h2><form method=\"post\" action=\"/_local/redrive\"><button>Try all again</button></form>\
             <table><tr><th>Function<th>By<th>Error<th>Event");
        for letter in &dead {
            let _ = write!(
                content,
                "<tr><td>{}<td>{}<td class=\"bad\">{}<td>{}",
                cell(&letter["function"]),
                cell(&letter["source"]),
                cell(&letter["error"]),
                folded(&letter["event"])
            );
        }
        content.push_str("</table>");
    }
    content
        .push_str("<h2>Deliveries</h2><table><tr><th>When<th>Function<th>By<th>Event<th>Attempt<th>Outcome");
    for delivery in list("deliveries").iter().take(200) {
        let class = if delivery["outcome"] == "delivered" { "good" } else { "bad" };
        let _ = write!(
            content,
            "<tr><td class=\"quiet\">{}<td>{}<td>{}<td>{}<td>{}<td class=\"{class}\">{} {}",
            cell(&delivery["at"]),
            cell(&delivery["function"]),
            cell(&delivery["source"]),
            cell(&delivery["event"]),
            delivery["attempt"],
            cell(&delivery["outcome"]),
            cell(&delivery["error"])
        );
    }
    content.push_str("</table><h2>Events</h2><table><tr><th>When<th>Bus<th>Source<th>Type<th>Detail");
    for entry in list("events").iter().take(200) {
        let event = &entry["event"];
        let _ = write!(
            content,
            "<tr><td class=\"quiet\">{}<td>{}<td>{}<td>{}<td>{}",
            cell(&event["time"]),
            cell(&entry["bus"]),
            cell(&event["source"]),
            cell(&event["detail-type"]),
            folded(&event["detail"])
        );
    }
    content.push_str("</table>");
    Ok(page("Events", &content))
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
