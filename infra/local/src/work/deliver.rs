//! Hands deliveries to their functions, several at once, again after a failure, and at last to the dead letters.

#![expect(clippy::indexing_slicing, reason = "a JSON value gives Null for what it lacks, without a panic")]

use std::time::Duration;

use serde_json::json;

use super::invoke::Made;
use super::queue::{self, Delivery};
use crate::cloud::{Cloud, raised};

/// How many invocations of one function run at once.
pub(crate) const AT_ONCE: usize = 4;

/// The pause before an attempt: 100 ms, doubled each time, 5 s at most. (Lambda waits a minute and more.)
pub(crate) fn pause(attempts: u32) -> Duration {
    Duration::from_millis(100u64.saturating_mul(1 << attempts.min(6))).min(Duration::from_secs(5))
}

/// Delivers what waits for one function, until the cloud stops. Several of these run for each function.
pub(crate) async fn worker(cloud: Cloud, made: Made) {
    let mut stop = cloud.stop.subscribe();
    let Some(wake) = cloud.wake.get(&made.spec.id) else { return };
    while !*stop.borrow() {
        let changed = wake.notified();
        tokio::pin!(changed);
        // Listening starts before looking, so that nothing put between the two is missed.
        changed.as_mut().enable();
        match cloud.take(&made.spec.id).await {
            Ok(Some(delivery)) => deliver(&cloud, &made, delivery).await,
            Ok(None) => {
                let wait = cloud.wait_for_due(&made.spec.id).await;
                tokio::select! { () = changed => {}, () = tokio::time::sleep(wait) => {}, _ = stop.changed() => {} }
            }
            Err(error) => {
                tracing::error!(%error, "deliveries can't be read");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

async fn deliver(cloud: &Cloud, made: &Made, delivery: Delivery) {
    let Delivery { id, source, event, attempts, retries } = delivery;
    let summary = json!({"detail-type": event["detail-type"], "id": event["id"]});
    let ended = tokio::select! {
        ended = made.event(event, cloud) => ended,
        () = raised(&cloud.kill) => {
            drop(cloud.engine.run(move |storage| queue::put_back(storage, id)).await);
            return;
        }
    };
    let error = ended.as_ref().err().cloned();
    let again = error.is_some() && attempts < retries;
    let due = again.then(|| {
        real_millis().saturating_add(i64::try_from(pause(attempts).as_millis()).unwrap_or(i64::MAX))
    });
    let outcome = if error.is_none() {
        "delivered"
    } else if again {
        "failed"
    } else {
        "dead"
    };
    cloud.journal.delivery(json!({"at": cloud.clock.now().to_string(), "function": made.spec.id, "source": source, "event": summary,
        "attempt": attempts + 1, "outcome": outcome, "error": error}));
    let kept = cloud
        .engine
        .run(move |storage| match error {
            None => queue::done(storage, id),
            Some(error) => queue::failed(storage, id, &error, due),
        })
        .await;
    if let Err(error) = kept {
        tracing::error!(%error, "the end of a delivery can't be kept");
    }
}

/// Real time in milliseconds: pauses don't follow the movable clock, or moving it would skip them.
#[expect(clippy::disallowed_methods, reason = "pauses are waited for in real time")]
pub(crate) fn real_millis() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}
