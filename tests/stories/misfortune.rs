//! What can befall functions: they die at any line, and their events come twice.

use std::{collections::HashMap, sync::Arc};

use axum::{extract::Request, response::Response};
use futures::future::BoxFuture;
use jiff::Timestamp;
use local::{Function, MakeFunction};
use serde_json::Value;
use tokio::sync::Notify;

/// A function that dies when the bell rings.
struct Mortal {
    inner: Arc<dyn Function>,
    bell: Arc<Notify>,
}

impl Function for Mortal {
    fn http(&self, request: Request) -> BoxFuture<'_, Response> {
        self.inner.http(request)
    }

    fn event(&self, event: Value, deadline: Timestamp) -> BoxFuture<'_, Result<Value, String>> {
        Box::pin(async move {
            tokio::select! {
                done = self.inner.event(event, deadline) => done,
                () = self.bell.notified() => Err("killed".into()),
            }
        })
    }
}

/// Functions of which those of this code die when the bell rings.
pub(crate) fn mortal(code: &'static str, bell: &Arc<Notify>) -> MakeFunction {
    let (make, bell) = (deskhand::make_function(), Arc::clone(bell));
    Arc::new(move |name: &str, environment: &HashMap<String, String>, clock| {
        let inner = make(name, environment, clock)?;
        let bell = Arc::clone(&bell);
        Ok(if name == code { Arc::new(Mortal { inner, bell }) } else { inner })
    })
}

/// A function to which every event comes twice, at the same time and once more after.
struct Told(Arc<dyn Function>);

impl Function for Told {
    fn http(&self, request: Request) -> BoxFuture<'_, Response> {
        self.0.http(request)
    }

    fn event(&self, event: Value, deadline: Timestamp) -> BoxFuture<'_, Result<Value, String>> {
        Box::pin(async move {
            let once = || self.0.event(event.clone(), deadline);
            let (first, second) = futures::future::join(once(), once()).await;
            first.and(second).and(once().await)
        })
    }
}

/// Functions of which those of these codes get every event three times.
pub(crate) fn told_again(codes: &'static [&'static str]) -> MakeFunction {
    let make = deskhand::make_function();
    Arc::new(move |name: &str, environment: &HashMap<String, String>, clock| {
        let inner = make(name, environment, clock)?;
        Ok(if codes.contains(&name) { Arc::new(Told(inner)) } else { inner })
    })
}
