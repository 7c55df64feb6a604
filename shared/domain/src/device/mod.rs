//! Devices: the inventory of a company (DEV-1).

mod pulse;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use pulse::{ONLINE, Pulse};

use crate::{
    AccountId, Actor, Changed, CompanyId, DeviceId, Event, FieldError, Moment, Problem, Timestamp,
    text::{Check, MAX_TEXT},
    token::{self, Opens},
};

/// The most bytes of a device's notes.
pub const MAX_NOTES: usize = 4000;
/// The most devices that are moved at once.
pub const MAX_MOVED: usize = 100;

/// Marks keys of devices.
pub enum Reports {}
impl Opens for Reports {
    const PREFIX: &'static str = "dhd_";
}
/// A key with which a device reports, and nothing else: `dhd_…`.
pub type Key = token::Token<Reports>;

/// A device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Device {
    /// Its id.
    pub id: DeviceId,
    /// The account it belongs to.
    pub account_id: AccountId,
    /// The company in whose inventory it is.
    pub company_id: CompanyId,
    /// Its name.
    pub name: String,
    /// What the network calls it.
    pub hostname: String,
    /// Operating system.
    pub os: String,
    /// A word by which people put devices together; empty: none.
    pub group: String,
    /// Notes.
    pub notes: String,
    /// The first characters of its key.
    pub key_prefix: String,
    /// SHA-256 of its key, in hex.
    pub key_hash: String,
    /// Whether it was told to be online last; the clock may know better, see [`Pulse::is_online`].
    pub online: bool,
    /// Its last report before that was told.
    pub seen_at: Option<Timestamp>,
    /// When it was added.
    pub created_at: Timestamp,
}

/// What somebody says of a device.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DeviceInput {
    /// The company in whose inventory it is; required.
    pub company_id: Option<CompanyId>,
    /// Its name.
    #[schema(max_length = 255)]
    pub name: String,
    /// What the network calls it.
    #[schema(max_length = 255)]
    pub hostname: String,
    /// Operating system.
    #[schema(max_length = 255)]
    pub os: String,
    /// A word by which people put devices together.
    #[schema(max_length = 255)]
    pub group: String,
    /// Notes; at most 4,000 bytes.
    pub notes: String,
}

impl Device {
    /// Adds a device, with its key, which is shown once.
    pub fn create(
        moment: &mut Moment,
        account_id: AccountId,
        actor: Actor,
        input: &DeviceInput,
    ) -> Result<(Changed<Self>, Key), Problem> {
        let said = Said::check(input)?;
        let key = Key::new(moment);
        let now = said.of(Self {
            id: DeviceId::new(moment),
            account_id,
            company_id: said.company_id,
            name: String::new(),
            hostname: String::new(),
            os: String::new(),
            group: String::new(),
            notes: String::new(),
            key_prefix: key.visible(),
            key_hash: key.hash(),
            online: false,
            seen_at: None,
            created_at: moment.now,
        });
        let event = now.told(moment, actor, "device.created", (None, Some(&now)));
        Ok((Changed { now, events: vec![event] }, key))
    }

    /// Changes it.
    pub fn update(
        self,
        moment: &mut Moment,
        actor: Actor,
        input: &DeviceInput,
    ) -> Result<Changed<Self>, Problem> {
        let now = Said::check(input)?.of(self.clone());
        if now == self {
            return Ok(Changed { now, events: vec![] });
        }
        let event = now.told(moment, actor, "device.changed", (Some(&self), Some(&now)));
        Ok(Changed { now, events: vec![event] })
    }

    /// Gives it another key; the one before opens nothing from now on.
    pub fn renew_key(self, moment: &mut Moment, actor: Actor) -> (Changed<Self>, Key) {
        let key = Key::new(moment);
        let now = Self { key_prefix: key.visible(), key_hash: key.hash(), ..self };
        let event = Event::new(moment, now.account_id, actor, "device.key_renewed", now.id);
        (Changed { now, events: vec![event] }, key)
    }

    /// Takes it out of the inventory.
    pub fn delete(self, moment: &mut Moment, actor: Actor) -> Changed<Self> {
        let event = self.told(moment, actor, "device.deleted", (Some(&self), None));
        Changed { now: self, events: vec![event] }
    }

    /// It has reported after an outage, or for the first time.
    pub fn came_online(self, moment: &mut Moment) -> Changed<Self> {
        let event = Event::new(moment, self.account_id, Actor::System, "device.came_online", self.id)
            .with("company_id", self.company_id.to_string());
        Changed { now: Self { online: true, seen_at: Some(moment.now), ..self }, events: vec![event] }
    }

    /// It has not reported for too long; the last time was `seen_at`.
    pub fn went_offline(self, moment: &mut Moment, seen_at: Timestamp) -> Changed<Self> {
        let event = Event::new(moment, self.account_id, Actor::System, "device.went_offline", self.id)
            .with("company_id", self.company_id.to_string())
            .with("seen_at", seen_at.to_string());
        Changed { now: Self { online: false, seen_at: Some(seen_at), ..self }, events: vec![event] }
    }

    /// What was said of it.
    #[must_use]
    pub fn input(&self) -> DeviceInput {
        let Self { company_id, name, hostname, os, group, notes, .. } = self.clone();
        DeviceInput { company_id: Some(company_id), name, hostname, os, group, notes }
    }

    fn told(
        &self,
        moment: &mut Moment,
        actor: Actor,
        name: &str,
        (before, after): (Option<&Self>, Option<&Self>),
    ) -> Event {
        let event = Event::new(moment, self.account_id, actor, name, self.id).between(before, after);
        event.without("key_hash").without("online").without("seen_at")
    }
}

/// Moves devices to another company; one event tells of them all.
pub fn move_to(
    devices: Vec<Device>,
    moment: &mut Moment,
    (account_id, actor): (AccountId, Actor),
    company_id: CompanyId,
) -> Changed<Vec<Device>> {
    let ids: Vec<String> = devices.iter().map(|device| device.id.to_string()).collect();
    let event = Event::new(moment, account_id, actor, "device.moved", company_id).with("device_ids", ids);
    let now = devices.into_iter().map(|device| Device { company_id, ..device }).collect();
    Changed { now, events: vec![event] }
}

/// What was said of a device, once it has been checked.
struct Said {
    company_id: CompanyId,
    texts: [String; 5],
}

impl Said {
    fn check(input: &DeviceInput) -> Result<Self, Problem> {
        let mut check = Check::default();
        if input.company_id.is_none() {
            check.refuse(FieldError::new("company_id", "required"));
        }
        let texts = [
            check.required("name", &input.name, MAX_TEXT),
            check.text("hostname", &input.hostname, MAX_TEXT),
            check.text("os", &input.os, MAX_TEXT),
            check.text("group", &input.group, MAX_TEXT),
            check.lines("notes", &input.notes, MAX_NOTES),
        ];
        let company_id = check.finish_some(input.company_id)?;
        Ok(Self { company_id, texts })
    }

    fn of(&self, device: Device) -> Device {
        let [name, hostname, os, group, notes] = self.texts.clone();
        Device { company_id: self.company_id, name, hostname, os, group, notes, ..device }
    }
}
