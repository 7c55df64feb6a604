//! The table's stream brings events; the bus gets them. At least once, in order for each partition of the table.

mod bus;

use domain::{Event, Problem};
use runtime::{App, Deadline};
use serde::Deserialize;
use serde_json::{Value, json};

/// A batch of the stream. Its filter lets only new event items through.
#[derive(Deserialize)]
struct Batch {
    #[serde(rename = "Records")]
    records: Vec<Record>,
}

#[derive(Deserialize)]
struct Record {
    dynamodb: Change,
}

#[derive(Deserialize)]
struct Change {
    #[serde(rename = "NewImage")]
    new_image: Value,
    #[serde(rename = "SequenceNumber")]
    sequence_number: String,
}

/// Publishes a batch, and names the first record that could not be: the stream comes again from there.
pub async fn handle(app: App, batch: Value, _: Deadline) -> Result<Value, Problem> {
    let batch: Batch = serde_json::from_value(batch).map_err(|error| Problem::Bug(error.to_string()))?;
    let mut events: Vec<(String, Event)> = vec![];
    for Record { dynamodb } in batch.records {
        match store::event_of(dynamodb.new_image) {
            Ok(event) => events.push((dynamodb.sequence_number, event)),
            // It will never be readable, and must not hold up those behind it.
            Err(problem) => {
                tracing::error!(%problem, sequence_number = dynamodb.sequence_number, "an event was left out");
            }
        }
    }
    let failed = bus::publish(&app, &events).await?;
    let failures: Vec<Value> = failed.iter().map(|number| json!({ "itemIdentifier": number })).collect();
    Ok(json!({ "batchItemFailures": failures }))
}
