//! Somebody wants the customers as a file, or another writer has stopped: write it, a part at a time.

mod companies;
mod parts;
mod write;

use domain::{Problem, export::Export, job::Work};
use runtime::{App, BusEvent, Deadline, Detail, work};
use serde_json::Value;
use store::keys;

use crate::write::Writer;

/// Takes up the export that an event tells of.
pub async fn handle(app: App, event: Value, deadline: Deadline) -> Result<Value, Problem> {
    let Detail::Ours(event) = BusEvent::parse(event)? else { return Ok(Value::Null) };
    if let Ok(job) = event.subject.parse() {
        let key = keys::job(event.account_id, Export::NAME, job);
        work::run(&app, key, deadline, &mut Writer::default()).await?;
    }
    Ok(Value::Null)
}
