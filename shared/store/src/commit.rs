//! Writing: all of it or nothing, in one transaction with the events that tell of it.

use aws_sdk_dynamodb::{
    error::SdkError,
    operation::transact_write_items::TransactWriteItemsError,
    types::{CancellationReason, TransactWriteItem},
};
use domain::{Event, Problem};

use crate::{
    Leg, Store,
    fault::problem,
    item::{Attributes, Kept, Record, bug},
    ledger::Ledger,
    table::pause,
};

/// The most legs of one transaction.
pub(crate) const LEGS: usize = 100;
/// How often a transaction is tried again that met another one or a busy table.
const TRIES: u32 = 10;

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

impl Store {
    /// Keeps `legs` and `events` together, or neither; names every field that a refused leg stands for. Where a request is
    /// answered once, they are held back until its answer is known: then it is the request that is refused.
    pub(crate) async fn commit(&self, legs: Vec<Leg>, events: &[Event]) -> Result<(), Problem> {
        match Ledger::hold(self.with_events(legs, events)?) {
            Some(legs) => self.commit_legs(&legs).await,
            None => Ok(()),
        }
    }

    /// As [`Store::commit`], and at once: what stays true even when the request that it belongs to is refused.
    pub(crate) async fn commit_at_once(&self, legs: Vec<Leg>, events: &[Event]) -> Result<(), Problem> {
        self.commit_legs(&self.with_events(legs, events)?).await
    }

    fn with_events(&self, mut legs: Vec<Leg>, events: &[Event]) -> Result<Vec<Leg>, Problem> {
        for event in events {
            legs.push(Leg::put_new(self, event, Problem::conflict("conflict"))?);
        }
        Ok(legs)
    }

    async fn commit_legs(&self, legs: &[Leg]) -> Result<(), Problem> {
        match self.try_commit(legs).await? {
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
                let problem = leg.found.as_ref().filter(|_| reason.item.is_some()).unwrap_or(&leg.otherwise);
                refusals.push(Refusal { leg: at, problem: problem.clone(), found: reason.item });
            }
            None
            | Some("None" | "TransactionConflict" | "ThrottlingError" | "ProvisionedThroughputExceeded") => {}
            Some(code) => return Err(bug(format!("{code}: {}", reason.message.unwrap_or_default()))),
        }
    }
    Ok(refusals)
}

/// All wrong fields in one problem; if a leg stands for anything else, that goes first.
pub(crate) fn join(refusals: Vec<Refusal>) -> Problem {
    let mut fields = vec![];
    for refusal in refusals {
        match refusal.problem {
            Problem::Invalid(errors) => fields.extend(errors),
            other => return other,
        }
    }
    Problem::Invalid(fields)
}
