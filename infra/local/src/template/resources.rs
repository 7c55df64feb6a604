//! Tables and buckets of the template.

#![expect(clippy::indexing_slicing, reason = "a JSON value gives Null for what it lacks, without a panic")]

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::{Bucket, Part, Table};

/// Reads an `AWS::DynamoDB::Table`.
pub(super) fn table(part: &Part) -> Result<Table, String> {
    let names = part.names()?;
    let mut create = Map::from_iter([("TableName".to_owned(), Value::from(names.name.as_str()))]);
    create.insert("BillingMode".to_owned(), Value::from("PAY_PER_REQUEST"));
    for property in ["KeySchema", "AttributeDefinitions"] {
        create.insert(property.to_owned(), part.property(property)?);
    }
    let mut partition = HashMap::from([(None, hash(&part.property("KeySchema")?)?)]);
    for property in ["GlobalSecondaryIndexes", "LocalSecondaryIndexes"] {
        let mut indexes = Vec::new();
        for index in part.property(property)?.as_array().into_iter().flatten() {
            let name = index.get("IndexName").and_then(Value::as_str).ok_or("an index has no IndexName")?;
            partition.insert(
                Some(name.to_owned()),
                hash(&index["KeySchema"]).map_err(|e| format!("{name}: {e}"))?,
            );
            indexes.push(json!({"IndexName": name, "KeySchema": index["KeySchema"], "Projection": index["Projection"]}));
        }
        if !indexes.is_empty() {
            create.insert(property.to_owned(), Value::Array(indexes));
        }
    }
    if let Some(view) = part.property("StreamSpecification")?.get("StreamViewType") {
        create
            .insert("StreamSpecification".to_owned(), json!({"StreamEnabled": true, "StreamViewType": view}));
    }
    let ttl = part.property("TimeToLiveSpecification")?;
    let enabled = ttl.get("Enabled").is_some_and(|on| on == true || on == "true");
    let ttl = ttl.get("AttributeName").and_then(Value::as_str).filter(|_| enabled).map(str::to_owned);
    Ok(Table { name: names.name.clone(), arn: names.arn()?, create: Value::Object(create), partition, ttl })
}

fn hash(schema: &Value) -> Result<String, String> {
    let key = schema.as_array().into_iter().flatten().find(|key| key["KeyType"] == "HASH");
    key.and_then(|key| key["AttributeName"].as_str())
        .map(str::to_owned)
        .ok_or_else(|| "KeySchema has no HASH".to_owned())
}

/// Reads an `AWS::S3::Bucket`.
pub(super) fn bucket(part: &Part) -> Result<Bucket, String> {
    let notification = part.property("NotificationConfiguration")?;
    let events = match notification.get("EventBridgeConfiguration") {
        None => false,
        Some(configuration) => {
            configuration.get("EventBridgeEnabled").is_none_or(|on| on == true || on == "true")
        }
    };
    let cors = part.property("CorsConfiguration")?["CorsRules"].as_array().cloned().unwrap_or_default();
    let mut expirations = Vec::new();
    for rule in part.property("LifecycleConfiguration")?["Rules"].as_array().into_iter().flatten() {
        let prefix = rule.get("Prefix").or_else(|| rule.get("Filter")?.get("Prefix"));
        let days = rule.get("ExpirationInDays").filter(|_| rule["Status"] == "Enabled");
        if let Some(days) = days {
            let days = days
                .as_i64()
                .or_else(|| days.as_str()?.parse().ok())
                .ok_or("ExpirationInDays is not a number")?;
            expirations.push((prefix.and_then(Value::as_str).unwrap_or_default().to_owned(), days));
        }
    }
    Ok(Bucket { name: part.names()?.name.clone(), events, cors, expirations })
}

/// Reads an `AWS::CloudFront::ResponseHeadersPolicy`, but for what only TLS gives a meaning.
pub(super) fn headers(part: &Part) -> Result<Vec<(String, String)>, String> {
    let policy = part.property("ResponseHeadersPolicyConfig")?;
    let security = &policy["SecurityHeadersConfig"];
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let mut headers = vec![
        ("content-security-policy", text(&security["ContentSecurityPolicy"]["ContentSecurityPolicy"])),
        ("referrer-policy", text(&security["ReferrerPolicy"]["ReferrerPolicy"])),
        ("x-content-type-options", security["ContentTypeOptions"].is_object().then(|| "nosniff".to_owned())),
    ];
    let custom = policy["CustomHeadersConfig"]["Items"].as_array();
    headers.extend(
        custom
            .into_iter()
            .flatten()
            .filter_map(|item| Some((item["Header"].as_str()?, text(&item["Value"])))),
    );
    Ok(headers.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
}
