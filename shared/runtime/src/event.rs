//! What the event bus delivers.

use domain::{Event, Problem};
use serde::Deserialize;
use serde_json::Value;

/// An event as the bus delivers it. Its envelope is AWS's; ours is the detail.
#[derive(Debug, Deserialize)]
pub struct BusEvent {
    /// `deskhand`, or the AWS service that speaks (`aws.s3`).
    pub source: String,
    /// Our event's name, or AWS's name for its own.
    #[serde(rename = "detail-type")]
    pub detail_type: String,
    /// When it happened.
    pub time: domain::Timestamp,
    /// What happened.
    pub detail: Value,
}

/// What can be in an event's detail.
#[derive(Debug)]
pub enum Detail {
    /// One of our own events.
    Ours(Box<Event>),
    /// A file has come into the bucket.
    ObjectCreated {
        /// Its key.
        key: String,
        /// Its size in bytes.
        size: u64,
        /// Differs between two writes of the same key, and not between two deliveries of the same write.
        sequencer: String,
        /// When it was written.
        at: domain::Timestamp,
    },
}

impl BusEvent {
    /// Reads an event as Lambda delivers it.
    pub fn parse(event: Value) -> Result<Detail, Problem> {
        let unreadable =
            |error: serde_json::Error| Problem::Bug(format!("an event that can't be read: {error}"));
        let event: Self = serde_json::from_value(event).map_err(unreadable)?;
        if event.source != "aws.s3" {
            return Ok(Detail::Ours(Box::new(serde_json::from_value(event.detail).map_err(unreadable)?)));
        }
        let object = event.detail.get("object").cloned().unwrap_or_default();
        let created: ObjectCreated = serde_json::from_value(object).map_err(unreadable)?;
        let ObjectCreated { key, size, sequencer } = created;
        Ok(Detail::ObjectCreated { key, size, sequencer, at: event.time })
    }
}

#[derive(Deserialize)]
struct ObjectCreated {
    key: String,
    #[serde(default)]
    size: u64,
    #[serde(default)]
    sequencer: String,
}
