//! Reading many items at once. Not generic, so that the SDK's machinery is compiled once.

use aws_sdk_dynamodb::types::{KeysAndAttributes, builders::KeysAndAttributesBuilder};
use domain::Problem;

use crate::{
    Store,
    fault::problem,
    item::{Attributes, Kept, Record, bug, decode},
    keys::Key,
    table::pause,
};

/// How often a busy table is asked again for what it left out of a batch.
const TRIES: u32 = 8;

impl Store {
    /// The items of up to a hundred different keys, in no order; those that are not there are left out.
    pub(crate) async fn batch_get(
        &self,
        keys: Vec<Key>,
        consistent: bool,
    ) -> Result<Vec<Attributes>, Problem> {
        self.batch(keys, KeysAndAttributes::builder().consistent_read(consistent)).await
    }

    /// As [`Store::batch_get`], of things of one kind: what only indexes need of them is not carried.
    pub(crate) async fn things<T: Record>(
        &self,
        keys: Vec<Key>,
        consistent: bool,
    ) -> Result<Vec<Kept<T>>, Problem> {
        let wanted = KeysAndAttributes::builder()
            .consistent_read(consistent)
            .projection_expression("#data, #version")
            .expression_attribute_names("#data", "data")
            .expression_attribute_names("#version", "version");
        self.batch(keys, wanted).await?.into_iter().map(decode).collect()
    }

    async fn batch(
        &self,
        keys: Vec<Key>,
        wanted: KeysAndAttributesBuilder,
    ) -> Result<Vec<Attributes>, Problem> {
        let mut items = vec![];
        let mut keys: Vec<Attributes> = keys.into_iter().map(Key::attributes).collect();
        for attempt in 0..TRIES {
            if keys.is_empty() {
                return Ok(items);
            }
            let wanted = wanted.clone().set_keys(Some(keys));
            let wanted = wanted.build().map_err(bug)?;
            let answer = self
                .client
                .batch_get_item()
                .request_items(&self.table, wanted)
                .send()
                .await
                .map_err(problem)?;
            items.extend(answer.responses.unwrap_or_default().remove(&self.table).unwrap_or_default());
            keys = answer
                .unprocessed_keys
                .unwrap_or_default()
                .remove(&self.table)
                .map(|rest| rest.keys)
                .unwrap_or_default();
            if !keys.is_empty() {
                pause(attempt).await;
            }
        }
        if keys.is_empty() {
            Ok(items)
        } else {
            Err(Problem::Unavailable("the table left keys out of a batch".into()))
        }
    }
}
