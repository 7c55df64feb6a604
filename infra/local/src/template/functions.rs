//! Functions of the template.

#![expect(clippy::indexing_slicing, reason = "a JSON value gives Null for what it lacks, without a panic")]

use std::collections::HashMap;
use std::time::Duration;

use serde_json::Value;

use super::intrinsics::shown;
use super::{FunctionSpec, Part, triggers};
use crate::policy::Statement;

/// Reads an `AWS::Serverless::Function`.
pub(super) fn function(part: &Part) -> Result<FunctionSpec, String> {
    let timeout = number(&merged(part, "Timeout")?).unwrap_or(3);
    let invoke = merged(part, "EventInvokeConfig")?;
    let failed = &invoke["DestinationConfig"]["OnFailure"]["Destination"];
    let queue = merged(part, "DeadLetterQueue")?;
    let dead_letters = failed.as_str().or_else(|| queue["TargetArn"].as_str()).map(str::to_owned);
    Ok(FunctionSpec {
        id: part.id.to_owned(),
        code: code(&merged(part, "CodeUri")?)?,
        timeout: Duration::from_secs(timeout),
        memory: number(&merged(part, "MemorySize")?).unwrap_or(128),
        environment: environment(&merged(part, "Environment")?),
        statements: statements(&part.property("Policies")?)?,
        triggers: triggers::triggers(part)?,
        retries: number(&invoke["MaximumRetryAttempts"]).and_then(|n| u32::try_from(n).ok()),
        dead_letters,
    })
}

/// A property of the function over the same of `Globals`: maps are merged, lists prepended, anything else replaced.
fn merged(part: &Part, name: &str) -> Result<Value, String> {
    let global = part.globals.and_then(|g| g.get("Function")?.get(name)).unwrap_or(&Value::Null);
    let global = part.resolver.resolve(global).map_err(|e| format!("Globals: {name}: {e}"))?;
    Ok(merge(global, part.property(name)?))
}

fn merge(under: Value, over: Value) -> Value {
    match (under, over) {
        (under, Value::Null) => under,
        (Value::Object(mut under), Value::Object(over)) => {
            for (key, value) in over {
                let below = under.remove(&key).unwrap_or_default();
                under.insert(key, merge(below, value));
            }
            Value::Object(under)
        }
        (Value::Array(mut under), Value::Array(over)) => {
            under.extend(over);
            Value::Array(under)
        }
        (_, over) => over,
    }
}

fn code(uri: &Value) -> Result<String, String> {
    let folder = uri.as_str().and_then(|uri| uri.rsplit(['/', '\\']).find(|part| !part.is_empty()));
    folder.map(str::to_owned).ok_or_else(|| {
        "CodeUri is missing: the local cloud takes the code's name from its last folder".to_owned()
    })
}

fn environment(environment: &Value) -> HashMap<String, String> {
    let variables = environment.get("Variables").and_then(Value::as_object).into_iter().flatten();
    variables.map(|(name, value)| (name.clone(), shown(value))).collect()
}

fn statements(policies: &Value) -> Result<Vec<Statement>, String> {
    let policies = match policies {
        Value::Null => Vec::new(),
        Value::Array(list) => list.clone(),
        one => vec![one.clone()],
    };
    let mut statements = Vec::new();
    for policy in policies {
        // These two grant logs and traces, which need no grant here.
        if let Some("AWSLambdaBasicExecutionRole" | "AWSXRayDaemonWriteAccess") = policy.as_str() {
            continue;
        }
        let listed = match policy.get("Statement") {
            Some(Value::Array(list)) => list.clone(),
            Some(one) => vec![one.clone()],
            None => {
                return Err(format!("Policies: {policy} is not known to the local cloud: write statements"));
            }
        };
        for statement in listed {
            statements.push(Statement::read(&statement).map_err(|e| format!("Policies: {e}"))?);
        }
    }
    Ok(statements)
}

/// A whole number, also when it is written as text.
pub(super) fn number(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}
