//! Pulses of devices: their last reports, each under the hash of the device's key. A report is one conditional write.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::{
    operation::update_item::UpdateItemError,
    types::{AttributeValue, ReturnValuesOnConditionCheckFailure},
};
use domain::{
    AccountId, Changed, DeviceId, Problem, Timestamp,
    device::{Device, Pulse},
};

use crate::{
    Store,
    fault::problem,
    item::{Attributes, Kept, Record, decode, encode},
    keys::{self, Key},
    leg::Leg,
    table::BATCH,
};

impl Record for Pulse {
    const TYPE: &'static str = "pulse";
    fn key(&self) -> Key {
        keys::device_key(&self.key_hash)
    }
    /// Where the schedule finds those who may be online no longer; reports leave it alone, the schedule moves it.
    fn index(&self) -> Vec<(&'static str, String)> {
        let Some(end) = self.ends_at().filter(|_| self.online) else { return vec![] };
        let shard = keys::shard(self.device_id.bytes(), keys::DUE_SHARDS);
        vec![("due", keys::due("DEVICE", shard)), ("due_at", due_at(self, end))]
    }
}

fn due_at(pulse: &Pulse, end: Timestamp) -> String {
    keys::due_at(end, pulse.account_id, &format!("{}#{}", pulse.device_id, pulse.key_hash))
}

fn read(item: Attributes, hash: &str) -> Result<Kept<Pulse>, Problem> {
    let kept: Kept<Pulse> = decode(item)?;
    Ok(Kept { thing: Pulse { key_hash: hash.to_owned(), ..kept.thing }, ..kept })
}

impl Store {
    /// The pulse under a key, if there is one. 1 read.
    pub async fn pulse(&self, hash: &str) -> Result<Option<Kept<Pulse>>, Problem> {
        let kept: Option<Kept<Pulse>> = self.get(keys::device_key(hash)).await?;
        Ok(kept.map(|kept| Kept { thing: Pulse { key_hash: hash.to_owned(), ..kept.thing }, ..kept }))
    }

    /// The pulses under these keys, by device; one round trip for each hundred.
    pub(crate) async fn pulses<'a>(
        &self,
        hashes: impl Iterator<Item = &'a str>,
    ) -> Result<BTreeMap<DeviceId, Pulse>, Problem> {
        let keys: Vec<Key> = hashes.map(keys::device_key).collect();
        let mut found = BTreeMap::new();
        for keys in keys.chunks(BATCH) {
            for item in self.batch_get(keys.to_vec(), false).await? {
                let pulse: Kept<Pulse> = decode(item)?;
                found.insert(pulse.thing.device_id, pulse.thing);
            }
        }
        Ok(found)
    }

    /// Notes a report of a device that is online: one write of one unit, which touches no index. Otherwise the pulse as it is:
    /// the device has come online, which is to be told. Without one, nobody has such a key.
    pub async fn report(
        &self,
        device: DeviceId,
        hash: &str,
        now: Timestamp,
    ) -> Result<Option<Kept<Pulse>>, Problem> {
        let call = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::device_key(hash).attributes()))
            .update_expression("SET #data.seen_at = :now")
            .condition_expression("#data.device_id = :device AND #data.#online = :yes")
            .expression_attribute_names("#data", "data")
            .expression_attribute_names("#online", "online")
            .expression_attribute_values(":now", AttributeValue::S(now.to_string()))
            .expression_attribute_values(":device", AttributeValue::S(device.to_string()))
            .expression_attribute_values(":yes", AttributeValue::Bool(true))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let Err(error) = call.send().await else { return Ok(None) };
        let Some(UpdateItemError::ConditionalCheckFailedException(refused)) = error.as_service_error() else {
            return Err(problem(error));
        };
        let pulse = read(refused.item.clone().ok_or(Problem::Unauthenticated)?, hash)?;
        if pulse.thing.device_id == device { Ok(Some(pulse)) } else { Err(Problem::NotFound) }
    }

    /// Keeps that a device has come online or gone offline, with its pulse, which must have made no report since it was read.
    pub async fn tell_pulse(
        &self,
        (device, pulse): (&Kept<Device>, &Kept<Pulse>),
        changed: Changed<Device>,
    ) -> Result<(), Problem> {
        let Device { online, seen_at, .. } = changed.now;
        let now = Pulse { online, seen_at, ..pulse.thing.clone() };
        let item = encode(&now, pulse.version + 1)?;
        let seen = pulse.thing.seen_at.map(|at| AttributeValue::S(at.to_string()));
        let legs = vec![
            Leg::replace(self, &changed.now, device.version)?,
            Leg::replace_unmoved(self, item, pulse.version, seen.unwrap_or(AttributeValue::Null(true)))?,
        ];
        self.commit(legs, &changed.events).await
    }

    /// Keys of devices that were online and may be no longer, with their devices; at most 100 a shard.
    pub async fn due_devices(&self, now: Timestamp) -> Result<Vec<(AccountId, DeviceId, String)>, Problem> {
        let due = self.due("DEVICE", now).await?;
        Ok(due.into_iter().filter_map(|(account, device, hash)| Some((account, device, hash?))).collect())
    }

    /// Looks after a device that has reported meanwhile when that report is five minutes old.
    pub async fn postpone(&self, pulse: &Pulse) -> Result<(), Problem> {
        let Some(end) = pulse.ends_at() else { return Ok(()) };
        let call = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(pulse.key().attributes()))
            .update_expression("SET due_at = :due")
            .condition_expression("#data.#online = :yes")
            .expression_attribute_names("#data", "data")
            .expression_attribute_names("#online", "online")
            .expression_attribute_values(":due", AttributeValue::S(due_at(pulse, end)))
            .expression_attribute_values(":yes", AttributeValue::Bool(true));
        match call.send().await {
            Ok(_) => Ok(()),
            // It is gone, or was told to be offline: then nobody looks after it.
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(UpdateItemError::is_conditional_check_failed_exception) =>
            {
                Ok(())
            }
            Err(error) => Err(problem(error)),
        }
    }
}
