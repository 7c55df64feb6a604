//! Reads a table's stream for a function: in order, in batches, from where it stopped before the process ended.

use std::time::Duration;

use serde_json::{Value, json};

use super::deliver::pause;
use super::invoke::Made;
use super::queue::{self, NewDelivery};
use crate::cloud::{Cloud, raised};
use crate::error::Result;
use crate::pattern;
use crate::table::records::{self, Record};
use crate::template::StreamTrigger;

/// How many records are looked at to fill a batch when a filter drops many.
const LOOKED_AT: usize = 1000;

/// How long the consumer waits after a write for more: one batch of many writes costs less than many of one.
const GATHER: Duration = Duration::from_millis(2);

/// One stream that wakes one function.
pub(crate) struct Consumer {
    pub cloud: Cloud,
    pub made: Made,
    pub trigger: StreamTrigger,
    /// All consumers of the table; a record that all have read is dropped.
    pub all: Vec<String>,
}

/// The name under which a consumer's place is kept.
pub(crate) fn consumer_name(function: &str, trigger: &StreamTrigger) -> String {
    format!("{function}/{}", trigger.name)
}

/// What was read: the records that pass the filter, and where reading stopped.
struct Batch {
    records: Vec<Record>,
    end: i64,
}

impl Consumer {
    /// Reads until the cloud stops.
    pub async fn run(self) {
        let mut stop = self.cloud.stop.subscribe();
        let mut attempts = 0;
        let mut first = 0;
        while !*stop.borrow() {
            let wrote = self.cloud.engine.wrote.notified();
            tokio::pin!(wrote);
            // Listening starts before looking, so that nothing written between the two is missed.
            wrote.as_mut().enable();
            match self.read().await {
                Ok(Some(batch)) => {
                    let start = batch.records.first().map_or(batch.end, |record| record.id);
                    attempts = if start == first { attempts } else { 0 };
                    first = start;
                    attempts = self.hand_over(batch, attempts).await;
                }
                Ok(None) => {
                    tokio::select! { () = wrote => tokio::time::sleep(GATHER).await, _ = stop.changed() => {} }
                }
                Err(error) => {
                    tracing::error!(%error, "the stream can't be read");
                    tokio::time::sleep(pause(6)).await;
                }
            }
        }
    }

    async fn read(&self) -> Result<Option<Batch>> {
        let (name, table) = (self.name(), self.trigger.table.clone());
        let looked_at = if self.trigger.filters.is_empty() { self.trigger.batch } else { LOOKED_AT };
        let stored = self.cloud.engine.run(move |storage| {
            let from = records::checkpoint(storage, &name)?;
            records::after(storage, &table, from, looked_at)
        });
        let mut batch = Batch { records: Vec::new(), end: 0 };
        for stored in stored.await? {
            let record = stored.record(&self.trigger.arn, &self.cloud.region);
            batch.end = record.id;
            if self.passes(&record.event) {
                batch.records.push(record);
            }
            if batch.records.len() == self.trigger.batch {
                break;
            }
        }
        Ok((batch.end > 0).then_some(batch))
    }

    fn passes(&self, record: &Value) -> bool {
        let filters = &self.trigger.filters;
        filters.is_empty() || filters.iter().any(|filter| pattern::matches(filter, record))
    }

    /// Hands the batch to the function and remembers how far it came. Returns how often it failed so far.
    async fn hand_over(&self, batch: Batch, attempts: u32) -> u32 {
        if batch.records.is_empty() {
            self.save(batch.end, None).await;
            return 0;
        }
        let event = json!({"Records": batch.records.iter().map(|record| &record.event).collect::<Vec<_>>()});
        let answer = tokio::select! {
            answer = self.made.event(event, &self.cloud) => answer,
            () = raised(&self.cloud.kill) => return attempts,
        };
        let (failed_at, error) = match answer {
            Err(error) => (0, error),
            Ok(answer) => match self.first_failure(&answer, &batch) {
                None => {
                    self.note("delivered", attempts, &batch, None);
                    self.save(batch.end, None).await;
                    return 0;
                }
                Some(index) => (index, "the function reported failed records".to_owned()),
            },
        };
        self.failed(&batch, failed_at, attempts, error).await
    }

    async fn failed(&self, batch: &Batch, failed_at: usize, attempts: u32, error: String) -> u32 {
        let left = batch.records.get(failed_at..).unwrap_or_default();
        let before = failed_at.checked_sub(1).and_then(|index| batch.records.get(index));
        if self.trigger.retries.is_some_and(|retries| attempts >= retries) {
            self.note("dead", attempts, batch, Some(&error));
            let records: Vec<&Value> = left.iter().map(|record| &record.event).collect();
            let letter = NewDelivery {
                function: self.made.spec.id.clone(),
                source: format!("{} (stream)", self.trigger.name),
                event: json!({"Records": records}),
                retries: self.trigger.retries.unwrap_or_default(),
                queue: self.trigger.dead_letters.clone(),
            };
            self.save(batch.end, Some((letter, error))).await;
            return 0;
        }
        self.note("failed", attempts, batch, Some(&error));
        if let Some(done) = before {
            self.save(done.id, None).await;
        }
        tokio::time::sleep(pause(attempts)).await;
        // The next read starts at the record that failed: a new first record counts anew.
        if before.is_some() { 0 } else { attempts + 1 }
    }

    /// The first record that the function reports as failed; the whole batch when it names one that isn't there.
    fn first_failure(&self, answer: &Value, batch: &Batch) -> Option<usize> {
        let failures =
            answer.get("batchItemFailures").and_then(Value::as_array).filter(|_| self.trigger.partial)?;
        let at = |failure: &Value| {
            batch.records.iter().position(|record| failure["itemIdentifier"] == *record.sequence)
        };
        failures.iter().map(|failure| at(failure).unwrap_or(0)).min()
    }

    /// Remembers the place (and the dead letter, if any, in the same step), and drops what everybody has read.
    async fn save(&self, end: i64, letter: Option<(NewDelivery, String)>) {
        let (name, table, all) = (self.name(), self.trigger.table.clone(), self.all.clone());
        let at = self.cloud.clock.now().to_string();
        let saved = self.cloud.engine.run(move |storage| {
            if let Some((letter, error)) = letter {
                queue::bury(storage, &letter, &error, &at)?;
            }
            records::save_checkpoint(storage, &name, end)?;
            records::trim(storage, &table, &all)
        });
        if let Err(error) = saved.await {
            tracing::error!(%error, "the place in the stream can't be kept");
        }
    }

    fn name(&self) -> String {
        consumer_name(&self.made.spec.id, &self.trigger)
    }

    fn note(&self, outcome: &str, attempts: u32, batch: &Batch, error: Option<&str>) {
        self.cloud.journal.delivery(
            json!({"at": self.cloud.clock.now().to_string(), "function": self.made.spec.id,
            "source": format!("{} (stream)", self.trigger.name), "event": {"records": batch.records.len()},
            "attempt": attempts + 1, "outcome": outcome, "error": error}),
        );
    }
}
