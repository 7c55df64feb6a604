use local::{Data, Error, Local, Options, Running};
use serde_json::json;
use tempfile::TempDir;

use crate::house::House;
use crate::toys::{Book, aws, options};

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

/// What an application's template knows of the one that names it, it is told by parameters.
const OUTER: &str = r"
Parameters: { WebUrl: { Type: String } }
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
      KeySchema: [{ AttributeName: pk, KeyType: HASH }]
      StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }
  Notes:
    Type: AWS::Serverless::Application
    Properties:
      Location: stacks/notes.yaml
      Parameters: { Table: !Ref Table, TableArn: !GetAtt Table.Arn, TableStream: !GetAtt Table.StreamArn }
";

const INNER: &str = r#"
Parameters: { Table: { Type: String }, TableArn: { Type: String }, TableStream: { Type: String } }
Resources:
  Api: { Type: AWS::Serverless::HttpApi }
  ListNotes:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: ../../target/lambda/notes/
      Environment: { Variables: { TABLE: !Ref Table, STACK: !Ref AWS::StackName } }
      Policies:
        - Statement:
            Effect: Allow
            Action: [dynamodb:GetItem, dynamodb:PutItem]
            Resource: !Ref TableArn
            Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["A#*"] } }
      Events:
        Request: { Type: HttpApi, Properties: { ApiId: !Ref Api, Method: get, Path: /v1/notes } }
        Kept: { Type: DynamoDB, Properties: { Stream: !Ref TableStream, StartingPosition: TRIM_HORIZON } }
"#;

async fn nested(inner: &str) -> (Result<Running, Error>, Book, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("stacks")).unwrap();
    std::fs::write(folder.path().join("template.yaml"), OUTER).unwrap();
    std::fs::write(folder.path().join("stacks/notes.yaml"), inner).unwrap();
    let book = Book::default();
    let template = folder.path().join("template.yaml");
    let started = Local::start(Options { template, ..options(Data::Memory, &book) }).await;
    (started, book, folder)
}

#[tokio::test]
async fn an_applications_functions_run_with_what_it_is_told() {
    let (started, book, _folder) = nested(INNER).await;
    let cloud = started.unwrap();
    let environment = book.environments.lock().unwrap()["ListNotes"].clone();
    assert_eq!(
        (environment["TABLE"].as_str(), environment["STACK"].as_str()),
        ("local-Table", "local-Notes")
    );
    let answer = reqwest::get(format!("{}/v1/notes", cloud.api_url)).await.unwrap();
    assert_eq!(answer.status(), 200);
    let client = reqwest::Client::new();
    for (key, status) in [("A#1", 200), ("B#1", 400)] {
        let put = json!({"TableName": "local-Table", "Item": {"pk": {"S": key}}});
        let target = "DynamoDB_20120810.PutItem";
        assert_eq!(aws(&client, &cloud.endpoint_url, "ListNotes", target, &put).await.0, status, "{key}");
    }
    cloud.stop().await;
}

#[tokio::test]
async fn an_application_that_can_not_be_read_is_an_error_that_names_it() {
    for (inner, word) in [
        (INNER.replace("Table: { Type: String }, ", ""), "Table"),
        (INNER.replace("TableStream: { Type: String } }", "Other: { Type: String } }"), "TableStream"),
        (INNER.replace("!Ref TableArn", "!Ref Elsewhere"), "Elsewhere"),
    ] {
        let error = nested(&inner).await.0.err().expect("an error").to_string();
        assert!(error.contains(word), "{error} should name {word}");
    }
}
