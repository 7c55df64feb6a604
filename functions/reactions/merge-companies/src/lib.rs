//! A merge of two companies was asked for, or another worker has stopped: make whatever is the one's the other's.

mod end;
mod inside;
mod lists;
mod wait;
mod work;

use domain::{Problem, company::merge::Merge, job::Work};
use runtime::{App, BusEvent, Deadline, Detail};
use serde_json::Value;
use store::keys;

/// Takes up the merge that an event tells of.
pub async fn handle(app: App, event: Value, deadline: Deadline) -> Result<Value, Problem> {
    let Detail::Ours(event) = BusEvent::parse(event)? else { return Ok(Value::Null) };
    if let Ok(job) = event.subject.parse() {
        let key = keys::job(event.account_id, Merge::NAME, job);
        Box::pin(runtime::work::run(&app, key, deadline, &mut work::Merger)).await?;
    }
    Ok(Value::Null)
}
