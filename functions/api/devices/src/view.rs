//! The JSON that the outside sees.

use domain::{
    CompanyId, DeviceId, Timestamp,
    device::{Device, Key, Pulse},
};
use serde::Serialize;
use store::DeviceLine;
use utoipa::ToSchema;

/// What lists show of a device.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeviceLine)]
pub struct Line {
    /// Its id.
    id: DeviceId,
    /// The company in whose inventory it is.
    company_id: CompanyId,
    /// Its name.
    name: String,
    /// What the network calls it.
    hostname: String,
    /// Operating system.
    os: String,
    /// A word by which people put devices together; empty: none.
    group: String,
    /// Whether it has reported within the last five minutes.
    online: bool,
    /// Its last report; null: none yet.
    #[schema(value_type = Option<String>, format = DateTime)]
    seen_at: Option<Timestamp>,
}

impl From<DeviceLine> for Line {
    fn from(line: DeviceLine) -> Self {
        let DeviceLine { id, company_id, name, hostname, os, group, seen_at, online, .. } = line;
        Self { id, company_id, name, hostname, os, group, online, seen_at }
    }
}

/// A device.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Device)]
pub struct View {
    /// As lists show it.
    #[serde(flatten)]
    line: Line,
    /// Notes.
    notes: String,
    /// The first characters of its key.
    key_prefix: String,
    /// When it was added.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

impl View {
    /// A device, with its pulse if that is known, at `now`.
    pub fn new(device: Device, pulse: Option<&Pulse>, now: Timestamp) -> Self {
        let online = pulse.is_some_and(|pulse| pulse.is_online(now));
        let seen_at = pulse.map_or(device.seen_at, |pulse| pulse.seen_at);
        let line = Line::from(DeviceLine { online, seen_at, ..DeviceLine::from(&device) });
        let Device { notes, key_prefix, created_at, .. } = device;
        Self { line, notes, key_prefix, created_at }
    }
}

/// A device and its new key.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeviceWithKey)]
pub struct WithKey {
    /// The device, as it is shown from now on.
    #[serde(flatten)]
    view: View,
    /// The key with which it reports, shown this once: `dhd_` and 56 hex digits.
    #[schema(pattern = "^dhd_[0-9a-f]{56}$")]
    key: String,
}

impl WithKey {
    /// A device and its new key.
    pub fn new(view: View, key: &Key) -> Self {
        Self { view, key: key.as_str().to_owned() }
    }
}
