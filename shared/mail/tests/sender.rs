//! The sender against a few lines of SES on loopback.
#![cfg(test)]

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_async::rt::sleep::{SharedAsyncSleep, TokioSleep};
use aws_types::SdkConfig;
use aws_types::region::Region;
use mail::{Mailer, SendError};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

const TAKEN: &str = "<SendRawEmailResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><SendRawEmailResult>\
    <MessageId>0100-abc</MessageId></SendRawEmailResult></SendRawEmailResponse>";

/// Answers every request alike and tells what was asked.
async fn ses(status: u16, body: String) -> (Mailer, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, told) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let asked = request(&mut stream).await;
            let length = body.len();
            let head =
                format!("HTTP/1.1 {status} X\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
            stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
            tell.send(asked).unwrap();
        }
    });
    (mailer(port), told)
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

fn mailer(port: u16) -> Mailer {
    let config = SdkConfig::builder()
        .behavior_version(aws_smithy_runtime_api::client::behavior_version::BehaviorVersion::latest())
        .region(Region::new("eu-central-1"))
        .credentials_provider(SharedCredentialsProvider::new(Credentials::from_keys("key", "secret", None)))
        .sleep_impl(SharedAsyncSleep::new(TokioSleep::new()))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .endpoint_url(format!("http://127.0.0.1:{port}"))
        .build();
    Mailer::new(&config)
}

async fn send(mailer: &Mailer) -> Result<String, SendError> {
    mailer.send_raw("desk@example.com", "zoe@example.com", b"Subject: x\r\n\r\ny".to_vec()).await
}

fn fault(code: &str) -> String {
    format!(
        "<ErrorResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Error><Type>Sender</Type>\
        <Code>{code}</Code><Message>Why not.</Message></Error><RequestId>1</RequestId></ErrorResponse>"
    )
}

#[tokio::test]
async fn a_mail_that_is_taken_returns_its_id() {
    let (mailer, mut told) = ses(200, TAKEN.to_owned()).await;
    assert_eq!(send(&mailer).await, Ok("0100-abc".to_owned()));
    let asked = told.recv().await.unwrap();
    for part in [
        "Action=SendRawEmail",
        "Source=desk%40example.com",
        "Destinations.member.1=zoe%40example.com",
        "RawMessage.Data=U3ViamVjdDogeA0KDQp5",
    ] {
        assert!(asked.contains(part), "{part}: {asked}");
    }
    assert!(!asked.contains("Destinations.member.2"), "{asked}");
}

#[tokio::test]
async fn a_refusal_says_whether_trying_again_helps_and_is_not_retried_here() {
    let cases = [
        (400, "Throttling", SendError::Throttled),
        (400, "MessageRejected", SendError::Rejected("Why not.".to_owned())),
        (400, "InvalidParameterValue", SendError::Rejected("Why not.".to_owned())),
        (400, "MailFromDomainNotVerified", SendError::Unavailable),
        (400, "AccountSendingPaused", SendError::Unavailable),
        (403, "SignatureDoesNotMatch", SendError::Unavailable),
        (500, "InternalFailure", SendError::Unavailable),
        (503, "ServiceUnavailable", SendError::Unavailable),
    ];
    for (status, code, expected) in cases {
        let (mailer, mut told) = ses(status, fault(code)).await;
        assert_eq!(send(&mailer).await, Err(expected), "{code}");
        drop(mailer);
        told.recv().await.unwrap();
        assert!(told.try_recv().is_err(), "{code} was tried twice");
    }
}

#[tokio::test]
async fn nobody_at_home_is_unavailable() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    assert_eq!(send(&mailer(port)).await, Err(SendError::Unavailable));
}
