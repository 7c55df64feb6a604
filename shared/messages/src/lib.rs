//! Text messages and calls, handed to AWS End User Messaging. Only this crate knows it.
//!
//! What is said is written elsewhere: a message here is a number, a text, and the language to speak it in.

use aws_sdk_pinpointsmsvoicev2::{
    Client,
    config::retry::RetryConfig,
    error::{ProvideErrorMetadata, SdkError},
    types::{MessageType, VoiceId},
};
use aws_types::SdkConfig;
use domain::Locale;

/// Sends text messages and calls from one number or pool.
#[derive(Debug, Clone)]
pub struct Messenger {
    client: Client,
    from: String,
}

/// Why nothing was sent, as far as anybody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Too many at once, or this month: not sent, try later.
    #[error("the message service asks to slow down")]
    Throttled,
    /// The service will never send this: the number is none, has opted out, or lies where the sender may not send.
    #[error("the message service refused the message")]
    Rejected,
    /// The service could not be asked, did not answer, or has a fault. After a lost answer the message may have been sent all
    /// the same.
    #[error("the message service is unavailable")]
    Unavailable,
}

impl Messenger {
    /// Sends from `from`: a number, a pool or a sender's name, as End User Messaging knows it. The SDK's own retries are off: one
    /// after a lost answer would send twice, and only the caller, who keeps the state of each message, may decide that.
    #[must_use]
    pub fn new(config: &SdkConfig, from: &str) -> Self {
        let config = aws_sdk_pinpointsmsvoicev2::config::Builder::from(config)
            .retry_config(RetryConfig::disabled())
            .build();
        Self { client: Client::from_conf(config), from: from.to_owned() }
    }

    /// Sends a text message to a number (E.164), and returns the service's id of it.
    pub async fn text(&self, to: &str, text: &str) -> Result<String, SendError> {
        let request = self
            .client
            .send_text_message()
            .destination_phone_number(to)
            .origination_identity(&self.from)
            .message_body(text)
            .message_type(MessageType::Transactional);
        let answer = request.send().await.map_err(|error| classify(&error))?;
        answer.message_id.ok_or(SendError::Unavailable)
    }

    /// Calls a number (E.164) and speaks a text, and returns the service's id of the call.
    pub async fn call(&self, to: &str, text: &str, locale: Locale) -> Result<String, SendError> {
        let request = self
            .client
            .send_voice_message()
            .destination_phone_number(to)
            .origination_identity(&self.from)
            .message_body(text)
            .voice_id(voice(locale));
        let answer = request.send().await.map_err(|error| classify(&error))?;
        answer.message_id.ok_or(SendError::Unavailable)
    }
}

/// Who speaks a language.
fn voice(locale: Locale) -> VoiceId {
    match locale {
        Locale::De => VoiceId::Marlene,
        Locale::En => VoiceId::Amy,
        Locale::Es => VoiceId::Lucia,
        Locale::Fr => VoiceId::Celine,
        Locale::It => VoiceId::Bianca,
        Locale::Pt => VoiceId::Ines,
    }
}

/// What is our own fault, as a number that is not ours, passes: such a message waits, it isn't thrown away.
fn classify<E: ProvideErrorMetadata, R: std::fmt::Debug>(error: &SdkError<E, R>) -> SendError {
    let code = error.code().unwrap_or_default();
    tracing::warn!(code, "a message was not taken");
    match code {
        "ThrottlingException" | "ServiceQuotaExceededException" => SendError::Throttled,
        "ValidationException" | "ConflictException" => SendError::Rejected,
        _ => SendError::Unavailable,
    }
}
