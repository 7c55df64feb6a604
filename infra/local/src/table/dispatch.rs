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

/// Answers of transactions by their token, with a hash of the items that they were for.
pub(crate) type Tokens = Arc<Mutex<HashMap<String, (Instant, u64, Value)>>>;

macro_rules! operations {
    ($engine:ident, $operation:ident, $body:ident; $($name:literal => $module:ident),* $(,)?) => {
        match $operation {
            $($name => {
                let request = decode($body)?;
                let answer = $engine.run(move |storage| finish(actions::$module::execute(storage, request)).map_err(Refusal::from));
                encode(&answer.await?)
            })*
            other => Err(DynoxideError::ValidationException(format!("{other} is not known to the local cloud")).into()),
        }
    };
}

/// Does one operation.
pub(crate) async fn dispatch(
    engine: &Engine,
    tokens: &Tokens,
    operation: &str,
    body: Value,
) -> Result<Value, Refusal> {
    match operation {
        "TransactWriteItems" => return transact(engine, tokens, body).await,
        "DescribeTable" => {
            let request = decode(body)?;
            let answer = engine.run(move |storage| {
                finish(actions::describe_table::execute(storage, request, &VectorIndexLifecycle::new()))
                    .map_err(Refusal::from)
            });
            return encode(&answer.await?);
        }
        _ => {}
    }
    operations!(engine, operation, body;
        "GetItem" => get_item, "PutItem" => put_item, "UpdateItem" => update_item, "DeleteItem" => delete_item,
        "Query" => query, "Scan" => scan, "BatchGetItem" => batch_get_item, "BatchWriteItem" => batch_write_item,
        "TransactGetItems" => transact_get_items, "ListTables" => list_tables,
        "DescribeTimeToLive" => describe_time_to_live, "ListStreams" => list_streams, "DescribeStream" => describe_stream,
        "GetShardIterator" => get_shard_iterator, "GetRecords" => get_records, "ListTagsOfResource" => list_tags_of_resource,
    )
}

/// The same token answers the same without writing again. Looked up on the table's thread, so two calls can't race.
async fn transact(engine: &Engine, tokens: &Tokens, body: Value) -> Result<Value, Refusal> {
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
            let answer = encode(&finish(actions::transact_write_items::execute(storage, request))?)?;
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

fn encode<T: Serialize>(answer: &T) -> Result<Value, Refusal> {
    serde_json::to_value(answer).map_err(|e| DynoxideError::InternalServerError(e.to_string()).into())
}
