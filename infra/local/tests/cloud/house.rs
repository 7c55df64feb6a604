//! A cloud with toys in it, and who calls it.

use std::path::PathBuf;
use std::time::Duration;

use local::{Data, Local, Running};
use serde_json::{Value, json};

use crate::toys::{Book, aws, options};

/// The cloud of the toys.
pub struct House {
    pub cloud: Running,
    pub book: Book,
    pub client: reqwest::Client,
}

impl House {
    pub async fn start() -> Self {
        Self::of(Data::Memory).await
    }

    pub async fn in_folder(folder: PathBuf) -> Self {
        Self::of(Data::Folder(folder)).await
    }

    async fn of(data: Data) -> Self {
        let book = Book::default();
        let cloud = Local::start(options(data, &book)).await.unwrap();
        Self { cloud, book, client: reqwest::Client::new() }
    }

    /// A call as somebody: `local` may do everything.
    pub async fn aws(&self, id: &str, target: &str, body: Value) -> (u16, Value) {
        let target =
            if target.contains('.') { target.to_owned() } else { format!("DynamoDB_20120810.{target}") };
        aws(&self.client, &self.cloud.endpoint_url, id, &target, &body).await
    }

    pub async fn put(&self, pk: &str, sk: &str) {
        let item = json!({"pk": {"S": pk}, "sk": {"S": sk}});
        let (status, answer) =
            self.aws("local", "PutItem", json!({"TableName": "local-Table", "Item": item})).await;
        assert_eq!(status, 200, "{answer}");
    }

    pub async fn get(&self, path: &str) -> (u16, Value) {
        let answer = self.client.get(format!("{}{path}", self.cloud.api_url)).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap_or_default())
    }

    pub async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        let answer =
            self.client.post(format!("{}{path}", self.cloud.api_url)).json(&body).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap_or_default())
    }

    pub async fn idle(&self) {
        tokio::time::timeout(Duration::from_secs(20), self.cloud.idle())
            .await
            .expect("idle in time")
            .unwrap();
    }
}
