//! Somebody wants an import undone, or another worker has stopped: take back what it wrote and nobody has touched since
//! (IMP-7).

mod chunk;
mod companies;
mod customers;
mod revert;

use domain::Problem;
use runtime::{App, BusEvent, Deadline, Detail};
use serde_json::Value;

/// Takes up the import that an event tells of.
pub async fn handle(app: App, event: Value, deadline: Deadline) -> Result<Value, Problem> {
    let Detail::Ours(event) = BusEvent::parse(event)? else { return Ok(Value::Null) };
    if let Ok(import) = event.subject.parse() {
        revert::run(&app, event.account_id, import, deadline).await?;
    }
    Ok(Value::Null)
}
