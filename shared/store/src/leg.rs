//! One item of a transaction, with its condition.

use aws_sdk_dynamodb::types::{
    AttributeValue, ConditionCheck, Delete, Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem,
    Update,
};
use domain::{Problem, Timestamp};

use crate::{
    Store,
    item::{Attributes, Record, bug, encode},
    keys::Key,
};

/// One item of a transaction, and what it means when its condition fails.
#[derive(Debug, Clone)]
pub struct Leg {
    pub(crate) item: TransactWriteItem,
    pub(crate) otherwise: Problem,
    /// What it means instead, where an item stands in the way.
    pub(crate) found: Option<Problem>,
}

impl Leg {
    pub(crate) fn new(item: TransactWriteItem, otherwise: Problem) -> Self {
        Self { item, otherwise, found: None }
    }

    /// Writes a new item, or refuses with `otherwise` when its key is taken.
    pub(crate) fn put_new<T: Record>(store: &Store, thing: &T, otherwise: Problem) -> Result<Self, Problem> {
        let put = Put::builder().condition_expression("attribute_not_exists(pk)");
        Self::put(store, put, encode(thing, 1)?, otherwise)
    }

    /// Writes a changed item, or refuses as stale when it is no longer at `version`.
    pub(crate) fn replace<T: Record>(store: &Store, thing: &T, version: u64) -> Result<Self, Problem> {
        Self::replace_item(store, encode(thing, version + 1)?, version)
    }

    /// Writes an item over the one at its key, whatever that is by now.
    pub(crate) fn put_item(store: &Store, item: Attributes) -> Result<Self, Problem> {
        Self::put(store, Put::builder(), item, Problem::Stale)
    }

