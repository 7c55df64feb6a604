//! SES (version 1, query protocol): `SendRawEmail`. Mail is kept, not sent.

use std::collections::HashMap;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::key;
use crate::cloud::Cloud;
use crate::mailbox::{self, Envelope};
use crate::options::ACCOUNT;
use crate::policy::Ask;

/// Answers one request of the query protocol.
pub(super) async fn answer(cloud: &Cloud, key: Option<&str>, body: &[u8]) -> Response {
    let Some(key) = key.filter(|key| key::known(cloud, key)) else {
        return refuse(
            StatusCode::FORBIDDEN,
            "InvalidClientTokenId",
            "The security token included in the request is invalid.",
        );
    };
    let form = Form(form_urlencoded::parse(body).into_owned().collect());
    let action = form.one("Action").unwrap_or_default();
    if action != "SendRawEmail" {
        let message = format!("{action} is not known to the local cloud");
        return refuse(StatusCode::BAD_REQUEST, "InvalidAction", &message);
    }
    let Some(mail) = form.one("RawMessage.Data").and_then(|data| STANDARD.decode(data).ok()) else {
        let message = "RawMessage.Data is missing or not base64";
        return refuse(StatusCode::BAD_REQUEST, "InvalidParameterValue", message);
    };
    let envelope =
        Envelope { from: form.one("Source").map(str::to_owned), to: form.list("Destinations.member.") };
    let from = mailbox::sender(&mail, &envelope);
    if let Err(denied) = cloud.may(key, &ask(cloud, &from)) {
        return refuse(StatusCode::FORBIDDEN, "AccessDenied", &denied);
    }
    match mailbox::keep(cloud, mail, envelope).await {
        Ok(id) => accepted(&id),
        Err(error) => refuse(StatusCode::INTERNAL_SERVER_ERROR, "InternalFailure", &error.to_string()),
    }
}

/// The fields of a request, in order.
struct Form(Vec<(String, String)>);

impl Form {
    fn one(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    fn list(&self, prefix: &str) -> Vec<String> {
        self.0.iter().filter(|(field, _)| field.starts_with(prefix)).map(|(_, value)| value.clone()).collect()
    }
}

fn accepted(id: &str) -> Response {
    let body = format!(
        "<SendRawEmailResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><SendRawEmailResult>\
         <MessageId>{id}</MessageId></SendRawEmailResult>\
         <ResponseMetadata><RequestId>{id}</RequestId></ResponseMetadata></SendRawEmailResponse>"
    );
    xml(StatusCode::OK, &body)
}

/// SES wants a grant on the sender's identity: the address itself or its domain.
fn ask(cloud: &Cloud, from: &str) -> Ask {
    let identity = |name: &str| format!("arn:aws:ses:{}:{ACCOUNT}:identity/{name}", cloud.region);
    let domain = from.rsplit('@').next().unwrap_or(from);
    Ask {
        action: "ses:SendRawEmail".to_owned(),
        resources: vec![identity(domain), identity(from)],
        context: HashMap::from([("ses:FromAddress".to_owned(), vec![from.to_owned()])]),
    }
}

fn refuse(status: StatusCode, code: &str, message: &str) -> Response {
    let message = message.replace('&', "&amp;").replace('<', "&lt;");
    let kind = if status.is_server_error() { "Receiver" } else { "Sender" };
    xml(
        status,
        &format!(
            "<ErrorResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Error><Type>{kind}</Type><Code>{code}</Code>\
         <Message>{message}</Message></Error><RequestId>local</RequestId></ErrorResponse>"
        ),
    )
}

fn xml(status: StatusCode, body: &str) -> Response {
    (status, [("content-type", "text/xml")], body.to_owned()).into_response()
}
