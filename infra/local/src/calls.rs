//! The record of what each function asked of AWS: to compare with what its policy grants, and what it costs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use serde_json::Value;

use crate::policy::{Ask, Grant};

/// What one function asked for.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FunctionCalls {
    /// What was needed of the policy, and whether it was granted.
    pub needs: Vec<Need>,
    /// The parts of its policy that it needed.
    pub used: BTreeSet<Grant>,
    /// What the operations on the table cost, by operation and table.
    pub operations: BTreeMap<String, Usage>,
}

/// An action on a resource.
#[derive(Clone, Debug, Serialize)]
pub struct Need {
    /// As `dynamodb:GetItem`.
    pub action: String,
    /// The ARN; with `/index/…` for an index.
    pub resource: String,
    /// The index's name.
    pub index: Option<String>,
    /// How often it was granted.
    pub granted: u64,
    /// How often it was denied.
    pub denied: u64,
}

/// How often something was asked, and what it consumed in capacity units.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Usage {
    /// Requests.
    pub count: u64,
    /// Capacity units of all requests.
    pub units: f64,
    /// Capacity units of the dearest request.
    pub most: f64,
}

/// Collects what functions ask for.
#[derive(Default)]
pub(crate) struct Calls {
    functions: Mutex<BTreeMap<String, FunctionCalls>>,
}

impl Calls {
    /// Notes what was needed; `used` are the parts of the policy that granted it, none when it was denied.
    pub fn need(&self, function: &str, ask: &Ask, granted: bool, used: Vec<Grant>) {
        let resource = ask.resources.first().cloned().unwrap_or_default();
        let mut functions = self.functions.lock().unwrap_or_else(PoisonError::into_inner);
        let calls = functions.entry(function.to_owned()).or_default();
        calls.used.extend(used);
        let (yes, no) = (u64::from(granted), u64::from(!granted));
        if let Some(need) =
            calls.needs.iter_mut().find(|need| need.action == ask.action && need.resource == resource)
        {
            need.granted += yes;
            need.denied += no;
        } else {
            let index = resource.split_once("/index/").map(|(_, index)| index.to_owned());
            calls.needs.push(Need { action: ask.action.clone(), resource, index, granted: yes, denied: no });
        }
    }

    /// Notes what an operation consumed: the `ConsumedCapacity` of its answer, an object or a list.
    pub fn consumed(&self, function: &str, operation: &str, capacity: &Value) {
        let units = match capacity {
            Value::Array(tables) => tables.iter().map(units).sum(),
            one => units(one),
        };
        let mut functions = self.functions.lock().unwrap_or_else(PoisonError::into_inner);
        let usage = functions
            .entry(function.to_owned())
            .or_default()
            .operations
            .entry(operation.to_owned())
            .or_default();
        usage.count += 1;
        usage.units += units;
        usage.most = usage.most.max(units);
    }

    /// All of it, by function.
    pub fn all(&self) -> BTreeMap<String, FunctionCalls> {
        self.functions.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets all of it.
    pub fn clear(&self) {
        self.functions.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

fn units(capacity: &Value) -> f64 {
    capacity["CapacityUnits"].as_f64().unwrap_or_default()
}
