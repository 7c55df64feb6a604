//! Text messages and calls that were caught.

use std::fmt::Write as _;

use axum::Json;
use axum::extract::State;
use axum::response::Response;

use super::Pages;
use super::html::{escape, page};
use crate::messagebox::{self, Message};

/// How many messages the list shows.
const SHOWN: usize = 500;

async fn newest(pages: Pages) -> Vec<Message> {
    let read = tokio::task::spawn_blocking(move || messagebox::newest(&pages.cloud.folder, SHOWN));
    read.await.unwrap_or_default()
}

/// The list.
pub(super) async fn list(State(pages): State<Pages>) -> Response {
    let messages = newest(pages).await;
    if messages.is_empty() {
        let nothing = "<p class=\"quiet\">No text messages and no calls yet. Whatever the app sends appears here; nobody’s telephone rings.</p>";
        return page("Messages", nothing);
    }
    let mut rows = String::new();
    for message in messages {
        let kind = if message.kind == "sms" { "Text message" } else { "Call" };
        let _ = write!(
            rows,
            "<tr><td>{kind}<td>{}<td>{}<td class=\"quiet\">{}",
            escape(&message.to),
            escape(&message.text),
            escape(&message.at)
        );
    }
    page("Messages", &format!("<table><tr><th>Kind<th>To<th>Text<th>Sent{rows}</table>"))
}

/// The list for tests, newest first.
pub(super) async fn list_json(State(pages): State<Pages>) -> Json<Vec<Message>> {
    Json(newest(pages).await)
}
