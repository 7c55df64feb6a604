//! Customers have come, gone or moved: count what waits to be counted (UX-3). Which event tells of it does not matter: the
//! table knows what is not counted yet, and an event that comes again finds nothing.

use domain::Problem;
use jiff::SignedDuration;
use runtime::{App, BusEvent, Deadline, Detail};
use serde_json::Value;

/// Whoever has less time left than this leaves the rest for the event's next delivery.
const SPARE: SignedDuration = SignedDuration::from_secs(10);

/// Counts what has moved in the account of an event.
pub async fn handle(app: App, event: Value, deadline: Deadline) -> Result<Value, Problem> {
    let Detail::Ours(event) = BusEvent::parse(event)? else { return Ok(Value::Null) };
    app.store().count_movements(event.account_id, || deadline.is_near(app.now(), SPARE)).await?;
    Ok(Value::Null)
}
