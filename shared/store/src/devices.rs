//! Devices: each with its pulse under its key, and in lists by name, host name, company and last report.

mod list;

use std::collections::BTreeSet;

use domain::{
    AccountId, Changed, CompanyId, DeviceId, Problem, Timestamp,
    device::{Device, Pulse},
    text::fold,
};

pub use list::{DeviceLine, DeviceQuery, DeviceSort};

use crate::{
    Store,
    companies::start_of,
    item::{Kept, Record, decode},
    keys::{self, Key},
    leg::Leg,
    table::{BATCH, Range, after, end_of},
};

impl Record for Device {
    const TYPE: &'static str = "device";
    fn key(&self) -> Key {
        keys::device(self.account_id, self.id)
    }
    fn index(&self) -> Vec<(&'static str, String)> {
        let id = self.id;
        vec![
            ("list", keys::devices(self.account_id)),
            ("name", format!("{}#{id}", fold(&self.name))),
            ("first_name", format!("{}#{id}", fold(&self.hostname))),
            ("company", keys::company_devices(self.account_id, self.company_id)),
            ("newest", keys::devices(self.account_id)),
            ("newest_id", by_last_report(self)),
        ]
    }
    fn summary(&self) -> Option<serde_json::Value> {
        serde_json::to_value(DeviceLine::from(self)).ok()
    }
}

/// Sorts those that were told to be online above all others, and these by their last report.
fn by_last_report(device: &Device) -> String {
    let seen = device.seen_at.unwrap_or(Timestamp::UNIX_EPOCH).strftime("%Y-%m-%dT%H:%M:%SZ");
    format!("{}{seen}#{}", u8::from(device.online), device.id)
}

impl Store {
    /// A device. 1 read.
    pub async fn device(&self, account: AccountId, id: DeviceId) -> Result<Kept<Device>, Problem> {
        self.find(keys::device(account, id)).await
    }

    /// Those of `ids` that there are; one round trip for each hundred.
    pub async fn devices_by_id(
        &self,
        account: AccountId,
        ids: &[DeviceId],
    ) -> Result<Vec<Kept<Device>>, Problem> {
        let ids: Vec<DeviceId> = ids.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        let mut found = vec![];
        for ids in ids.chunks(BATCH) {
            let keys = ids.iter().map(|id| keys::device(account, *id)).collect();
            for item in self.batch_get(keys, true).await? {
                found.push(decode(item)?);
            }
        }
        Ok(found)
    }

    /// Keeps a new device of a company that there must be.
    pub async fn create_device(&self, changed: Changed<Device>) -> Result<Kept<Device>, Problem> {
        let device = &changed.now;
        let conflict = || Problem::conflict("conflict");
        let legs = vec![
            Leg::put_new(self, device, conflict())?,
            Leg::put_new(self, &pulse_of(device), conflict())?,
            self.company_there(device)?,
        ];
        self.commit(legs, &changed.events).await?;
        Ok(Kept { thing: changed.now, version: 1 })
    }

    /// Keeps a changed device; another company of it must be there.
    pub async fn update_device(
        &self,
        before: &Kept<Device>,
        changed: Changed<Device>,
    ) -> Result<Kept<Device>, Problem> {
        let mut legs = vec![];
        if changed.now.company_id != before.thing.company_id {
            legs.push(self.company_there(&changed.now)?);
        }
        self.commit_change(before.version, changed, legs).await
    }

    /// Keeps devices in another company, which must be there: all of them or none. At most 90.
    pub async fn move_devices(
        &self,
        before: &[Kept<Device>],
        changed: Changed<Vec<Device>>,
    ) -> Result<(), Problem> {
        let moved = before.iter().zip(&changed.now);
        let mut legs = moved
            .map(|(before, now)| Leg::replace(self, now, before.version))
            .collect::<Result<Vec<_>, _>>()?;
        legs.extend(changed.now.first().map(|device| self.company_there(device)).transpose()?);
        self.commit(legs, &changed.events).await
    }