    /// Writes an item over one that is at `version`.
    pub(crate) fn replace_item(store: &Store, item: Attributes, version: u64) -> Result<Self, Problem> {
        let put = Put::builder()
            .condition_expression("#version = :version")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":version", AttributeValue::N(version.to_string()));
        Self::put(store, put, item, Problem::Stale)
    }

    /// As [`Leg::replace_item`], and refuses as stale, too, when its last report is no longer the one at `seen`.
    pub(crate) fn replace_unmoved(
        store: &Store,
        item: Attributes,
        version: u64,
        seen: AttributeValue,
    ) -> Result<Self, Problem> {
        let put = Put::builder()
            .condition_expression("#version = :version AND #data.seen_at = :seen")
            .expression_attribute_names("#version", "version")
            .expression_attribute_names("#data", "data")
            .expression_attribute_values(":version", AttributeValue::N(version.to_string()))
            .expression_attribute_values(":seen", seen);
        Self::put(store, put, item, Problem::Stale)
    }

    /// Writes an item whatever was there before: a record that another leg's condition guards.
    pub(crate) fn put_over<T: Record>(store: &Store, thing: &T) -> Result<Self, Problem> {
        Self::put_item(store, encode(thing, 1)?)
    }

    /// Takes a key that only one may have, for `owner`.
    pub(crate) fn claim(store: &Store, key: Key, owner: &str, otherwise: Problem) -> Result<Self, Problem> {
        let mut item = key.attributes();
        item.insert("type".into(), AttributeValue::S("claim".into()));
        item.insert("owner".into(), AttributeValue::S(owner.into()));
        let put = Put::builder().condition_expression("attribute_not_exists(pk)");
        Self::put(store, put, item, otherwise)
    }

    /// Writes an item whose key nobody has, or somebody whose time was over at `now`; the table forgets late.
    pub(crate) fn put_expired<T: Record>(
        store: &Store,
        thing: &T,
        now: Timestamp,
        otherwise: Problem,
    ) -> Result<Self, Problem> {
        let put = Put::builder()
            .condition_expression("attribute_not_exists(pk) OR expires_at <= :now")
            .expression_attribute_values(":now", AttributeValue::N(now.as_second().to_string()));
        Self::put(store, put, encode(thing, 1)?, otherwise)
    }

    /// Adds to a number of the thing at `key`, which must be there. Its version stays: nobody decides by the number.
    pub(crate) fn add(store: &Store, key: Key, field: &str, number: u64) -> Result<Self, Problem> {
        let update = Update::builder()
            .table_name(&store.table)
            .set_key(Some(key.attributes()))
            .update_expression("SET #data.#field = #data.#field + :number")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_names("#data", "data")
            .expression_attribute_names("#field", field)
            .expression_attribute_values(":number", AttributeValue::N(number.to_string()));
        let update = update.build().map_err(bug)?;
        Ok(Self::new(TransactWriteItem::builder().update(update).build(), Problem::NotFound))
    }

    fn put(
        store: &Store,
        put: aws_sdk_dynamodb::types::builders::PutBuilder,
        item: Attributes,
        otherwise: Problem,
    ) -> Result<Self, Problem> {
        let put = put
            .table_name(&store.table)
            .set_item(Some(item))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        Ok(Self::new(TransactWriteItem::builder().put(put.build().map_err(bug)?).build(), otherwise))
    }

    /// The same leg, which means something else when it is refused.
    #[must_use]
    pub(crate) fn otherwise(self, otherwise: Problem) -> Self {
        Self { otherwise, ..self }
    }

    /// Gives up an item.
    pub(crate) fn release(store: &Store, key: Key) -> Result<Self, Problem> {
        Self::remove(store, Delete::builder(), key)
    }

    /// Deletes an item, or refuses as stale when it is no longer at `version`.
    pub(crate) fn delete(store: &Store, key: Key, version: u64) -> Result<Self, Problem> {
        let delete = Delete::builder()
            .condition_expression("#version = :version")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":version", AttributeValue::N(version.to_string()));
        Self::remove(store, delete, key)
    }

    /// Deletes the thing at `key`, or refuses with `otherwise` unless it is there, with these texts in its fields.
    pub(crate) fn delete_with(
        store: &Store,
        key: Key,
        fields: &[(&str, &str)],
        otherwise: Problem,
    ) -> Result<Self, Problem> {
        let mut delete = Delete::builder();
        let mut condition = "attribute_exists(pk)".to_owned();
        for (field, text) in fields {
            condition.extend([" AND #data.#", field, " = :", field]);
            delete = delete
                .expression_attribute_names("#data", "data")
                .expression_attribute_names(format!("#{field}"), *field)
                .expression_attribute_values(format!(":{field}"), AttributeValue::S((*text).into()));
        }
        Ok(Self::remove(store, delete.condition_expression(condition), key)?.otherwise(otherwise))
    }

    /// Refuses with `otherwise` when there is an item under the key; changes nothing.
    pub(crate) fn vacant(store: &Store, key: Key, otherwise: Problem) -> Result<Self, Problem> {
        let delete = Delete::builder().condition_expression("attribute_not_exists(pk)");
        Ok(Self::remove(store, delete, key)?.otherwise(otherwise))
    }

    /// Refuses with `otherwise` when there is no item under the key; changes nothing.
    pub(crate) fn there(store: &Store, key: Key, otherwise: Problem) -> Result<Self, Problem> {
        Self::with(store, key, &[], otherwise)
    }

    /// Refuses in `field` unless the company is there and stays; changes nothing.
    pub(crate) fn company_stays(store: &Store, key: Key, field: &str) -> Result<Self, Problem> {
        let check = ConditionCheck::builder()
            .table_name(&store.table)
            .set_key(Some(key.attributes()))
            .condition_expression("attribute_exists(pk) AND attribute_not_exists(#data.#merge.#into)")
            .expression_attribute_names("#data", "data")
            .expression_attribute_names("#merge", "merge")
            .expression_attribute_names("#into", "into")
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let check = check.build().map_err(bug)?;
        let item = TransactWriteItem::builder().condition_check(check).build();
        let merging = Some(Problem::field(field, "company_merging"));
        Ok(Self { found: merging, ..Self::new(item, Problem::field(field, "company_unknown")) })
    }

    /// Refuses with `otherwise` unless the thing at `key` is there, with these texts in its fields; changes nothing.
    pub(crate) fn with(
        store: &Store,
        key: Key,
        fields: &[(&str, &str)],
        otherwise: Problem,
    ) -> Result<Self, Problem> {
        let mut check = ConditionCheck::builder();
        let mut condition = "attribute_exists(pk)".to_owned();
        for (field, text) in fields {
            condition.extend([" AND #data.#", field, " = :", field]);
            check = check
                .expression_attribute_names("#data", "data")
                .expression_attribute_names(format!("#{field}"), *field)
                .expression_attribute_values(format!(":{field}"), AttributeValue::S((*text).into()));
        }
        let check = check.condition_expression(condition).table_name(&store.table);
        let check = check.set_key(Some(key.attributes())).build().map_err(bug)?;
        Ok(Self::new(TransactWriteItem::builder().condition_check(check).build(), otherwise))
    }

    fn remove(
        store: &Store,
        delete: aws_sdk_dynamodb::types::builders::DeleteBuilder,
        key: Key,
    ) -> Result<Self, Problem> {
        let delete = delete.table_name(&store.table).set_key(Some(key.attributes())).build().map_err(bug)?;
        Ok(Self::new(TransactWriteItem::builder().delete(delete).build(), Problem::Stale))
    }
}
