//! Runs a function with a time limit; a panic ends only the invocation.

use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use serde_json::Value;
use tokio::task::JoinHandle;

use crate::template::FunctionSpec;
use crate::{Clock, Function};

/// A function that was made.
#[derive(Clone)]
pub(crate) struct Made {
    pub spec: Arc<FunctionSpec>,
    pub function: Arc<dyn Function>,
}

impl Made {
    /// Hands the function an event.
    pub async fn event(&self, event: Value, clock: &Clock) -> Result<Value, String> {
        let limit = self.spec.timeout;
        let deadline = clock
            .now()
            .checked_add(SignedDuration::try_from(limit).unwrap_or_default())
            .unwrap_or_else(|_| clock.now());
        let function = Arc::clone(&self.function);
        let task = tokio::spawn(async move { function.event(event, deadline).await });
        match limited(task, limit).await {
            Ended::Answered(answer) => answer,
            Ended::Panicked => Err("the function panicked".to_owned()),
            Ended::TooLong => Err(format!("Task timed out after {} seconds", limit.as_secs())),
        }
    }
}

/// How an invocation ended.
pub(crate) enum Ended<T> {
    Answered(T),
    Panicked,
    TooLong,
}

/// Waits for the task no longer than the limit, then ends it. Ends it too when the one who waits goes away.
pub(crate) async fn limited<T>(task: JoinHandle<T>, limit: Duration) -> Ended<T> {
    let end = task.abort_handle();
    let ended = match tokio::time::timeout(limit, task).await {
        Ok(Ok(answer)) => Ended::Answered(answer),
        Ok(Err(_)) => Ended::Panicked,
        Err(_) => Ended::TooLong,
    };
    end.abort();
    ended
}
