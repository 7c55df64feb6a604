//! What can befall functions: they die at any line, and their events come twice.

use std::{collections::HashMap, sync::Arc};

use axum::{extract::Request, response::Response};
use futures::future::BoxFuture;
use jiff::Timestamp;
use local::{Fault, Faults, Function, MakeFunction};
use serde_json::Value;
use testkit::{House, Person};

/// A function ends before a call, when so many have passed; and with `every`, before each of as many from there on.
pub(crate) fn ends(function: &str, skip: u64, every: u64) -> Faults {
    Faults { fault: Fault::KilledBefore, functions: vec![function.to_owned()], skip, every }
}

/// Does something whose work a function begins, which ends at every so many of its calls; each time another goes on when the lease
/// has run out. Gives how often it ended, and the work as it is at last.
pub(crate) async fn through(
    (house, manager): (&House, &mut Person),
    (function, every): (&str, u64),
    begin: impl AsyncFnOnce(&Person) -> String,
    end: &str,
) -> (u64, Value) {
    house.running.strike(Some(ends(function, every, every)));
    let path = begin(manager).await;
    for _ in 0..100 {
        house.quiet().await;
        let work = manager.get(&path).await.json;
        if work["state"] == end {
            let deaths = house.running.struck().values().sum();
            house.running.strike(None);
            return (deaths, work);
        }
        house.advance(121).await;
        // The time that passes ends sign-ins.
        *manager = house.sign_in("acme@house.example").await;
        house.watch().await;
    }
    panic!("{function} never came to an end: {:?}", manager.get(&path).await.json)
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
