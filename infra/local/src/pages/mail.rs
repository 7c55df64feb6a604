//! The mail catcher.

use std::fmt::Write as _;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use linkify::{LinkFinder, LinkKind};
use serde_json::Value;

use super::Pages;
use super::html::{escape, page};
use crate::gateway::problem;
use crate::mailbox::{self, Mail};

/// How many mails the list shows.
const SHOWN: usize = 500;

async fn newest(pages: Pages) -> Vec<Mail> {
    let read = tokio::task::spawn_blocking(move || mailbox::newest(&pages.cloud.folder, SHOWN));
    read.await.unwrap_or_default()
}

/// The list.
pub(super) async fn list(State(pages): State<Pages>) -> Response {
    let mails = newest(pages).await;
    if mails.is_empty() {
        return page(
            "Mail",
            "<p class=\"quiet\">No mail yet. Whatever the app sends appears here; nothing leaves this machine.</p>",
        );
    }
    let mut rows = String::new();
    for mail in mails {
        let subject = if mail.subject.is_empty() { "(no subject)" } else { &mail.subject };
        let _ = write!(
            rows,
            "<tr><td><a href=\"/_local/mail/{}\">{}</a><td>{}<td class=\"quiet\">{}",
            mail.id,
            escape(subject),
            escape(&mail.to.join(", ")),
            escape(mail.at.as_deref().unwrap_or_default())
        );
    }
    page("Mail", &format!("<table><tr><th>Subject<th>To<th>Sent{rows}</table>"))
}

/// The list for tests, newest first.
pub(super) async fn list_json(State(pages): State<Pages>) -> Json<Vec<Value>> {
    Json(newest(pages).await.iter().map(mailbox::json).collect())
}

/// One mail: a page, or JSON when the id ends so.
pub(super) async fn show(State(pages): State<Pages>, Path(id): Path<String>) -> Response {
    let (id, as_json) = id.strip_suffix(".json").map_or((id.clone(), false), |id| (id.to_owned(), true));
    let read = tokio::task::spawn_blocking(move || mailbox::read(&pages.cloud.folder, &id));
    match read.await.ok().flatten() {
        None => problem(StatusCode::NOT_FOUND, "not_found", "There is no such mail"),
        Some(mail) if as_json => Json(mailbox::json(&mail)).into_response(),
        Some(mail) => page(&mail.subject, &content(&mail)),
    }
}

fn content(mail: &Mail) -> String {
    let mut content = format!(
        "<dl><dt>From<dd>{}<dt>To<dd>{}<dt>Sent<dd>{}</dl>",
        escape(&mail.from),
        escape(&mail.to.join(", ")),
        escape(mail.at.as_deref().unwrap_or_default())
    );
    if !mail.links.is_empty() {
        content.push_str("<h2>Links</h2><ul>");
        for link in &mail.links {
            let _ = write!(content, "<li><a href=\"{0}\">{0}</a>", escape(link));
        }
        content.push_str("</ul>");
    }
    let _ = write!(content, "<h2>Text</h2><pre>{}</pre>", linked(&mail.text));
    if !mail.html.is_empty() {
        // No scripts and no forms run in there; a link opens a window of its own.
        let framed = format!("<base target=\"_blank\">{}", mail.html);
        let _ = write!(
            content,
            "<h2>HTML</h2><iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\"{}\"></iframe>",
            escape(&framed)
        );
    }
    if !mail.attachments.is_empty() {
        let _ = write!(content, "<h2>Attachments</h2><p>{}</p>", escape(&mail.attachments.join(", ")));
    }
    content.push_str("<h2>Headers</h2><pre>");
    for (name, value) in &mail.headers {
        let _ = writeln!(content, "{}: {}", escape(name), escape(value));
    }
    content.push_str("</pre>");
    content
}

fn linked(text: &str) -> String {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    finder
        .spans(text)
        .map(|span| {
            let shown = escape(span.as_str());
            if span.kind().is_some() { format!("<a href=\"{shown}\">{shown}</a>") } else { shown }
        })
        .collect()
}
