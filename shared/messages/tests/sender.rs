//! The sender against a few lines of End User Messaging on loopback.
#![cfg(test)]

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_async::rt::sleep::{SharedAsyncSleep, TokioSleep};
use aws_types::SdkConfig;
use aws_types::region::Region;
use domain::Locale;
use messages::{Messenger, SendError};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

const TAKEN: &str = "{\"MessageId\":\"msg-1\"}";

/// Answers every request alike and tells what was asked.
async fn service(status: u16, body: &'static str) -> (Messenger, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, told) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let asked = request(&mut stream).await;
            let length = body.len();
            let head = format!(
                "HTTP/1.1 {status} X\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
            );
            stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
            tell.send(asked).unwrap();
        }
    });
    (messenger(port), told)
}

async fn request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    loop {
        let mut chunk = [0; 4096];
        let read = stream.read(&mut chunk).await.unwrap();
        bytes.extend_from_slice(&chunk[..read]);
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let head = head.to_lowercase();
            let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
            if read == 0 || length.is_none_or(|length| body.len() >= length.parse().unwrap()) {
                return body.to_owned();
            }
        }
    }
}

fn messenger(port: u16) -> Messenger {
    let config = SdkConfig::builder()
        .behavior_version(aws_smithy_runtime_api::client::behavior_version::BehaviorVersion::latest())
        .region(Region::new("eu-central-1"))
        .credentials_provider(SharedCredentialsProvider::new(Credentials::from_keys("key", "secret", None)))
        .sleep_impl(SharedAsyncSleep::new(TokioSleep::new()))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .endpoint_url(format!("http://127.0.0.1:{port}"))
        .build();
    Messenger::new(&config, "+4930000000")
}

#[tokio::test]
async fn a_text_message_that_is_taken_returns_its_id() {
    let (messenger, mut told) = service(200, TAKEN).await;
    assert_eq!(messenger.text("+491701234567", "Hello").await, Ok("msg-1".to_owned()));
    let asked = told.recv().await.unwrap();
    for part in ["+491701234567", "+4930000000", "Hello", "TRANSACTIONAL"] {
        assert!(asked.contains(part), "{part}: {asked}");
    }
}

#[tokio::test]
async fn a_call_speaks_the_language_of_the_text() {
    let (messenger, mut told) = service(200, TAKEN).await;
    assert_eq!(messenger.call("+491701234567", "Guten Tag", Locale::De).await, Ok("msg-1".to_owned()));
    let asked = told.recv().await.unwrap();
    assert!(asked.contains("Guten Tag") && asked.contains("MARLENE"), "{asked}");
}

/// Nothing is sent twice by the client itself.
#[tokio::test]
async fn a_refusal_says_whether_trying_again_may_help() {
    let faults = [
        (400, "{\"__type\":\"ValidationException\"}", SendError::Rejected),
        (400, "{\"__type\":\"ConflictException\"}", SendError::Rejected),
        (400, "{\"__type\":\"ThrottlingException\"}", SendError::Throttled),
        (400, "{\"__type\":\"AccessDeniedException\"}", SendError::Unavailable),
        (500, "{\"__type\":\"InternalServerException\"}", SendError::Unavailable),
    ];
    for (status, body, expected) in faults {
        let (messenger, mut told) = service(status, body).await;
        assert_eq!(messenger.text("+491701234567", "Hello").await, Err(expected), "{body}");
        told.recv().await.unwrap();
        assert!(told.try_recv().is_err(), "asked once");
    }
}
