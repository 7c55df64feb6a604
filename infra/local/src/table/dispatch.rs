//! The operations of `DynamoDB`'s JSON API.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use dynoxide::DynoxideError;
use dynoxide::actions;
use dynoxide::actions::vector_lifecycle::VectorIndexLifecycle;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Engine, finish};
use crate::error::Error;

/// How long `TransactWriteItems` remembers a token.
const TOKEN_LIFE: Duration = Duration::from_mins(10);

/// An error as `DynamoDB` answers it: a status and a JSON body.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub status: u16,
    pub body: String,
}

impl From<DynoxideError> for Refusal {
    fn from(error: DynoxideError) -> Self {
        Self { status: error.status_code(), body: error.to_json() }
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        DynoxideError::InternalServerError(error.to_string()).into()
    }
}

/// As many tokens are remembered at the most; the SDK makes one for every transaction.
const TOKENS: usize = 1000;

/// An answer, written out at once, and apart from it what was consumed.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub body: String,
    pub consumed: Value,
}

/// Answers of transactions by their token, with a hash of the items that they were for.
pub(crate) type Tokens = Arc<Mutex<HashMap<String, (Instant, u64, Answer)>>>;

macro_rules! operations {
    ($engine:ident, $operation:ident, $body:ident, $told:ident;
        measured $($name:literal => $module:ident),*; others $($other:literal => $plain:ident),* $(,)?) => {
        match $operation {
            $($name => {
                let request = decode($body)?;
                let answer = $engine.run(move |storage| finish(actions::$module::execute(storage, request)).map_err(Refusal::from));
                let mut answer = answer.await?;
                let consumed = consumed(&mut answer.consumed_capacity, $told);
                encode(&answer, consumed)
            })*
            $($other => {
                let request = decode($body)?;
                let answer = $engine.run(move |storage| finish(actions::$plain::execute(storage, request)).map_err(Refusal::from));
                encode(&answer.await?, Value::Null)
            })*
            other => Err(DynoxideError::ValidationException(format!("{other} is not known to the local cloud")).into()),
        }
    };
}

/// Does one operation; `told` is whether its answer says what was consumed.
pub(crate) async fn dispatch(
    engine: &Engine,
    tokens: &Tokens,
    operation: &str,
    (body, told): (Value, bool),
) -> Result<Answer, Refusal> {
    match operation {
        "TransactWriteItems" => return transact(engine, tokens, (body, told)).await,
        "DescribeTable" => {
            let request = decode(body)?;
            let answer = engine.run(move |storage| {
                finish(actions::describe_table::execute(storage, request, &VectorIndexLifecycle::new()))
                    .map_err(Refusal::from)
            });
            return encode(&answer.await?, Value::Null);
        }
        _ => {}
    }
    operations!(engine, operation, body, told; measured
        "GetItem" => get_item, "PutItem" => put_item, "UpdateItem" => update_item, "DeleteItem" => delete_item,
        "Query" => query, "Scan" => scan, "BatchGetItem" => batch_get_item, "BatchWriteItem" => batch_write_item,
        "TransactGetItems" => transact_get_items; others "ListTables" => list_tables,
        "DescribeTimeToLive" => describe_time_to_live, "ListStreams" => list_streams, "DescribeStream" => describe_stream,
        "GetShardIterator" => get_shard_iterator, "GetRecords" => get_records, "ListTagsOfResource" => list_tags_of_resource,
    )
}

/// The same token answers the same without writing again. Looked up on the table's thread, so two calls can't race.
async fn transact(engine: &Engine, tokens: &Tokens, (body, told): (Value, bool)) -> Result<Answer, Refusal> {
    let tokens = Arc::clone(tokens);
    let token = body.get("ClientRequestToken").and_then(Value::as_str).map(str::to_owned);
    let mut hasher = DefaultHasher::new();
    body.get("TransactItems").hash(&mut hasher);
    let items = hasher.finish();
    let request = decode(body)?;
    engine
        .run(move |storage| {
            let mut known = tokens.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((_, earlier, answer)) = token.as_ref().and_then(|token| known.get(token)) {
                let mismatch = || {
                    DynoxideError::IdempotentParameterMismatchException(
                        "the token was used for other items".to_owned(),
                    )
                };
                return if *earlier == items { Ok(answer.clone()) } else { Err(mismatch().into()) };
            }
            let mut answer = finish(actions::transact_write_items::execute(storage, request))?;
            let consumed = consumed(&mut answer.consumed_capacity, told);
            let answer = encode(&answer, consumed)?;
            if let Some(token) = token {
                if known.len() >= TOKENS {
                    known.retain(|_, (at, _, _)| at.elapsed() < TOKEN_LIFE);
                }
                if known.len() >= TOKENS {
                    known.clear();
                }
                known.insert(token, (Instant::now(), items, answer.clone()));
            }
            Ok(answer)
        })
        .await
}

fn decode<T: DeserializeOwned>(body: Value) -> Result<T, Refusal> {
    // dynoxide marks what kind of refusal a value deserves at the beginning of the message.
    serde_json::from_value(body).map_err(|error| {
        let message = error.to_string();
        let plain = message.rsplit_once("VALIDATION_REQUEST:").or_else(|| message.rsplit_once("VALIDATION:"));
        match plain {
            Some((_, text)) => DynoxideError::ValidationException(text.to_owned()).into(),
            None => DynoxideError::SerializationException(message).into(),
        }
    })
}

/// What was consumed; taken out of the answer unless it is to be told.
fn consumed<T: Serialize>(capacity: &mut Option<T>, told: bool) -> Value {
    let consumed = serde_json::to_value(&*capacity).unwrap_or_default();
    if !told {
        *capacity = None;
    }
    consumed
}

fn encode<T: Serialize>(answer: &T, consumed: Value) -> Result<Answer, Refusal> {
    let body = serde_json::to_string(answer);
    let body = body.map_err(|e| DynoxideError::InternalServerError(e.to_string()))?;
    Ok(Answer { body, consumed })
}
