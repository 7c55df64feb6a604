//! A program elsewhere that drops files into the bucket, and reads what is put beside them.

use aws_sdk_s3::{Client, config::Builder, primitives::ByteStream};
use deskhand::seed_app;
use serde_json::Value;

use crate::House;

impl House {
    /// A program drops a file into an account's prefix of the bucket.
    pub async fn drop_file(&self, account: &str, name: &str, bytes: impl Into<Vec<u8>>) {
        self.drop_file_saying(account, name, bytes, &[]).await;
    }

    /// The same, with metadata.
    pub async fn drop_file_saying(
        &self,
        account: &str,
        name: &str,
        bytes: impl Into<Vec<u8>>,
        metadata: &[(&str, &str)],
    ) {
        let (client, bucket) = self.bucket();
        let mut call = client.put_object().bucket(bucket).key(format!("drops/{account}/{name}"));
        for (name, value) in metadata {
            call = call.metadata(*name, *value);
        }
        call.body(ByteStream::from(bytes.into())).send().await.unwrap();
    }

    /// What is under a name in an account's prefix, if there is anything.
    pub async fn dropped(&self, account: &str, name: &str) -> Option<String> {
        let (client, bucket) = self.bucket();
        let call = client.get_object().bucket(bucket).key(format!("drops/{account}/{name}"));
        let body = call.send().await.ok()?.body.collect().await.unwrap();
        Some(String::from_utf8(body.to_vec()).unwrap())
    }

    /// The answer beside a dropped file, once all is quiet.
    pub async fn drop_result(&self, account: &str, name: &str) -> Value {
        self.quiet().await;
        let answer = self.dropped(account, &format!("{name}.result.json")).await;
        serde_json::from_str(&answer.unwrap_or_else(|| panic!("no answer beside {name}"))).unwrap()
    }

    fn bucket(&self) -> (Client, String) {
        let app = seed_app(&self.running).unwrap();
        let config = Builder::from(app.sdk()).force_path_style(true).build();
        (Client::from_conf(config), app.config().required("BUCKET").unwrap().to_owned())
    }
}
