//! Stream records: read from where each consumer stopped, and dropped when all have read them.

#![expect(clippy::indexing_slicing, reason = "a JSON value gives Null for what it lacks, without a panic")]

use dynoxide::storage::Storage;
use rusqlite::{OptionalExtension, params};
use serde_json::{Value, json};

use crate::error::Result;

/// A record of a table's stream.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    /// Its place in the order of all records, never used again.
    pub id: i64,
    /// The public sequence number.
    pub sequence: String,
    /// As Lambda hands it over.
    pub event: Value,
}

/// Sequence numbers have 21 digits, as `DynamoDB`'s.
const SEQUENCE_BASE: i128 = 100_000_000_000_000_000_000;

/// Where the consumer stopped; a new one starts at the oldest record.
pub(crate) fn checkpoint(storage: &Storage, consumer: &str) -> Result<i64> {
    let query = "SELECT record FROM _local_checkpoints WHERE consumer = ?1";
    let at = storage.conn().query_row(query, [consumer], |row| row.get(0)).optional()?;
    Ok(at.unwrap_or(0))
}

/// Remembers where the consumer stopped.
pub(crate) fn save_checkpoint(storage: &Storage, consumer: &str, record: i64) -> Result<()> {
    let statement = "INSERT INTO _local_checkpoints (consumer, record) VALUES (?1, ?2)
        ON CONFLICT (consumer) DO UPDATE SET record = excluded.record";
    storage.conn().prepare_cached(statement)?.execute(params![consumer, record])?;
    Ok(())
}

/// Up to `limit` records of the table after the given one.
pub(crate) fn after(
    storage: &Storage,
    table: &str,
    from: i64,
    limit: usize,
    arn: &str,
    region: &str,
) -> Result<Vec<Record>> {
    let mut query = storage.conn().prepare_cached(
        "SELECT id, event_name, keys_json, new_image, old_image, sequence_number, created_at, user_identity, event_id
         FROM _stream_records WHERE id > ?1 AND table_name = ?2 ORDER BY id LIMIT ?3",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = query.query_map(params![from, table, limit], |row| {
        let stored: String = row.get(5)?;
        let images: (String, Option<String>, Option<String>) = (row.get(2)?, row.get(3)?, row.get(4)?);
        let identity: Option<String> = row.get(7)?;
        let sequence = (SEQUENCE_BASE + stored.parse::<i128>().unwrap_or_default()).to_string();
        let size = images.0.len() + images.1.as_ref().map_or(0, String::len) + images.2.as_ref().map_or(0, String::len);
        let mut dynamodb = json!({"ApproximateCreationDateTime": row.get::<_, i64>(6)?, "Keys": parsed(&images.0),
            "SequenceNumber": sequence, "SizeBytes": size, "StreamViewType": "NEW_AND_OLD_IMAGES"});
        for (name, image) in [("NewImage", &images.1), ("OldImage", &images.2)] {
            if let Some(image) = image {
                dynamodb[name] = parsed(image);
            }
        }
        let mut event = json!({"eventID": row.get::<_, Option<String>>(8)?.unwrap_or(stored), "eventName": row.get::<_, String>(1)?,
            "eventVersion": "1.1", "eventSource": "aws:dynamodb", "awsRegion": region, "dynamodb": dynamodb, "eventSourceARN": arn});
        if let Some(identity) = identity {
            event["userIdentity"] = parsed(&identity);
        }
        Ok(Record { id: row.get(0)?, sequence, event })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_default()
}

/// Drops the table's records that all of these consumers have read.
pub(crate) fn trim(storage: &Storage, table: &str, consumers: &[String]) -> Result<()> {
    let mut read = i64::MAX;
    for consumer in consumers {
        read = read.min(checkpoint(storage, consumer)?);
    }
    storage
        .conn()
        .prepare_cached("DELETE FROM _stream_records WHERE table_name = ?1 AND id <= ?2")?
        .execute(params![table, read])?;
    Ok(())
}

/// How many records of the table come after the given one.
pub(crate) fn pending(storage: &Storage, table: &str, from: i64) -> Result<i64> {
    let mut query = storage
        .conn()
        .prepare_cached("SELECT count(*) FROM _stream_records WHERE id > ?1 AND table_name = ?2")?;
    Ok(query.query_row(params![from, table], |row| row.get(0))?)
}
