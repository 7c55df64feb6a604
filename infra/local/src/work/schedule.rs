//! Schedules: `rate(…)` and `cron(…)` by the movable clock.

use std::str::FromStr;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use jiff_cron::Schedule as Cron;
use serde_json::{Value, json};

use super::bus::ASYNC_RETRIES;
use super::queue::NewDelivery;
use crate::cloud::Cloud;
use crate::error::{Error, Result};
use crate::options::ACCOUNT;
use crate::template::{FunctionSpec, Trigger};

/// One schedule of a function.
#[derive(Clone)]
pub(crate) struct Schedule {
    function: String,
    name: String,
    when: When,
    input: Option<Value>,
    scheduler: bool,
    retries: u32,
    queue: Option<String>,
}

#[derive(Clone)]
enum When {
    Every(SignedDuration),
    Cron(Box<Cron>),
}

impl When {
    fn read(expression: &str) -> Option<Self> {
        if let Some(rate) = expression.strip_prefix("rate(").and_then(|rest| rest.strip_suffix(')')) {
            let (number, unit) = rate.trim().split_once(' ')?;
            let seconds = match unit.trim().trim_end_matches('s') {
                "minute" => 60,
                "hour" => 3600,
                "day" => 86_400,
                _ => return None,
            };
            return Some(Self::Every(SignedDuration::from_secs(
                number.parse::<i64>().ok()?.checked_mul(seconds)?,
            )));
        }
        let fields = expression.strip_prefix("cron(").and_then(|rest| rest.strip_suffix(')'))?;
        // The crate wants seconds in front; the rest is written as AWS does.
        Cron::from_str(&format!("0 {fields}")).ok().map(|cron| Self::Cron(Box::new(cron)))
    }

    fn after(&self, time: Timestamp) -> Timestamp {
        match self {
            Self::Every(pause) => time.checked_add(*pause).unwrap_or(Timestamp::MAX),
            Self::Cron(cron) => cron
                .after(time.to_zoned(TimeZone::UTC))
                .next()
                .map_or(Timestamp::MAX, |next| next.timestamp()),
        }
    }
}

impl Schedule {
    /// The schedules of a function.
    pub fn all(function: &FunctionSpec) -> Result<Vec<Self>> {
        let mut schedules = Vec::new();
        for trigger in &function.triggers {
            let Trigger::Schedule { name, expression, input, scheduler } = trigger else { continue };
            let unknown =
                || Error::Template(format!("{}: event {name}: {expression} is no schedule", function.id));
            schedules.push(Self {
                function: function.id.clone(),
                name: name.clone(),
                when: When::read(expression).ok_or_else(unknown)?,
                input: input.clone(),
                scheduler: *scheduler,
                retries: function.retries.unwrap_or(ASYNC_RETRIES),
                queue: function.dead_letters.clone(),
            });
        }
        Ok(schedules)
    }

    /// The function's logical id.
    pub fn function(&self) -> &str {
        &self.function
    }

    /// Runs the schedule until the cloud stops. What was missed while the clock jumped runs once, not once for each time.
    pub async fn run(self, cloud: Cloud) {
        let mut stop = cloud.stop.subscribe();
        let mut moves = cloud.clock.moves();
        let mut next = self.when.after(cloud.clock.now());
        while !*stop.borrow() {
            let now = cloud.clock.now();
            if now >= next {
                match cloud.accept(vec![self.delivery(&cloud)]).await {
                    Ok(()) => next = self.when.after(now),
                    Err(error) => tracing::error!(%error, "a schedule can't run"),
                }
            }
            let wait = Duration::try_from(next.duration_since(cloud.clock.now())).unwrap_or_default();
            // A laptop that slept doesn't count its sleep as waiting, so look at least every minute.
            let wait = wait.clamp(Duration::from_millis(100), Duration::from_mins(1));
            tokio::select! { () = tokio::time::sleep(wait) => {}, _ = moves.changed() => {}, _ = stop.changed() => {} }
        }
    }

    /// The delivery of one run.
    pub fn delivery(&self, cloud: &Cloud) -> NewDelivery {
        let (source, kind) =
            if self.scheduler { ("aws.scheduler", "schedule/default") } else { ("aws.events", "rule") };
        let arn_service = if self.scheduler { "scheduler" } else { "events" };
        let usual = json!({"version": "0", "id": uuid::Uuid::new_v4().to_string(), "detail-type": "Scheduled Event",
            "source": source, "account": ACCOUNT, "time": cloud.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            "region": cloud.region, "resources": [format!("arn:aws:{arn_service}:{}:{ACCOUNT}:{kind}/{}{}", cloud.region, self.function, self.name)],
            "detail": if self.scheduler { Value::from("{}") } else { json!({}) }});
        NewDelivery {
            function: self.function.clone(),
            source: format!("{} (schedule)", self.name),
            event: self.input.clone().unwrap_or(usual),
            retries: self.retries,
            queue: self.queue.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_and_crons() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let next = |expression: &str| When::read(expression).unwrap().after(at("2026-03-01T10:00:30Z"));
        assert_eq!(next("rate(5 minutes)"), at("2026-03-01T10:05:30Z"));
        assert_eq!(next("rate(1 day)"), at("2026-03-02T10:00:30Z"));
        assert_eq!(next("cron(0/15 * * * ? *)"), at("2026-03-01T10:15:00Z"));
        assert_eq!(next("cron(0 3 * * ? *)"), at("2026-03-02T03:00:00Z"));
        assert_eq!(next("cron(0 8 ? * MON-FRI *)"), at("2026-03-02T08:00:00Z"));
        assert_eq!(next("cron(0 8 1 * ? *)"), at("2026-04-01T08:00:00Z"));
        assert!(When::read("rate(often)").is_none());
        assert!(When::read("cron(* *)").is_none());
    }
}
