//! A company manager takes the audit log away as a file (AUD-1).

use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::Response,
};
use domain::{
    Event, Problem,
    csv_file::{Delimiter, write},
    permission::SeeAudit,
};
use runtime::{Answer, App, Caller, Names, Paging, ProblemDocument, Query, Who, answer};
use serde_json::{Map, Value};

use crate::search::Search;

/// How many entries are read at once.
const AT_ONCE: usize = 1_000;
/// How large a file may grow before the rest is left for the next: what a function answers has 6 MB at the most.
const LARGE: usize = 3 * 1024 * 1024;
/// How often the log is read for one file, so that it is there in time.
const MOST_READS: usize = 24;
const COLUMNS: [&str; 12] = [
    "at",
    "action",
    "actor_kind",
    "actor_id",
    "actor_name",
    "subject",
    "before",
    "after",
    "personal",
    "ip",
    "user_agent",
    "id",
];

/// The audit log as CSV, newest first, some 10,000 entries a file. If there is more, the header `Link` leads to the next
/// file (`rel="next"`).
#[utoipa::path(get, path = "/v1/audit.csv", tag = "audit",
    params(Search, ("cursor" = Option<String>, Query, description = "As the `Link` of the file before has it.")),
    responses((status = 200, body = String, content_type = "text/csv"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn export_audit(
    State(app): State<App>,
    caller: Caller<SeeAudit>,
    Query(search): Query<Search>,
    paging: Paging,
    request: axum::http::Uri,
) -> Answer<Response> {
    let query = search.read()?;
    let (mut position, mut names) = (paging.position.clone(), Names::default());
    let mut file = write::MARK.to_vec();
    write::row(COLUMNS, Delimiter::Comma, &mut file);
    for _ in 0..MOST_READS {
        let (store, account) = (app.store(), caller.account_id);
        let page = store.audit(account, &query, app.now(), AT_ONCE, position.as_ref()).await?;
        let unknown = page.items.iter().map(|event| event.actor);
        let unknown: Vec<_> = unknown.filter(|actor| !names.0.contains_key(&actor.to_string())).collect();
        names.0.extend(store.names_of(account, unknown.into_iter()).await?);
        for event in &page.items {
            row(event, &names, &mut file);
        }
        position = page.next;
        if position.is_none() || file.len() > LARGE {
            break;
        }
    }
    let body = String::from_utf8(file).map_err(|error| Problem::Bug(error.to_string()))?;
    let mut response = answer::file("audit.csv", "text/csv; charset=utf-8", body);
    if let Some(cursor) = paging.cursor(position.as_ref())? {
        let link = format!("<{}>; rel=\"next\"", next(&request, &cursor));
        let link = HeaderValue::from_str(&link).map_err(|error| Problem::Bug(error.to_string()))?;
        response.headers_mut().insert(header::LINK, link);
    }
    Ok(response)
}

fn row(event: &Event, names: &Names, file: &mut Vec<u8>) {
    let json = |map: &Map<String, Value>| {
        if map.is_empty() { String::new() } else { Value::Object(map.clone()).to_string() }
    };
    let Who { kind, id, name } = names.who(event.actor);
    let (ip, user_agent) =
        event.origin.as_ref().map_or(("", ""), |origin| (origin.ip.as_str(), origin.user_agent.as_str()));
    let cells = [
        &event.at.to_string(),
        &event.name,
        kind,
        &id.unwrap_or_default(),
        &name.unwrap_or_default(),
        &event.subject,
        &json(&event.before),
        &json(&event.after),
        &event.personal.join(" "),
        ip,
        user_agent,
        &event.id.to_string(),
    ];
    write::row(cells, Delimiter::Comma, file);
}

/// The address of the next file: the same query with another cursor.
fn next(uri: &axum::http::Uri, cursor: &str) -> String {
    let query = uri.query().unwrap_or_default().split('&');
    let same = query.filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
    let all: Vec<_> = same.map(str::to_owned).chain([format!("cursor={cursor}")]).collect();
    format!("{}?{}", uri.path(), all.join("&"))
}
