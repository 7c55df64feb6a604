//! Hands bytes to SES.

use aws_sdk_ses::Client;
use aws_sdk_ses::config::retry::RetryConfig;
use aws_sdk_ses::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_ses::operation::send_raw_email::SendRawEmailError;
use aws_sdk_ses::primitives::Blob;
use aws_sdk_ses::types::RawMessage;
use aws_types::SdkConfig;

/// Sends mail by SES.
#[derive(Debug, Clone)]
pub struct Mailer {
    client: Client,
}

/// Why SES has not said that it took the mail.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Too many at once or today: not sent, try later.
    #[error("the mail service asks to slow down")]
    Throttled,
    /// SES will never take this mail; the reason is its own and may name the address.
    #[error("the mail service refused the mail: {0}")]
    Rejected(String),
    /// SES could not be asked, did not answer, or has a fault. After a lost answer the mail may have been sent all the same.
    #[error("the mail service is unavailable")]
    Unavailable,
}

impl Mailer {
    /// Makes the client. The SDK's own retries are off: one after a lost answer would send a second mail, and only the caller,
    /// who keeps the state of each mail, may decide that.
    #[must_use]
    pub fn new(config: &SdkConfig) -> Self {
        let config = aws_sdk_ses::config::Builder::from(config).retry_config(RetryConfig::disabled()).build();
        Self { client: Client::from_conf(config) }
    }

    /// Sends one MIME message to one address and returns SES's id of it.
    pub async fn send_raw(&self, from: &str, to: &str, mime: Vec<u8>) -> Result<String, SendError> {
        let message =
            RawMessage::builder().data(Blob::new(mime)).build().map_err(|_| SendError::Unavailable)?;
        let request = self.client.send_raw_email().source(from).destinations(to).raw_message(message);
        match request.send().await {
            Ok(answer) => Ok(answer.message_id),
            Err(error) => Err(classify(&error)),
        }
    }
}

/// A sender that isn't verified, or sending that is paused, is our own fault and passes: such mail waits, it isn't thrown away.
fn classify<R: std::fmt::Debug>(error: &SdkError<SendRawEmailError, R>) -> SendError {
    let code = error.code().unwrap_or_default();
    tracing::warn!(code, "SES did not take a mail");
    match code {
        "Throttling"
        | "ThrottlingException"
        | "TooManyRequestsException"
        | "LimitExceeded"
        | "LimitExceededException" => SendError::Throttled,
        "MessageRejected" | "InvalidParameterValue" => {
            SendError::Rejected(error.message().unwrap_or(code).to_owned())
        }
        _ => SendError::Unavailable,
    }
}
