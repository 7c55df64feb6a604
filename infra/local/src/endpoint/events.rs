//! `EventBridge`: `PutEvents`.

use std::collections::HashMap;

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::{json_body, refuse};
use crate::cloud::Cloud;
use crate::options::ACCOUNT;
use crate::policy::Ask;
use crate::work::bus::Told;

/// Entries in one request.
const MOST_ENTRIES: usize = 10;
/// Bytes of one request's entries.
const MOST_BYTES: usize = 256 * 1024;

/// Answers `PutEvents`: each entry gets an id or an error of its own; `struck`: the first one fails on purpose.
pub(super) async fn answer(cloud: &Cloud, key: &str, body: &Value, struck: bool) -> Response {
    let entries = body["Entries"].as_array().map(Vec::as_slice).unwrap_or_default();
    let size: usize = entries.iter().map(|entry| entry.to_string().len()).sum();
    if entries.is_empty() || entries.len() > MOST_ENTRIES || size > MOST_BYTES {
        let message =
            format!("1 to {MOST_ENTRIES} entries and {MOST_BYTES} bytes, not {} and {size}", entries.len());
        return refuse("ValidationException", &message);
    }
    let mut told = Vec::new();
    let mut errors = HashMap::new();
    for (index, entry) in entries.iter().enumerate() {
        if struck && index == 0 && entries.len() > 1 {
            errors.insert(index, json!({"ErrorCode": "InternalFailure", "ErrorMessage": "Internal failure"}));
            continue;
        }
        match read(cloud, entry) {
            Ok(event) => {
                if let Err(denied) = cloud.may(key, &ask(cloud, &event)) {
                    return refuse("AccessDeniedException", &denied);
                }
                told.push(event);
            }
            Err((code, message)) => {
                errors.insert(index, json!({"ErrorCode": code, "ErrorMessage": message}));
            }
        }
    }
    match cloud.put(told).await {
        Ok(ids) => {
            let mut ids = ids.into_iter();
            let failed = errors.len();
            let answers: Vec<Value> = (0..entries.len())
                .map(|index| errors.remove(&index).unwrap_or_else(|| json!({"EventId": ids.next()})))
                .collect();
            json_body(StatusCode::OK, json!({"FailedEntryCount": failed, "Entries": answers}).to_string())
        }
        Err(error) => json_body(
            StatusCode::INTERNAL_SERVER_ERROR,
            json!({"__type": "InternalException", "message": error.to_string()}).to_string(),
        ),
    }
}

fn read(cloud: &Cloud, entry: &Value) -> Result<Told, (&'static str, String)> {
    let text = |name: &str| {
        let value = entry[name].as_str().filter(|value| !value.is_empty());
        value.map(str::to_owned).ok_or_else(|| {
            (
                "InvalidArgument",
                format!("Parameter {name} is not valid. Reason: {name} is a required argument."),
            )
        })
    };
    let detail = serde_json::from_str(&text("Detail")?).ok().filter(Value::is_object);
    let bus = entry["EventBusName"].as_str().unwrap_or("default");
    let bus = bus.rsplit('/').next().unwrap_or(bus).to_owned();
    if !cloud.template.buses.contains(&bus) {
        return Err(("ResourceNotFoundException", format!("Event bus {bus} does not exist.")));
    }
    let time = entry["Time"].as_f64().and_then(|seconds| {
        let time =
            jiff::Timestamp::from_duration(jiff::SignedDuration::try_from_secs_f64(seconds).ok()?).ok()?;
        Some(time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
    });
    Ok(Told {
        bus,
        source: text("Source")?,
        detail_type: text("DetailType")?,
        detail: detail.ok_or_else(|| ("MalformedDetail", "Detail is malformed.".to_owned()))?,
        resources: entry.get("Resources").cloned().unwrap_or_else(|| json!([])),
        time,
    })
}

fn ask(cloud: &Cloud, event: &Told) -> Ask {
    Ask {
        action: "events:PutEvents".to_owned(),
        resources: vec![format!("arn:aws:events:{}:{ACCOUNT}:event-bus/{}", cloud.region, event.bus)],
        context: HashMap::from([
            ("events:source".to_owned(), vec![event.source.clone()]),
            ("events:detail-type".to_owned(), vec![event.detail_type.clone()]),
        ]),
    }
}
