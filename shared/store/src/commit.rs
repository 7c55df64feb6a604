//! Writing: all of it or nothing, in one transaction with the events that tell of it.

use aws_sdk_dynamodb::{
    error::SdkError,
    operation::transact_write_items::TransactWriteItemsError,
    types::{
        AttributeValue, CancellationReason, ConditionCheck, Delete, Put, ReturnValuesOnConditionCheckFailure,
        TransactWriteItem, Update,
    },
};
use domain::{Event, Problem, Timestamp};

use crate::{
    Store,
    fault::problem,
    item::{Attributes, Kept, Record, bug, encode},
    keys::Key,
    table::pause,
};

/// The most legs of one transaction.
pub(crate) const LEGS: usize = 100;
/// How often a transaction is tried again that met another one or a busy table.
const TRIES: u32 = 10;

/// One item of a transaction, and what it means when its condition fails.
#[derive(Debug, Clone)]
pub struct Leg {
    item: TransactWriteItem,
    otherwise: Problem,
}

/// Which leg of a transaction was refused, and the item that was there.
#[derive(Debug)]
pub struct Refusal {
    /// The leg's place, from 0.
    pub leg: usize,
    /// What it means.
    pub problem: Problem,
    /// The item that stood in the way.
    pub(crate) found: Option<Attributes>,
}

impl Leg {
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
        Ok(Self { item: TransactWriteItem::builder().update(update).build(), otherwise: Problem::NotFound })
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
        Ok(Self { item: TransactWriteItem::builder().put(put.build().map_err(bug)?).build(), otherwise })
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

    /// Refuses with `otherwise` when there is an item under the key; changes nothing.
    pub(crate) fn vacant(store: &Store, key: Key, otherwise: Problem) -> Result<Self, Problem> {
        let delete = Delete::builder().condition_expression("attribute_not_exists(pk)");
        Ok(Self::remove(store, delete, key)?.otherwise(otherwise))
    }

    /// Refuses with `otherwise` when there is no item under the key; changes nothing.
    pub(crate) fn there(store: &Store, key: Key, otherwise: Problem) -> Result<Self, Problem> {
        let check = ConditionCheck::builder().condition_expression("attribute_exists(pk)");
        let check = check.table_name(&store.table).set_key(Some(key.attributes())).build().map_err(bug)?;
        Ok(Self { item: TransactWriteItem::builder().condition_check(check).build(), otherwise })
    }

    fn remove(
        store: &Store,
        delete: aws_sdk_dynamodb::types::builders::DeleteBuilder,
        key: Key,
    ) -> Result<Self, Problem> {
        let delete = delete.table_name(&store.table).set_key(Some(key.attributes())).build().map_err(bug)?;
        Ok(Self { item: TransactWriteItem::builder().delete(delete).build(), otherwise: Problem::Stale })
    }
}

impl Store {
    /// Keeps `legs` and `events` together, or neither; names every field that a refused leg stands for.
    pub(crate) async fn commit(&self, mut legs: Vec<Leg>, events: &[Event]) -> Result<(), Problem> {
        for event in events {
            legs.push(Leg::put_new(self, event, Problem::conflict("conflict"))?);
        }
        match self.try_commit(&legs).await? {
            refusals if refusals.is_empty() => Ok(()),
            refusals => Err(join(refusals)),
        }
    }

    /// As [`Store::commit`] for a changed thing that was at `kept`'s version; nothing is written when nothing changed.
    pub(crate) async fn commit_change<T: Record>(
        &self,
        version: u64,
        changed: domain::Changed<T>,
        legs: Vec<Leg>,
    ) -> Result<Kept<T>, Problem> {
        if changed.events.is_empty() {
            return Ok(Kept { thing: changed.now, version });
        }
        self.keep_work(version, changed, legs).await
    }

    /// Keeps `legs`, or says which were refused.
    pub(crate) async fn try_commit(&self, legs: &[Leg]) -> Result<Vec<Refusal>, Problem> {
        for attempt in 0..TRIES {
            let items: Vec<TransactWriteItem> = legs.iter().map(|leg| leg.item.clone()).collect();
            match self.transact(items).await? {
                None => return Ok(vec![]),
                Some(reasons) => {
                    let refusals = refusals(legs, reasons)?;
                    if !refusals.is_empty() {
                        return Ok(refusals);
                    }
                }
            }
            pause(attempt).await;
        }
        Err(Problem::Unavailable("a transaction kept meeting others".into()))
    }

    /// One attempt: `None` when it was kept, else the reason for each leg.
    async fn transact(
        &self,
        items: Vec<TransactWriteItem>,
    ) -> Result<Option<Vec<CancellationReason>>, Problem> {
        match self.client.transact_write_items().set_transact_items(Some(items)).send().await {
            Ok(_) => Ok(None),
            Err(SdkError::ServiceError(service)) if service.err().is_transaction_canceled_exception() => {
                match service.into_err() {
                    TransactWriteItemsError::TransactionCanceledException(cancelled) => {
                        Ok(Some(cancelled.cancellation_reasons.unwrap_or_default()))
                    }
                    other => Err(bug(other)),
                }
            }
            Err(error) => Err(problem(error)),
        }
    }
}

/// The legs whose conditions failed; none when the transaction only met another one or a busy table.
fn refusals(legs: &[Leg], reasons: Vec<CancellationReason>) -> Result<Vec<Refusal>, Problem> {
    let mut refusals = vec![];
    for ((leg, at), reason) in legs.iter().zip(0..).zip(reasons) {
        match reason.code.as_deref() {
            Some("ConditionalCheckFailed") => {
                refusals.push(Refusal { leg: at, problem: leg.otherwise.clone(), found: reason.item });
            }
            None
            | Some("None" | "TransactionConflict" | "ThrottlingError" | "ProvisionedThroughputExceeded") => {}
            Some(code) => return Err(bug(format!("{code}: {}", reason.message.unwrap_or_default()))),
        }
    }
    Ok(refusals)
}

/// All wrong fields in one problem; if a leg stands for anything else, that goes first.
fn join(refusals: Vec<Refusal>) -> Problem {
    let mut fields = vec![];
    for refusal in refusals {
        match refusal.problem {
            Problem::Invalid(errors) => fields.extend(errors),
            other => return other,
        }
    }
    Problem::Invalid(fields)
}
