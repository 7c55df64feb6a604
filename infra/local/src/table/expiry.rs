//! Time to live, found by an index. dynoxide's own sweep reads every item, which holds a large table up for many seconds.

#![expect(clippy::indexing_slicing, reason = "a JSON value gives Null for what it lacks, without a panic")]

use dynoxide::actions::delete_item;
use dynoxide::storage::Storage;
use rusqlite::params;
use serde_json::{Map, Value, json};

use super::finish;
use crate::error::{Error, Result};
use crate::template::Table;

/// How many items are deleted before others get their turn.
pub(crate) const BATCH: usize = 100;

/// When an item expires, in SQL.
fn expiry(attribute: &str) -> String {
    format!("CAST(json_extract(item_json, '$.{attribute}.N') AS INTEGER)")
}

/// Whether an item may expire, in SQL: without reading its JSON, as it is asked of each item that is written.
fn may_expire(attribute: &str) -> String {
    format!("instr(item_json, '\"{attribute}\":{{\"N\":') > 0")
}

/// Makes the index of a table whose items may expire.
pub(crate) fn prepare(storage: &Storage, table: &Table) -> Result<()> {
    let Some(attribute) = &table.ttl else { return Ok(()) };
    let (name, expiry, may) = (&table.name, expiry(attribute), may_expire(attribute));
    let index = format!(
        "DROP INDEX IF EXISTS \"_local_expiry_{name}\";
         CREATE INDEX IF NOT EXISTS \"_local_expires_{name}\" ON \"{name}\" ({expiry}) WHERE {may}"
    );
    Ok(storage.conn().execute_batch(&index)?)
}

/// Deletes up to [`BATCH`] items that have expired; says how many there were.
pub(crate) fn sweep(storage: &Storage, table: &Table, now: i64) -> Result<usize> {
    let Some(attribute) = &table.ttl else { return Ok(0) };
    let (name, expiry, may) = (&table.name, expiry(attribute), may_expire(attribute));
    let query = format!("SELECT item_json FROM \"{name}\" WHERE {may} AND {expiry} < ?1 LIMIT {BATCH}");
    let expired: Vec<String> = storage
        .conn()
        .prepare_cached(&query)?
        .query_map(params![now], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for item in &expired {
        let item: Value = serde_json::from_str(item).map_err(|e| Error::Table(e.to_string()))?;
        let attributes = table.create["KeySchema"].as_array().into_iter().flatten();
        let attributes = attributes.filter_map(|part| part["AttributeName"].as_str());
        let key: Map<String, Value> = attributes.map(|name| (name.to_owned(), item[name].clone())).collect();
        let request = serde_json::from_value(json!({"TableName": name, "Key": key}));
        finish(delete_item::execute(storage, request.map_err(|e| Error::Table(e.to_string()))?))?;
    }
    Ok(expired.len())
}