    /// Keeps a device with another key. Its pulse moves there, so that nobody takes it for offline.
    pub async fn renew_device_key(
        &self,
        before: &Kept<Device>,
        changed: Changed<Device>,
    ) -> Result<(Kept<Device>, Pulse), Problem> {
        let old = self.pulse(&before.thing.key_hash).await?.map(|kept| kept.thing);
        let old = old.unwrap_or_else(|| pulse_of(&before.thing));
        let new = Pulse { key_hash: changed.now.key_hash.clone(), ..old };
        let legs = vec![
            Leg::put_new(self, &new, Problem::conflict("conflict"))?,
            Leg::release(self, keys::device_key(&before.thing.key_hash))?,
        ];
        Ok((self.commit_change(before.version, changed, legs).await?, new))
    }

    /// Deletes a device with its key.
    pub async fn delete_device(
        &self,
        before: &Kept<Device>,
        changed: Changed<Device>,
    ) -> Result<(), Problem> {
        let legs = vec![
            Leg::delete(self, before.thing.key(), before.version)?,
            Leg::release(self, keys::device_key(&before.thing.key_hash))?,
        ];
        self.commit(legs, &changed.events).await
    }

    /// The next devices of a company by name, behind an entry of the list, at most `limit`; and behind which to go on. The
    /// list lags behind a little: those that it names are looked up, and those that are elsewhere by now left out. 2 reads.
    pub async fn inventory(
        &self,
        (account, company): (AccountId, CompanyId),
        behind: Option<&str>,
        limit: usize,
    ) -> Result<(Vec<Kept<Device>>, Option<String>), Problem> {
        let slice = self.query(&Range { limit, ..inventory_of(account, company, behind) }).await?;
        let lines: Vec<DeviceLine> = slice.items.into_iter().map(list::line).collect::<Result<_, _>>()?;
        let ids: Vec<DeviceId> = lines.iter().map(|line| line.id).collect();
        let mut there = self.devices_by_id(account, &ids).await?;
        there.retain(|device| device.thing.company_id == company);
        Ok((there, slice.last))
    }

    /// How many devices the list of a company has. Reads a megabyte of the index a round trip.
    pub(crate) async fn count_inventory(
        &self,
        account: AccountId,
        company: CompanyId,
    ) -> Result<u64, Problem> {
        self.count(&inventory_of(account, company, None)).await
    }

    /// The next names of a company's devices, as [`Store::inventory`] without a look at the devices. 1 read.
    pub(crate) async fn device_names(
        &self,
        (account, company): (AccountId, CompanyId),
        behind: Option<&str>,
        limit: usize,
    ) -> Result<(Vec<String>, Option<String>), Problem> {
        let slice = self.query(&Range { limit, ..inventory_of(account, company, behind) }).await?;
        let names = slice.items.into_iter().map(|entry| list::line(entry).map(|line| line.name));
        Ok((names.collect::<Result<_, _>>()?, slice.last))
    }

    fn company_there(&self, device: &Device) -> Result<Leg, Problem> {
        Leg::company_stays(self, keys::company(device.account_id, device.company_id), "company_id")
    }
}

/// The list of a company's devices by name, behind an entry of it.
fn inventory_of(account: AccountId, company: CompanyId, behind: Option<&str>) -> Range {
    Range {
        index: Some(("by_company", "company")),
        sort: "name",
        from: behind.map_or_else(|| start_of(""), after),
        to: end_of(""),
        ..Range::of(keys::company_devices(account, company))
    }
}

/// The pulse of a device of which no report is known but those that were told.
fn pulse_of(device: &Device) -> Pulse {
    let Device { account_id, id, online, seen_at, .. } = *device;
    Pulse { key_hash: device.key_hash.clone(), account_id, device_id: id, online, seen_at }
}
