//! Runs a function with a time limit; a panic ends only the invocation.

use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use serde_json::Value;
use tokio::task::JoinHandle;

use crate::Function;
use crate::cloud::Cloud;
use crate::template::FunctionSpec;

/// A function that was made.
#[derive(Clone)]
pub(crate) struct Made {
    pub spec: Arc<FunctionSpec>,
    pub function: Arc<dyn Function>,
}

impl Made {
    /// Hands the function an event.
    pub async fn event(&self, event: Value, cloud: &Cloud) -> Result<Value, String> {
        let (limit, now) = (self.spec.timeout, cloud.clock.now());
        let deadline = now.checked_add(SignedDuration::try_from(limit).unwrap_or_default()).unwrap_or(now);
        let function = Arc::clone(&self.function);
        let task = tokio::spawn(async move { function.event(event, deadline).await });
        match limited(task, limit, cloud.weather.killed(&self.spec.id)).await {
            Ended::Answered(answer) => answer,
            Ended::Killed => Err("the function was killed".to_owned()),
            Ended::Panicked => Err("the function panicked".to_owned()),
            Ended::TooLong => Err(format!("Task timed out after {} seconds", limit.as_secs())),
        }
    }
}

/// How an invocation ended.
pub(crate) enum Ended<T> {
    Answered(T),
    Killed,
    Panicked,
    TooLong,
}

/// Waits for the task no longer than the limit, nor than it may live, then ends it.
pub(crate) async fn limited<T>(
    task: JoinHandle<T>,
    limit: Duration,
    killed: impl Future<Output = ()>,
) -> Ended<T> {
    let end = task.abort_handle();
    let ended = tokio::select! {
        ended = tokio::time::timeout(limit, task) => match ended {
            Ok(Ok(answer)) => Ended::Answered(answer),
            Ok(Err(_)) => Ended::Panicked,
            Err(_) => Ended::TooLong,
        },
        () = killed => Ended::Killed,
    };
    end.abort();
    ended
}
