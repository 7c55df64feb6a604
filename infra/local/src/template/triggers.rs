//! What wakes a function: the section `Events`.

#![expect(clippy::indexing_slicing, reason = "a JSON value gives Null for what it lacks, without a panic")]

use serde_json::Value;

use super::functions::number;
use super::{Part, StreamTrigger, Trigger};

/// Reads the section `Events` of a function.
pub(super) fn triggers(part: &Part) -> Result<Vec<Trigger>, String> {
    let events = part.property("Events")?;
    let mut triggers = Vec::new();
    for (name, event) in events.as_object().into_iter().flatten() {
        let kind = event["Type"].as_str().unwrap_or_default();
        let trigger = trigger(name, kind, &event["Properties"]).map_err(|e| format!("event {name}: {e}"))?;
        triggers.extend(trigger);
    }
    Ok(triggers)
}

fn trigger(name: &str, kind: &str, properties: &Value) -> Result<Option<Trigger>, String> {
    if properties["Enabled"] == false || properties["State"] == "DISABLED" {
        return Ok(None);
    }
    Ok(Some(match kind {
        "HttpApi" => Trigger::Http {
            method: text(properties, "Method")?.to_uppercase(),
            path: text(properties, "Path")?,
        },
        "EventBridgeRule" | "CloudWatchEvent" => rule(name, properties)?,
        "Schedule" | "ScheduleV2" => {
            let key = if kind == "Schedule" { "Schedule" } else { "ScheduleExpression" };
            let input = properties["Input"]
                .as_str()
                .map(serde_json::from_str)
                .transpose()
                .map_err(|e| format!("Input: {e}"))?;
            Trigger::Schedule {
                name: name.to_owned(),
                expression: text(properties, key)?,
                input,
                scheduler: kind == "ScheduleV2",
            }
        }
        "DynamoDB" => Trigger::Stream(stream(name, properties)?),
        other => return Err(format!("type {other} is not known to the local cloud")),
    }))
}

fn rule(name: &str, properties: &Value) -> Result<Trigger, String> {
    for unknown in ["Input", "InputPath", "InputTransformer"] {
        if properties.get(unknown).is_some() {
            return Err(format!("{unknown} is not known to the local cloud"));
        }
    }
    let bus = properties["EventBusName"].as_str().unwrap_or("default");
    Ok(Trigger::Rule {
        name: name.to_owned(),
        // A bus may be named by its ARN as well.
        bus: bus.rsplit('/').next().unwrap_or(bus).to_owned(),
        pattern: properties.get("Pattern").cloned().ok_or("Pattern is missing")?,
        retries: retries(&properties["RetryPolicy"]["MaximumRetryAttempts"])?,
        dead_letters: properties["DeadLetterConfig"]["Arn"].as_str().map(str::to_owned),
    })
}

fn stream(name: &str, properties: &Value) -> Result<StreamTrigger, String> {
    let arn = text(properties, "Stream")?;
    let table = arn.split('/').nth(1).ok_or_else(|| format!("Stream {arn} is not a table's stream"))?;
    let mut filters = Vec::new();
    for filter in properties["FilterCriteria"]["Filters"].as_array().into_iter().flatten() {
        filters.push(match &filter["Pattern"] {
            Value::String(pattern) => {
                serde_json::from_str(pattern).map_err(|e| format!("FilterCriteria: {e}"))?
            }
            pattern => pattern.clone(),
        });
    }
    let batch = number(&properties["BatchSize"]).unwrap_or(100);
    let answers = properties["FunctionResponseTypes"].as_array().cloned().unwrap_or_default();
    Ok(StreamTrigger {
        name: name.to_owned(),
        table: table.to_owned(),
        batch: usize::try_from(batch).unwrap_or(100).clamp(1, 1000),
        filters,
        retries: retries(&properties["MaximumRetryAttempts"])?,
        partial: answers.iter().any(|answer| answer == "ReportBatchItemFailures"),
        dead_letters: properties["DestinationConfig"]["OnFailure"]["Destination"].as_str().map(str::to_owned),
        arn,
    })
}

/// None when nothing is said, or for ever (−1).
fn retries(value: &Value) -> Result<Option<u32>, String> {
    match value {
        Value::Null => Ok(None),
        value if value == -1 || value == "-1" => Ok(None),
        value => {
            let retries = number(value).and_then(|n| u32::try_from(n).ok());
            retries.map(Some).ok_or_else(|| format!("MaximumRetryAttempts: {value}"))
        }
    }
}

fn text(properties: &Value, name: &str) -> Result<String, String> {
    properties[name].as_str().map(str::to_owned).ok_or_else(|| format!("{name} is missing"))
}
