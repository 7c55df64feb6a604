//! The few calls that we make of `DynamoDB`. Not generic, so that the SDK's machinery is compiled once.

use std::time::Duration;

use aws_sdk_dynamodb::{
    Client,
    operation::{put_item::PutItemError, query::builders::QueryFluentBuilder},
    types::{AttributeValue, Select},
};
use aws_types::SdkConfig;
use domain::Problem;

use crate::{
    fault::problem,
    item::{Attributes, Kept, Record, decode},
    keys::Key,
};

/// The most keys of one `BatchGetItem`.
pub(crate) const BATCH: usize = 100;

/// The table.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) client: Client,
    pub(crate) table: String,
}

/// An expression on attributes, and its values.
pub(crate) type Filter = (String, Vec<(String, AttributeValue)>);

/// A range of one partition of the table or an index.
#[derive(Debug, Clone)]
pub(crate) struct Range {
    /// The index with the name of its partition attribute; `None`: the table itself.
    pub index: Option<(&'static str, &'static str)>,
    /// The sort attribute.
    pub sort: &'static str,
    /// The partition.
    pub partition: String,
    /// The first sort key of the range.
    pub from: String,
    /// The last sort key of the range.
    pub to: String,
    /// Whether the last comes first.
    pub descending: bool,
    /// The most items to read.
    pub limit: usize,
    /// What else an item must fulfil.
    pub filter: Option<Filter>,
    /// Whether of each item only its sort attribute is wanted.
    pub bare: bool,
}

impl Range {
    /// All of a partition of the table, one item at a time.
    pub(crate) fn of(partition: String) -> Self {
        Self {
            index: None,
            sort: "sk",
            partition,
            from: " ".into(),
            to: end_of(""),
            descending: false,
            limit: 1,
            filter: None,
            bare: false,
        }
    }
}

/// What was read of a range.
#[derive(Debug)]
pub(crate) struct Slice {
    /// The items that the filter lets through.
    pub items: Vec<Attributes>,
    /// How many items have been read, those that the filter held back included.
    pub read: u64,
    /// The sort key up to which the range has been read; `None`: to its end.
    pub last: Option<String>,
}

/// A sort key above all that begin with `prefix`.
pub(crate) fn end_of(prefix: &str) -> String {
    format!("{prefix}\u{10FFFF}")
}

/// The smallest sort key above `key`.
pub(crate) fn after(key: &str) -> String {
    format!("{key}\u{0}")
}

impl Store {
    /// The table called `table`.
    #[must_use]
    pub fn new(config: &SdkConfig, table: String) -> Self {
        Self { client: Client::new(config), table }
    }

    pub(crate) async fn get<T: Record>(&self, key: Key) -> Result<Option<Kept<T>>, Problem> {
        self.get_item(key).await?.map(decode).transpose()
    }

    /// As [`Store::get`]; somebody else's thing and none at all are the same.
    pub(crate) async fn find<T: Record>(&self, key: Key) -> Result<Kept<T>, Problem> {
        self.get(key).await?.ok_or(Problem::NotFound)
    }

    async fn get_item(&self, key: Key) -> Result<Option<Attributes>, Problem> {
        let call = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(key.attributes()))
            .consistent_read(true);
        Ok(call.send().await.map_err(problem)?.item)
    }

    /// A query of the range, without its limit and filter.
    fn of_range(&self, range: &Range) -> QueryFluentBuilder {
        self.client
            .query()
            .table_name(&self.table)
            .key_condition_expression("#p = :p AND #s BETWEEN :from AND :to")
            .expression_attribute_names("#p", range.index.map_or("pk", |(_, partition)| partition))
            .expression_attribute_names("#s", range.sort)
            .expression_attribute_values(":p", AttributeValue::S(range.partition.clone()))
            .expression_attribute_values(":from", AttributeValue::S(range.from.clone()))
            .expression_attribute_values(":to", AttributeValue::S(range.to.clone()))
            .set_index_name(range.index.map(|(name, _)| name.to_owned()))
    }

    pub(crate) async fn query(&self, range: &Range) -> Result<Slice, Problem> {
        read(self.of_range(range), range).await
    }

    /// As [`Store::query`], and sees what was written a moment ago; at twice the cost, and of no index.
    pub(crate) async fn query_now(&self, range: &Range) -> Result<Slice, Problem> {
        read(self.of_range(range).consistent_read(true), range).await
    }

    /// How many items a range has; its limit and filter don't count. Reads all of it, a megabyte a round trip.
    pub(crate) async fn count(&self, range: &Range) -> Result<u64, Problem> {
        let (mut count, mut start) = (0, None);
        loop {
            let call = self.of_range(range).select(Select::Count).set_exclusive_start_key(start);
            let answer = call.send().await.map_err(problem)?;
            count += u64::try_from(answer.count).unwrap_or_default();
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(count);
            }
        }
    }

    /// Writes an item whatever was there before. Only for records that no decision guards.
    pub(crate) async fn put(&self, item: Attributes) -> Result<(), Problem> {
        let call = self.client.put_item().table_name(&self.table).set_item(Some(item));
        call.send().await.map(drop).map_err(problem)
    }

    /// Writes an item over one that is at `version`.
    pub(crate) async fn put_at(&self, item: Attributes, version: u64) -> Result<(), Problem> {
        let call = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("#version = :version")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":version", AttributeValue::N(version.to_string()));
        match call.send().await {
            Ok(_) => Ok(()),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(PutItemError::is_conditional_check_failed_exception) =>
            {
                Err(Problem::Stale)
            }
            Err(error) => Err(problem(error)),
        }
    }

    pub(crate) async fn delete(&self, key: Key) -> Result<(), Problem> {
        let call = self.client.delete_item().table_name(&self.table).set_key(Some(key.attributes()));
        call.send().await.map(drop).map_err(problem)
    }
}

async fn read(call: QueryFluentBuilder, range: &Range) -> Result<Slice, Problem> {
    let limit = i32::try_from(range.limit).unwrap_or(i32::MAX);
    let mut call = call.scan_index_forward(!range.descending).limit(limit);
    call = call.set_projection_expression(range.bare.then(|| "#s".into()));
    if let Some((expression, values)) = &range.filter {
        call = call.filter_expression(expression);
        for (name, value) in values {
            call = call.expression_attribute_values(name, value.clone());
        }
    }
    let answer = call.send().await.map_err(problem)?;
    let last = answer
        .last_evaluated_key
        .and_then(|key| key.get(range.sort).and_then(|sort| sort.as_s().ok()).cloned());
    let read = u64::try_from(answer.scanned_count).unwrap_or_default();
    Ok(Slice { items: answer.items.unwrap_or_default(), read, last })
}

/// Waits a little longer at each attempt: 20 ms, 40 ms, … 2.5 s.
pub(crate) async fn pause(attempt: u32) {
    tokio::time::sleep(Duration::from_millis(20 << attempt.min(7))).await;
}
