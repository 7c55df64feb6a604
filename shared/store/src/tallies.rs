//! How often something was done in a window of time: counters that forget themselves.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use domain::{AccountId, Problem, Timestamp, tally::Limit};

use crate::{Store, fault::problem, item::bug, keys};

impl Store {
    /// Counts one more of `what`, and refuses it when that is more than `limit` allows. 1 write.
    pub async fn count_one(
        &self,
        account: AccountId,
        (what, limit): (&str, Limit),
        now: Timestamp,
    ) -> Result<(), Problem> {
        let window = limit.window_at(now);
        let call = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::tally(account, what, window.from).attributes()))
            .update_expression("SET #type = :type, #expires = :expires ADD #count :one")
            .expression_attribute_names("#type", "type")
            .expression_attribute_names("#expires", "expires_at")
            .expression_attribute_names("#count", "count")
            .expression_attribute_values(":type", AttributeValue::S("tally".into()))
            .expression_attribute_values(":expires", number(window.until.as_second()))
            .expression_attribute_values(":one", number(1))
            .return_values(ReturnValue::UpdatedNew);
        let counted = call.send().await.map_err(problem)?.attributes.unwrap_or_default();
        let count = counted.get("count").and_then(|count| count.as_n().ok());
        let count = count.ok_or_else(|| bug("a tally without a count"))?.parse().map_err(bug)?;
        limit.admit(count, window, now)
    }
}

fn number(number: i64) -> AttributeValue {
    AttributeValue::N(number.to_string())
}
