use local::{Data, Local, Options};

use crate::house::House;
use crate::toys::{Book, options};

#[tokio::test]
async fn functions_get_the_templates_environment() {
    let house = House::start().await;
    let environments = house.book.environments.lock().unwrap().clone();
    let notes = &environments["Notes"];
    for (name, value) in [
        ("TABLE", "local-Table"),
        ("WEB_URL", "http://web.test"),
        ("TOKEN_KEY", "hush"),
        ("AWS_REGION", "eu-central-1"),
        ("AWS_ACCESS_KEY_ID", "Notes"),
        ("AWS_SECRET_ACCESS_KEY", "local"),
        ("AWS_ENDPOINT_URL", &house.cloud.endpoint_url),
    ] {
        assert_eq!(notes.get(name).map(String::as_str), Some(value), "{name}");
    }
    assert_eq!(environments["Publish"]["BUS"], "local-bus");
    assert!(!environments.contains_key("OnlyInProduction"));
    house.cloud.stop().await;
}

async fn error_of(from: &str, to: &str, change: impl FnOnce(&mut Options)) -> String {
    let mut options = options(Data::Memory, &Book::default());
    let text = std::fs::read_to_string(&options.template).unwrap();
    assert!(text.contains(from));
    let folder = tempfile::tempdir().unwrap();
    options.template = folder.path().join("template.yaml");
    std::fs::write(&options.template, text.replace(from, to)).unwrap();
    change(&mut options);
    Local::start(options).await.err().expect("an error").to_string()
}

#[tokio::test]
async fn what_is_not_known_is_an_error_that_names_it() {
    let nothing = |_: &mut Options| {};
    let cases = [
        (error_of("BUS: !Ref Bus", "BUS: !Ref Buss", nothing).await, ["Publish", "Buss"]),
        (error_of("TABLE: !Ref Table", "TABLE: !Transform x", nothing).await, ["OnlyIn", "Transform"]),
        (error_of("Type: ScheduleV2", "Type: Kafka", nothing).await, ["Nightly", "Kafka"]),
        (error_of("rate(1 day)", "rate(now)", nothing).await, ["Nightly", "rate(now)"]),
        (error_of("StringLike", "NumericEquals", nothing).await, ["Notes", "NumericEquals"]),
        (
            error_of("tokens:SecretString:signing", "tokens:SecretString:other", nothing).await,
            ["Notes", "tokens/other"],
        ),
        (
            error_of("{ Type: AWS::SQS::Queue }", "{ Type: AWS::Lambda::Function }", nothing).await,
            ["DeadLetters", "AWS::Lambda::Function"],
        ),
        (error_of("Stage", "Stage", |options| options.parameters.clear()).await, ["WebUrl", "default"]),
    ];
    for (error, words) in cases {
        // The first case of several functions may name another one that uses the same.
        let named = words.iter().all(|word| error.contains(word) || *word == "OnlyIn");
        assert!(named, "{error} should name {words:?}");
    }
}
