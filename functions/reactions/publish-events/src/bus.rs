//! Putting events onto the bus.

use aws_sdk_eventbridge::{Client, error::DisplayErrorContext, types::PutEventsRequestEntry};
use domain::{Event, Problem};
use runtime::App;
use serde_json::Map;

/// The most entries of one `PutEvents`.
const ENTRIES: usize = 10;
/// The most bytes of an entry's detail, with room for the envelope below the bus's 256 KB.
const MAX_DETAIL: usize = 200 * 1024;

/// Publishes events in order; gives the sequence number of the first that was not taken.
pub(crate) async fn publish(app: &App, events: &[(String, Event)]) -> Result<Option<String>, Problem> {
    let client = Client::new(app.sdk());
    let bus = app.config().required("EVENT_BUS")?;
    for batch in events.chunks(ENTRIES) {
        let entries = batch.iter().map(|(_, event)| entry(bus, event)).collect::<Result<_, _>>()?;
        if let Some(at) = put(&client, entries).await? {
            return Ok(batch.get(at).map(|(number, _)| number.clone()));
        }
    }
    Ok(None)
}

/// One call; gives the place of the first entry that was not taken.
async fn put(client: &Client, entries: Vec<PutEventsRequestEntry>) -> Result<Option<usize>, Problem> {
    let answer = client.put_events().set_entries(Some(entries)).send().await;
    let answer = answer.map_err(|error| Problem::Unavailable(DisplayErrorContext(error).to_string()))?;
    Ok(answer.entries.unwrap_or_default().iter().position(|entry| entry.error_code.is_some()))
}

fn entry(bus: &str, event: &Event) -> Result<PutEventsRequestEntry, Problem> {
    let bug = |error: serde_json::Error| Problem::Bug(error.to_string());
    // What erasure can't reach never leaves: queues, dead letters and others' logs hold no values of persons.
    let event = &if event.is_personal() { event.clone().without_values() } else { event.clone() };
    let mut detail = serde_json::to_string(event).map_err(bug)?;
    if detail.len() > MAX_DETAIL {
        // Whoever needs them finds them in the table.
        let short = Event { before: Map::new(), after: Map::new(), ..event.clone() };
        detail = serde_json::to_string(&short).map_err(bug)?;
    }
    let entry =
        PutEventsRequestEntry::builder().event_bus_name(bus).source("deskhand").detail_type(&event.name);
    let seconds = aws_sdk_eventbridge::primitives::DateTime::from_secs(event.at.as_second());
    Ok(entry.time(seconds).detail(detail).build())
}
