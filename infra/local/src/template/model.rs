//! What the template consists of once it is resolved.

use std::collections::HashMap;
use std::time::Duration;

use serde_json::Value;

use crate::policy::Statement;

/// The template, resolved.
#[derive(Clone, Debug, Default)]
pub struct Template {
    /// `AWS::DynamoDB::Table`.
    pub tables: Vec<Table>,
    /// `AWS::S3::Bucket`.
    pub buckets: Vec<Bucket>,
    /// Names of event buses, `default` among them.
    pub buses: Vec<String>,
    /// `AWS::SQS::Queue`: ARN and name.
    pub queues: Vec<(String, String)>,
    /// `AWS::Serverless::Function`.
    pub functions: Vec<FunctionSpec>,
    /// `AWS::CloudFront::ResponseHeadersPolicy`: names and values of the headers of the web app's pages.
    pub page_headers: Vec<(String, String)>,
}

/// A table with its indexes.
#[derive(Clone, Debug)]
pub struct Table {
    /// The physical name.
    pub name: String,
    /// The ARN.
    pub arn: String,
    /// What `CreateTable` is asked.
    pub create: Value,
    /// The attribute of the partition key: of the table (no name) and of each index.
    pub partition: HashMap<Option<String>, String>,
    /// The attribute with the time to live.
    pub ttl: Option<String>,
}

/// A bucket with what happens in it by itself.
#[derive(Clone, Debug)]
pub struct Bucket {
    /// The physical name.
    pub name: String,
    /// Whether "Object Created" goes to the default event bus.
    pub events: bool,
    /// The rules for browsers of other origins, as in the template.
    pub cors: Vec<Value>,
    /// What is deleted after how many days: prefix and days.
    pub expirations: Vec<(String, i64)>,
}

/// A function.
#[derive(Clone, Debug)]
pub struct FunctionSpec {
    /// The logical id, which is its access key id as well.
    pub id: String,
    /// The last folder of `CodeUri`.
    pub code: String,
    /// How long an invocation may take.
    pub timeout: Duration,
    /// Memory in MB.
    pub memory: u64,
    /// The environment, resolved; secrets are still references.
    pub environment: HashMap<String, String>,
    /// What it may do.
    pub statements: Vec<Statement>,
    /// What wakes it.
    pub triggers: Vec<Trigger>,
    /// How often an asynchronous invocation is tried again, if the function says so.
    pub retries: Option<u32>,
    /// The queue (ARN) for asynchronous invocations given up.
    pub dead_letters: Option<String>,
}

/// What wakes a function.
#[derive(Clone, Debug)]
pub enum Trigger {
    /// A route of the HTTP API.
    Http {
        /// Upper case, or `ANY`.
        method: String,
        /// With `{parameter}` and `{proxy+}`.
        path: String,
    },
    /// A rule of an event bus.
    Rule {
        /// Its name in `Events`.
        name: String,
        /// The bus.
        bus: String,
        /// The event pattern.
        pattern: Value,
        /// How often a delivery is tried again.
        retries: Option<u32>,
        /// The queue (ARN) for deliveries given up.
        dead_letters: Option<String>,
    },
    /// The clock.
    Schedule {
        /// Its name in `Events`.
        name: String,
        /// `rate(…)` or `cron(…)`.
        expression: String,
        /// What the function gets instead of the usual event.
        input: Option<Value>,
        /// Whether it is `EventBridge` Scheduler rather than a scheduled rule.
        scheduler: bool,
    },
    /// A table's stream.
    Stream(StreamTrigger),
}

/// How a table's stream wakes a function.
#[derive(Clone, Debug)]
pub struct StreamTrigger {
    /// Its name in `Events`.
    pub name: String,
    /// The table's name.
    pub table: String,
    /// The stream's ARN.
    pub arn: String,
    /// Most records in one event.
    pub batch: usize,
    /// Patterns of which a record must match one; none lets all pass.
    pub filters: Vec<Value>,
    /// How often a batch is tried again; none means for ever.
    pub retries: Option<u32>,
    /// Whether the function tells which records failed.
    pub partial: bool,
    /// The queue (ARN) for batches given up.
    pub dead_letters: Option<String>,
}
