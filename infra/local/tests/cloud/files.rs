use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SignatureLocation, SigningSettings, sign};
use aws_sigv4::sign::v4;
use reqwest::Method;

use crate::house::House;

#[expect(clippy::disallowed_methods, reason = "signatures are made for real time")]
fn now() -> SystemTime {
    SystemTime::now()
}

/// A presigned address; `id` signs.
fn presign(house: &House, id: &str, method: &Method, path: &str, headers: &[(&str, &str)]) -> String {
    let url = format!("{}{path}", house.cloud.endpoint_url);
    let identity = Credentials::new(id, "local", None, None, "test").into();
    let mut settings = SigningSettings::default();
    settings.signature_location = SignatureLocation::QueryParams;
    settings.expires_in = Some(Duration::from_mins(1));
    settings.percent_encoding_mode = aws_sigv4::http_request::PercentEncodingMode::Single;
    settings.uri_path_normalization_mode = aws_sigv4::http_request::UriPathNormalizationMode::Disabled;
    let parameters = v4::SigningParams::builder()
        .identity(&identity)
        .region("eu-central-1")
        .name("s3")
        .time(now())
        .settings(settings)
        .build()
        .unwrap()
        .into();
    let request =
        SignableRequest::new(method.as_str(), &url, headers.iter().copied(), SignableBody::UnsignedPayload)
            .unwrap();
    let (instructions, _) = sign(request, &parameters).unwrap().into_parts();
    let mut signed = http::Request::builder().method(method.as_str()).uri(&url).body(()).unwrap();
    instructions.apply_to_request_http1x(&mut signed);
    signed.uri().to_string()
}

async fn put(house: &House, id: &str, path: &str, condition: bool) -> u16 {
    let headers: &[(&str, &str)] = if condition { &[("if-none-match", "*")] } else { &[] };
    let mut request = house.client.put(presign(house, id, &Method::PUT, path, headers)).body("a,b\n1,2\n");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn a_presigned_upload_wakes_the_importer_once() {
    let house = House::start().await;
    assert_eq!(put(&house, "Importer", "/local-files/uploads/a.csv", true).await, 200);
    assert_eq!(put(&house, "Importer", "/local-files/uploads/a.csv", true).await, 412, "it is there already");
    house.idle().await;
    let events = house.book.of("importer");
    assert_eq!(events.len(), 1);
    let detail = &events[0]["detail"];
    assert_eq!(events[0]["source"], "aws.s3");
    assert_eq!(
        (detail["object"]["key"].as_str(), detail["object"]["size"].as_u64()),
        (Some("uploads/a.csv"), Some(8))
    );
    assert_eq!(detail["reason"], "PutObject");
    let read = house
        .client
        .get(presign(&house, "Importer", &Method::GET, "/local-files/uploads/a.csv", &[]))
        .header("range", "bytes=4-6");
    let read = read.send().await.unwrap();
    assert_eq!((read.status().as_u16(), read.text().await.unwrap()), (206, "1,2".to_owned()));
    house.cloud.stop().await;
}

/// What is there, and the tag that says it is that.
async fn read(house: &House, path: &str) -> (String, String) {
    let read = house.client.get(presign(house, "Importer", &Method::GET, path, &[])).send().await.unwrap();
    let tag = read.headers()["etag"].to_str().unwrap().to_owned();
    (read.text().await.unwrap(), tag)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_and_its_tag_belong_together_whoever_hangs_up_or_writes_at_the_same_time() {
    let house = House::start().await;
    let path = "/local-files/uploads/both";
    let write = |body: &'static str| {
        house.client.put(presign(&house, "Importer", &Method::PUT, path, &[])).body(body).send()
    };
    let mut tags = std::collections::HashMap::new();
    for body in ["one", "another"] {
        assert_eq!(write(body).await.unwrap().status(), 200);
        let (text, tag) = read(&house, path).await;
        tags.insert(text, tag);
    }
    for turn in 0..300 {
        let patience = Duration::from_micros(turn * 37 % 1500);
        let hasty = tokio::time::timeout(patience, write("one"));
        let (_, written, found) = futures::join!(hasty, write("another"), read(&house, path));
        assert_eq!(written.unwrap().status(), 200);
        assert_eq!(tags[&found.0], found.1, "turn {turn}, meanwhile");
        let (text, tag) = read(&house, path).await;
        assert_eq!(tags[&text], tag, "turn {turn}, afterwards");
    }
    house.cloud.stop().await;
}

#[tokio::test]
async fn files_need_a_grant_and_an_honest_signature() {
    let house = House::start().await;
    assert_eq!(put(&house, "Importer", "/local-files/secret/a.csv", false).await, 403);
    assert_eq!(put(&house, "Mailer", "/local-files/uploads/a.csv", false).await, 403);
    assert_eq!(put(&house, "local", "/local-files/secret/a.csv", false).await, 200);
    let signed = presign(&house, "Importer", &Method::PUT, "/local-files/uploads/a.csv", &[]);
    let forged = house.client.put(signed.replace("a.csv", "b.csv")).body("x").send().await.unwrap();
    assert_eq!(forged.status(), 403);
    house.cloud.stop().await;
}

#[tokio::test]
async fn a_key_stays_in_its_bucket() {
    let house = House::start().await;
    for key in ["uploads/%2E%2E/%2E%2E/x.csv", "a//b", "uploads/./x", "%2E%2E%2Fescaped"] {
        let status = put(&house, "local", &format!("/local-files/{key}"), false).await;
        assert!((400..500).contains(&status), "{key}: {status}");
    }
    assert_eq!(
        put(&house, "local", "/local-files/a..b/c...csv", false).await,
        200,
        "dots in a name are fine"
    );
    house.cloud.stop().await;
}

#[tokio::test]
async fn browsers_of_the_web_app_may_upload() {
    let house = House::start().await;
    let preflight = |origin: &str| {
        house
            .client
            .request(Method::OPTIONS, format!("{}/local-files/uploads/a.csv", house.cloud.endpoint_url))
            .header("origin", origin)
            .header("access-control-request-method", "PUT")
            .header("access-control-request-headers", "content-type")
            .send()
    };
    let yes = preflight("http://web.test").await.unwrap();
    assert_eq!(
        (yes.status().as_u16(), yes.headers()["access-control-allow-origin"].to_str().unwrap()),
        (200, "http://web.test")
    );
    assert_eq!(preflight("http://evil.test").await.unwrap().status(), 403);

    house.cloud.stop().await;
}

#[tokio::test]
async fn old_files_go() {
    let house = House::start().await;
    put(&house, "local", "/local-files/uploads/a.csv", false).await;
    put(&house, "local", "/local-files/kept/a.csv", false).await;
    house.cloud.advance(8 * 86_400).await.unwrap();
    let there = async |path: &str| {
        house
            .client
            .get(presign(&house, "local", &Method::GET, path, &[]))
            .send()
            .await
            .unwrap()
            .status()
            .as_u16()
    };
    for _ in 0..100 {
        if there("/local-files/uploads/a.csv").await == 404 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(there("/local-files/uploads/a.csv").await, 404);
    assert_eq!(there("/local-files/kept/a.csv").await, 200);
    house.cloud.stop().await;
}
