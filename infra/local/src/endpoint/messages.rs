//! End User Messaging: `SendTextMessage` and `SendVoiceMessage`. Nobody's telephone rings: messages are kept.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::{json_body, refuse};
use crate::cloud::Cloud;
use crate::messagebox::{self, Message};
use crate::options::ACCOUNT;
use crate::policy::Ask;

/// Answers one of the two calls.
pub(super) async fn answer(cloud: &Cloud, key: &str, operation: &str, body: &Value) -> Response {
    let kind = match operation {
        "SendTextMessage" => "sms",
        "SendVoiceMessage" => "call",
        _ => {
            let message = format!("sms-voice:{operation} is not known to the local cloud");
            return refuse("UnknownOperationException", &message);
        }
    };
    let said = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    let (from, to, text) = (said("OriginationIdentity"), said("DestinationPhoneNumber"), said("MessageBody"));
    let identity = format!("arn:aws:sms-voice:{}:{ACCOUNT}:phone-number/{from}", cloud.region);
    let ask = Ask { action: format!("sms-voice:{operation}"), resources: vec![identity], ..Ask::default() };
    if let Err(denied) = cloud.may(key, &ask) {
        return refuse("AccessDeniedException", &denied);
    }
    let is_number = to.strip_prefix('+').is_some_and(|digits| {
        (8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    if !is_number || text.is_empty() || from.is_empty() {
        return refuse(
            "ValidationException",
            "A number in the form of E.164, a text and an origin are wanted",
        );
    }
    let voice = body["VoiceId"].as_str().map(str::to_owned);
    let message =
        Message { id: String::new(), at: String::new(), kind: kind.to_owned(), from, to, text, voice };
    match messagebox::keep(cloud, message).await {
        Ok(id) => json_body(StatusCode::OK, json!({ "MessageId": id }).to_string()),
        Err(error) => json_body(
            StatusCode::INTERNAL_SERVER_ERROR,
            json!({ "__type": "InternalServerException", "message": error.to_string() }).to_string(),
        ),
    }
}
