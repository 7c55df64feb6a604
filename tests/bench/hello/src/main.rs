//! The floor under every function: the Lambda runtime and nothing else. `tests/bench/run init` compares with it.

use std::future::ready;

use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde_json::Value;

fn main() -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let hello = service_fn(|event: LambdaEvent<Value>| ready(Ok::<_, Error>(event.payload)));
    runtime.block_on(lambda_runtime::run(hello))
}
