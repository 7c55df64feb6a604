//! What the SDK's errors mean: busy, or broken. Conditions that fail are no errors; `commit` reads them.

use aws_sdk_dynamodb::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use domain::Problem;

const BUSY: [&str; 6] = [
    "ProvisionedThroughputExceededException",
    "ThrottlingException",
    "RequestLimitExceeded",
    "LimitExceededException",
    "InternalServerError",
    "TransactionInProgressException",
];

/// The problem behind an SDK error: unavailable when trying again may help, else a bug.
pub(crate) fn problem<E>(error: SdkError<E>) -> Problem
where
    E: ProvideErrorMetadata + std::error::Error + Send + Sync + 'static,
{
    let passing = match &error {
        SdkError::ServiceError(service) => service.err().code().is_some_and(|code| BUSY.contains(&code)),
        SdkError::TimeoutError(_) | SdkError::DispatchFailure(_) | SdkError::ResponseError(_) => true,
        _ => false,
    };
    let text = format!("{}", DisplayErrorContext(error));
    if passing { Problem::Unavailable(text) } else { Problem::Bug(text) }
}
