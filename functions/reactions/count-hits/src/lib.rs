//! `denylist.hit`: entries of the denylist have kept somebody out; count it (DEN-1). Told twice, counted once.

use domain::Problem;
use runtime::{App, BusEvent, Deadline, Detail};
use serde_json::Value;

/// Counts the hits that an event tells of.
pub async fn handle(app: App, event: Value, _: Deadline) -> Result<Value, Problem> {
    let Detail::Ours(event) = BusEvent::parse(event)? else { return Ok(Value::Null) };
    app.store().count_hits(&event).await?;
    Ok(Value::Null)
}
