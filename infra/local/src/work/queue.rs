//! Deliveries: kept in the database from the moment they are accepted until the function has taken them, or for ever
//! (until redriven) once they are dead letters.

use dynoxide::storage::Storage;
use rusqlite::{OptionalExtension, params};
use serde_json::{Value, json};

use crate::error::Result;

/// A delivery to be accepted.
#[derive(Clone, Debug)]
pub(crate) struct NewDelivery {
    /// The function's logical id.
    pub function: String,
    /// What asked for it: a rule, a schedule, a stream.
    pub source: String,
    /// The event.
    pub event: Value,
    /// How often it is tried again.
    pub retries: u32,
    /// The dead-letter queue's ARN.
    pub queue: Option<String>,
}

/// A delivery that is due.
#[derive(Clone, Debug)]
pub(crate) struct Delivery {
    pub id: i64,
    pub source: String,
    pub event: Value,
    /// How often it was tried before.
    pub attempts: u32,
    pub retries: u32,
}

/// Accepts deliveries, all or none.
pub(crate) fn accept(storage: &Storage, deliveries: &[NewDelivery], at: &str) -> Result<()> {
    insert(storage, deliveries, "waiting", None, at)
}

/// Puts what could not be delivered aside.
pub(crate) fn bury(storage: &Storage, delivery: &NewDelivery, error: &str, at: &str) -> Result<()> {
    insert(storage, std::slice::from_ref(delivery), "dead", Some(error), at)
}

fn insert(
    storage: &Storage,
    deliveries: &[NewDelivery],
    state: &str,
    error: Option<&str>,
    at: &str,
) -> Result<()> {
    if deliveries.is_empty() {
        return Ok(());
    }
    let transaction = storage.conn().unchecked_transaction()?;
    {
        let mut statement = transaction.prepare_cached(
            "INSERT INTO _local_deliveries (function, source, event, state, retries, queue, error, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        for new in deliveries {
            statement.execute(params![
                new.function,
                new.source,
                new.event.to_string(),
                state,
                new.retries,
                new.queue,
                error,
                at
            ])?;
        }
    }
    Ok(transaction.commit()?)
}

/// Takes the next delivery of the function that is due at `now` (real milliseconds).
pub(crate) fn take(storage: &Storage, function: &str, now: i64) -> Result<Option<Delivery>> {
    let mut statement = storage.conn().prepare_cached(
        "UPDATE _local_deliveries SET state = 'running' WHERE id = (SELECT id FROM _local_deliveries
            WHERE state = 'waiting' AND function = ?1 AND due <= ?2 ORDER BY due, id LIMIT 1)
         RETURNING id, source, event, attempts, retries",
    )?;
    let taken = statement.query_row(params![function, now], |row| {
        let event: String = row.get(2)?;
        let event = serde_json::from_str(&event).unwrap_or_default();
        Ok(Delivery {
            id: row.get(0)?,
            source: row.get(1)?,
            event,
            attempts: row.get(3)?,
            retries: row.get(4)?,
        })
    });
    Ok(taken.optional()?)
}

/// When the function's next delivery is due, in real milliseconds.
pub(crate) fn next_due(storage: &Storage, function: &str) -> Result<Option<i64>> {
    let query = "SELECT min(due) FROM _local_deliveries WHERE state = 'waiting' AND function = ?1";
    Ok(storage.conn().prepare_cached(query)?.query_row([function], |row| row.get(0))?)
}

/// The function has taken it.
pub(crate) fn done(storage: &Storage, id: i64) -> Result<()> {
    storage.conn().prepare_cached("DELETE FROM _local_deliveries WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// It failed: again at `due` (real milliseconds), or never when that is none.
pub(crate) fn failed(storage: &Storage, id: i64, error: &str, due: Option<i64>) -> Result<()> {
    let statement = "UPDATE _local_deliveries SET state = ?2, attempts = attempts + 1, due = ?3, error = ?4 WHERE id = ?1";
    let state = if due.is_some() { "waiting" } else { "dead" };
    storage.conn().prepare_cached(statement)?.execute(params![id, state, due.unwrap_or(0), error])?;
    Ok(())
}

/// It was interrupted, which doesn't count as an attempt.
pub(crate) fn put_back(storage: &Storage, id: i64) -> Result<()> {
    storage.conn().execute("UPDATE _local_deliveries SET state = 'waiting' WHERE id = ?1", [id])?;
    Ok(())
}

/// Tries all dead letters again; says how many.
pub(crate) fn redrive(storage: &Storage) -> Result<usize> {
    let statement =
        "UPDATE _local_deliveries SET state = 'waiting', attempts = 0, due = 0 WHERE state = 'dead'";
    Ok(storage.conn().execute(statement, [])?)
}

/// How many deliveries wait or run.
pub(crate) fn open(storage: &Storage) -> Result<i64> {
    let query = "SELECT count(*) FROM _local_deliveries WHERE state IN ('waiting', 'running')";
    Ok(storage.conn().prepare_cached(query)?.query_row([], |row| row.get(0))?)
}

/// The newest dead letters, up to 1000.
pub(crate) fn dead(storage: &Storage) -> Result<Vec<Value>> {
    let mut query = storage.conn().prepare_cached(
        "SELECT id, function, source, event, attempts, queue, error, at FROM _local_deliveries WHERE state = 'dead' ORDER BY id DESC LIMIT 1000",
    )?;
    let rows = query.query_map([], |row| {
        let event: String = row.get(3)?;
        let event: Value = serde_json::from_str(&event).unwrap_or_default();
        Ok(json!({"id": row.get::<_, i64>(0)?, "function": row.get::<_, String>(1)?, "source": row.get::<_, String>(2)?,
            "event": event, "attempts": row.get::<_, i64>(4)?, "queue": row.get::<_, Option<String>>(5)?,
            "error": row.get::<_, Option<String>>(6)?, "at": row.get::<_, String>(7)?}))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
