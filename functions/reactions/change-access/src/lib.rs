//! A mass change of access was asked for, or another worker has stopped: change the customers, along four lanes at once.

mod along;
mod report;
mod work;

use domain::{Problem, access_change::AccessChange, job::Work};
use runtime::{App, BusEvent, Deadline, Detail};
use serde_json::Value;
use store::keys;

/// Takes up the mass change that an event tells of.
pub async fn handle(app: App, event: Value, deadline: Deadline) -> Result<Value, Problem> {
    let Detail::Ours(event) = BusEvent::parse(event)? else { return Ok(Value::Null) };
    if let Ok(job) = event.subject.parse() {
        let key = keys::job(event.account_id, AccessChange::NAME, job);
        runtime::work::run(&app, key, deadline, &mut work::Changer::default()).await?;
    }
    Ok(Value::Null)
}
