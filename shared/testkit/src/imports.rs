//! Importing a file as a manager does.

use std::time::Duration;

use serde_json::{Value, json};

use crate::{Person, Reply};

impl Person {
    /// Asks for an import and uploads the file; gives the import's id.
    pub async fn upload_csv(&self, file_name: &str, bytes: impl Into<Vec<u8>>) -> String {
        let bytes = bytes.into();
        let asked = self.post("/v1/imports", &json!({ "file_name": file_name, "size": bytes.len() })).await;
        assert_eq!(asked.status, 201, "{asked:?}");
        let uploaded = self.upload(&asked.json["upload"], bytes).await;
        assert_eq!(uploaded.status, 200, "{uploaded:?}");
        asked.id()
    }

    /// Watches an import until it is in one of these states, or fails.
    pub async fn watch_import(&self, id: &str, states: &[&str]) -> Value {
        self.watch(&format!("/v1/imports/{id}"), states).await
    }

    /// Watches background work until it is in one of these states, or fails.
    pub async fn watch(&self, path: &str, states: &[&str]) -> Value {
        for _ in 0..6000 {
            let work = self.get(path).await.json;
            if work["state"].as_str().is_some_and(|state| states.contains(&state) || state == "failed") {
                return work;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let work = self.get(path).await.json;
        let happened = self.get("/_local/events.json").await.json;
        let last: Vec<&Value> = happened["deliveries"].as_array().into_iter().flatten().take(10).collect();
        panic!("{path} never got to {states:?}: {work}\nlast deliveries: {last:#?}")
    }

    /// Asks for background work; gives its path.
    pub async fn ask_for(&self, path: &str, body: &Value) -> String {
        let asked = self.post(path, body).await;
        assert_eq!(asked.status, 202, "{asked:?}");
        format!("{path}/{}", asked.id())
    }

    /// Uploads a file and waits for its preview.
    pub async fn preview(&self, bytes: impl Into<Vec<u8>>) -> Value {
        let id = self.upload_csv("customers.csv", bytes).await;
        self.watch_import(&id, &["ready"]).await
    }

    /// Confirms an import and waits for its end.
    pub async fn confirm(&self, import: &Value, confirmation: &Value) -> Value {
        let id = import["id"].as_str().unwrap();
        let confirmed = self.post(&format!("/v1/imports/{id}/confirm"), confirmation).await;
        assert_eq!(confirmed.status, 202, "{confirmed:?}");
        self.watch_import(id, &["done", "cancelled"]).await
    }

    /// Every page of a list, a hundred things each unless the path has a limit.
    pub async fn all(&self, path: &str) -> Vec<Value> {
        let mut items = vec![];
        let mut cursor = String::new();
        let glue = if path.contains('?') { '&' } else { '?' };
        let limit = if path.contains("limit=") { "" } else { "limit=100" };
        loop {
            let page: Reply = self.get(&format!("{path}{glue}{limit}{cursor}")).await;
            assert_eq!(page.status, 200, "{page:?}");
            items.extend(page.json["items"].as_array().unwrap().iter().cloned());
            match page.json["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => return items,
            }
        }
    }
}
