//! The seam between the local cloud and the code that it runs.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::Request;
use axum::response::Response;
use futures::future::BoxFuture;
use jiff::Timestamp;
use serde_json::Value;

use crate::Clock;

/// One Lambda function: answers HTTP requests, or takes events.
pub trait Function: Send + Sync {
    /// Answers a request of the HTTP API.
    fn http(&self, request: Request) -> BoxFuture<'_, Response>;

    /// Takes an event as Lambda would hand it over. It is given up at `deadline` (by the movable clock).
    fn event(&self, event: Value, deadline: Timestamp) -> BoxFuture<'_, Result<Value, String>>;
}

/// Makes the function whose code is `code` (the last folder of its `CodeUri`), with its resolved environment.
pub type MakeFunction =
    Arc<dyn Fn(&str, &HashMap<String, String>, Clock) -> Result<Arc<dyn Function>, String> + Send + Sync>;
