//! Makes the template's tables, and brings those of an earlier run up to date.

#![expect(clippy::indexing_slicing, reason = "a JSON value gives Null for what it lacks, without a panic")]

use dynoxide::actions::vector_lifecycle::VectorIndexLifecycle;
use dynoxide::actions::{create_table, describe_table, update_table, update_time_to_live};
use dynoxide::storage::Storage;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{expiry, finish};
use crate::error::{Error, Result};
use crate::template::Table;

/// Makes the table, or adds and removes indexes of the one that is there.
pub(crate) fn ensure(storage: &Storage, table: &Table) -> Result<()> {
    if storage.table_exists(&table.name)? {
        migrate(storage, table)?;
    } else {
        finish(create_table::execute(storage, request(table.create.clone())?))?;
    }
    if let Some(attribute) = &table.ttl
        && storage.get_table_metadata(&table.name)?.is_none_or(|meta| !meta.ttl_enabled)
    {
        let specification = json!({"AttributeName": attribute, "Enabled": true});
        let ask = request(json!({"TableName": table.name, "TimeToLiveSpecification": specification}))?;
        finish(update_time_to_live::execute(storage, ask))?;
    }
    expiry::prepare(storage, table)
}

fn migrate(storage: &Storage, table: &Table) -> Result<()> {
    let lifecycle = VectorIndexLifecycle::new();
    let ask = request(json!({"TableName": table.name}))?;
    let there = finish(describe_table::execute(storage, ask, &lifecycle))?;
    let there = serde_json::to_value(there).map_err(|e| Error::Table(e.to_string()))?;
    let there = &there["Table"];
    if there["KeySchema"] != table.create["KeySchema"] {
        return Err(Error::Table(format!(
            "{} has other keys than the template: remove the data folder",
            table.name
        )));
    }
    for change in changes(there, &table.create) {
        let ask = json!({"TableName": table.name, "AttributeDefinitions": table.create["AttributeDefinitions"],
            "GlobalSecondaryIndexUpdates": [change]});
        finish(update_table::execute(storage, request(ask)?, &lifecycle))?;
    }
    let streams = |described: &Value| described["StreamSpecification"]["StreamEnabled"] == true;
    if streams(&table.create) && !streams(there) {
        let ask =
            json!({"TableName": table.name, "StreamSpecification": table.create["StreamSpecification"]});
        finish(update_table::execute(storage, request(ask)?, &lifecycle))?;
    }
    Ok(())
}

/// One change a call, as `DynamoDB` wants it: first what goes, then what comes. A changed index goes and comes.
fn changes(there: &Value, wanted: &Value) -> Vec<Value> {
    let list = |of: &Value| of["GlobalSecondaryIndexes"].as_array().cloned().unwrap_or_default();
    let (there, wanted) = (list(there), list(wanted));
    let same = |a: &Value, b: &Value| {
        a["IndexName"] == b["IndexName"] && a["KeySchema"] == b["KeySchema"] && projection(a) == projection(b)
    };
    let goes = there.iter().filter(|old| !wanted.iter().any(|new| same(old, new)));
    let comes = wanted.iter().filter(|new| !there.iter().any(|old| same(old, new)));
    goes.map(|old| json!({"Delete": {"IndexName": old["IndexName"]}}))
        .chain(comes.map(|new| json!({"Create": new})))
        .collect()
}

fn projection(index: &Value) -> (String, Vec<String>) {
    let attributes = index["Projection"]["NonKeyAttributes"].as_array().cloned().unwrap_or_default();
    let mut attributes: Vec<String> =
        attributes.iter().filter_map(|a| a.as_str().map(str::to_owned)).collect();
    attributes.sort();
    (index["Projection"]["ProjectionType"].as_str().unwrap_or("ALL").to_owned(), attributes)
}

fn request<T: DeserializeOwned>(value: Value) -> Result<T> {
    serde_json::from_value(value).map_err(|e| Error::Table(e.to_string()))
}
