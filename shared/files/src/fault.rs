//! What the SDK's errors mean.

use aws_sdk_s3::{
    error::{DisplayErrorContext, SdkError},
    primitives::ByteStreamError,
};
use domain::Problem;

/// The problem behind an SDK error; stale when the file is not the one that was asked for. S3 asks to try again for anything in the 500s and for too many requests.
pub(crate) fn problem<E>(error: SdkError<E>) -> Problem
where
    E: std::error::Error + Send + Sync + 'static,
{
    if error.raw_response().is_some_and(|raw| raw.status().as_u16() == 412) {
        return Problem::Stale;
    }
    let passing = match &error {
        SdkError::ServiceError(service) => matches!(service.raw().status().as_u16(), 429 | 500..),
        SdkError::TimeoutError(_) | SdkError::DispatchFailure(_) | SdkError::ResponseError(_) => true,
        _ => false,
    };
    let text = format!("{}", DisplayErrorContext(error));
    if passing { Problem::Unavailable(text) } else { Problem::Bug(text) }
}

/// A body that ended too early.
pub(crate) fn broken_off(error: ByteStreamError) -> Problem {
    Problem::Unavailable(error.to_string())
}
