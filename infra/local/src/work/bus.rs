//! The event buses: what comes in, and who gets it.

#![expect(clippy::indexing_slicing, reason = "a JSON value gives Null for what it lacks, without a panic")]

use std::collections::HashSet;

use serde_json::{Value, json};

use super::queue::{self, NewDelivery};
use crate::cloud::Cloud;
use crate::error::Result;
use crate::options::ACCOUNT;
use crate::pattern;
use crate::template::Trigger;

/// What an event of a bus consists of besides its id, account, region.
pub(crate) struct Told {
    pub bus: String,
    pub source: String,
    pub detail_type: String,
    pub detail: Value,
    pub resources: Value,
    /// When it happened; none is now.
    pub time: Option<String>,
}

impl Cloud {
    /// Puts events on their buses: from then on they are not lost. Returns their ids.
    pub async fn put(&self, told: Vec<Told>) -> Result<Vec<String>> {
        let mut ids = Vec::new();
        let mut deliveries = Vec::new();
        for told in told {
            let (event, bus) = self.envelope(told);
            deliveries.extend(self.targets(&bus, &event));
            ids.push(event["id"].as_str().unwrap_or_default().to_owned());
            self.journal.event(json!({"bus": bus, "event": event}));
        }
        self.accept(deliveries).await?;
        Ok(ids)
    }

    /// Accepts deliveries and wakes those who make them.
    pub async fn accept(&self, deliveries: Vec<NewDelivery>) -> Result<()> {
        if !deliveries.is_empty() {
            let at = self.clock.now().to_string();
            let functions: HashSet<String> = deliveries.iter().map(|new| new.function.clone()).collect();
            self.engine.run(move |storage| queue::accept(storage, &deliveries, &at)).await?;
            self.wake
                .iter()
                .filter(|(function, _)| functions.contains(*function))
                .for_each(|(_, wake)| wake.notify_waiters());
        }
        Ok(())
    }

    fn envelope(&self, told: Told) -> (Value, String) {
        let now = || self.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        let event = json!({"version": "0", "id": uuid::Uuid::new_v4().to_string(), "detail-type": told.detail_type,
            "source": told.source, "account": ACCOUNT, "time": told.time.unwrap_or_else(now), "region": self.region,
            "resources": told.resources, "detail": told.detail});
        (event, told.bus)
    }

    fn targets(&self, on: &str, event: &Value) -> Vec<NewDelivery> {
        let mut deliveries = Vec::new();
        for function in &self.template.functions {
            for trigger in &function.triggers {
                let Trigger::Rule { name, bus, pattern, retries, dead_letters } = trigger else { continue };
                if bus == on && pattern::matches(pattern, event) {
                    deliveries.push(NewDelivery {
                        function: function.id.clone(),
                        source: format!("{name} ({bus})"),
                        event: event.clone(),
                        retries: function.retries.or(*retries).unwrap_or(ASYNC_RETRIES),
                        queue: function.dead_letters.clone().or_else(|| dead_letters.clone()),
                    });
                }
            }
        }
        deliveries
    }
}

/// How often Lambda tries an asynchronous invocation again when nothing else is said.
pub(crate) const ASYNC_RETRIES: u32 = 2;
