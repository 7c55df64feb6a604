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

/// A record as it is stored. Making an event of it costs far more than reading it, so that is not done on the table's thread.
pub(crate) struct Stored {
    id: i64,
    name: String,
    keys: String,
    new_image: Option<String>,
    old_image: Option<String>,
    sequence: String,
    created_at: i64,
    user_identity: Option<String>,
    event_id: Option<String>,
}

/// Up to `limit` records of the table after the given one.
pub(crate) fn after(storage: &Storage, table: &str, from: i64, limit: usize) -> Result<Vec<Stored>> {
    let mut query = storage.conn().prepare_cached(
        "SELECT id, event_name, keys_json, new_image, old_image, sequence_number, created_at, user_identity, event_id
         FROM _stream_records WHERE id > ?1 AND table_name = ?2 ORDER BY id LIMIT ?3",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = query.query_map(params![from, table, limit], |row| {
        Ok(Stored {
            id: row.get(0)?,
            name: row.get(1)?,
            keys: row.get(2)?,
            new_image: row.get(3)?,
            old_image: row.get(4)?,
            sequence: row.get(5)?,
            created_at: row.get(6)?,
            user_identity: row.get(7)?,
            event_id: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Stored {
    /// The record as Lambda hands it over.
    pub fn record(self, arn: &str, region: &str) -> Record {
        let sequence = (SEQUENCE_BASE + self.sequence.parse::<i128>().unwrap_or_default()).to_string();
        let images = [("NewImage", &self.new_image), ("OldImage", &self.old_image)];
        let size = self.keys.len()
            + images.iter().filter_map(|(_, image)| image.as_ref()).map(String::len).sum::<usize>();
        let mut dynamodb = json!({"ApproximateCreationDateTime": self.created_at, "Keys": parsed(&self.keys),
            "SequenceNumber": sequence, "SizeBytes": size, "StreamViewType": "NEW_AND_OLD_IMAGES"});
        for (name, image) in images {
            if let Some(image) = image {
                dynamodb[name] = parsed(image);
            }
        }
        let mut event = json!({"eventID": self.event_id.unwrap_or(self.sequence), "eventName": self.name, "eventVersion": "1.1",
            "eventSource": "aws:dynamodb", "awsRegion": region, "dynamodb": dynamodb, "eventSourceARN": arn});
        if let Some(identity) = self.user_identity {
            event["userIdentity"] = parsed(&identity);
        }
        Record { id: self.id, sequence, event }
    }
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
