//! A preview has been confirmed, or another writer has stopped: write the customers, a chunk at a time.

mod chunk;
mod companies;
mod finish;
mod load;
mod update;
mod write;

use domain::Problem;
use runtime::{App, BusEvent, Deadline, Detail};
use serde_json::Value;

/// Takes up the import that an event tells of.
pub async fn handle(app: App, event: Value, deadline: Deadline) -> Result<Value, Problem> {
    let Detail::Ours(event) = BusEvent::parse(event)? else { return Ok(Value::Null) };
    if let Ok(import) = event.subject.parse() {
        write::run(&app, event.account_id, import, deadline).await?;
    }
    Ok(Value::Null)
}
