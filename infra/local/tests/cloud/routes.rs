use std::time::{Duration, Instant};

use local::{Data, Error, Local};
use serde_json::json;

use crate::house::House;
use crate::toys::{Book, options};

#[tokio::test]
async fn only_the_templates_routes_exist_and_the_most_specific_wins() {
    let house = House::start().await;
    for path in ["/v1/notes/mine", "/v1/notes/7", "/v1/notes/7/parts/2", "/v1/files/a/b/c"] {
        let (status, answer) = house.get(path).await;
        assert_eq!((status, answer["path"].as_str()), (200, Some(path)));
        assert_eq!(answer["forwarded"], "127.0.0.1");
    }
    for path in ["/v1/unknown", "/v1/notes", "/v1/notes/7/parts", "/"] {
        let (status, answer) = house.get(path).await;
        assert_eq!((status, answer["status"].as_u64()), (404, Some(404)), "{path}");
    }
    let (status, _) = house.post("/v1/notes/mine", json!({})).await;
    assert_eq!(status, 404, "a method that the template lacks");
    house.cloud.stop().await;
}

#[tokio::test]
async fn limits_and_panics_are_answered() {
    let house = House::start().await;
    let large = |bytes: usize| {
        house.client.put(format!("{}/v1/files/x", house.cloud.api_url)).body(vec![0; bytes]).send()
    };
    assert_eq!(large(10 * 1024 * 1024).await.unwrap().status(), 200);
    assert_eq!(large(10 * 1024 * 1024 + 1).await.unwrap().status(), 413);
    let began = Instant::now();
    let (status, answer) = house.get("/v1/slow").await;
    assert_eq!((status, answer["code"].as_str()), (503, Some("unavailable")));
    assert!(began.elapsed() < Duration::from_secs(10));
    assert_eq!(house.get("/v1/panic").await.0, 500);
    assert_eq!(house.get("/v1/notes/1").await.0, 200, "still there after the panic");
    house.cloud.stop().await;
}

#[tokio::test]
async fn the_web_app_has_every_other_path() {
    let web = tempfile::tempdir().unwrap();
    std::fs::write(web.path().join("index.html"), "<title>app</title>").unwrap();
    std::fs::write(web.path().join("a.js"), "1").unwrap();
    let book = Book::default();
    let cloud =
        Local::start(local::Options { web: Some(web.path().to_owned()), ..options(Data::Memory, &book) })
            .await
            .unwrap();
    let text = async |path: &str| {
        let answer = reqwest::get(format!("{}{path}", cloud.api_url)).await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    assert_eq!(text("/a.js").await, (200, "1".to_owned()));
    assert_eq!(text("/customers/7").await, (200, "<title>app</title>".to_owned()));
    assert_eq!(text("/v1/unknown").await.0, 404);
    let headers = reqwest::get(format!("{}/customers/7", cloud.api_url)).await.unwrap().headers().clone();
    let policy = format!("connect-src 'self' {}", cloud.endpoint_url);
    assert_eq!(headers["content-security-policy"], policy, "the bucket is at the endpoint here");
    assert_eq!(
        (&headers["x-content-type-options"], &headers["x-own"]),
        (&"nosniff".parse().unwrap(), &"yes".parse().unwrap())
    );
    assert!(!headers.contains_key("strict-transport-security"), "there is no TLS here");
    cloud.stop().await;
}

#[tokio::test]
async fn a_taken_port_is_said_clearly() {
    let house = House::start().await;
    let port: u16 = house.cloud.api_url.rsplit(':').next().unwrap().parse().unwrap();
    let again = Local::start(local::Options { api_port: port, ..options(Data::Memory, &house.book) }).await;
    let error = again.err().expect("the port is taken");
    assert!(matches!(error, Error::Port { .. }) && error.to_string().contains(&port.to_string()), "{error}");
    house.cloud.stop().await;
}
