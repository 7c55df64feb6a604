//! The pulse of a device: its last report. Apart from the device, so that a report is one small write.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{AccountId, DeviceId, Timestamp};

/// How long after a report a device counts as online. It should report at least every two minutes, so that one lost report
/// is no outage.
pub const ONLINE: SignedDuration = SignedDuration::from_mins(5);

/// A device's last report, under the hash of its key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pulse {
    /// Hash of the device's key; where the pulse is kept.
    #[serde(skip)]
    pub key_hash: String,
    /// The account of the device.
    pub account_id: AccountId,
    /// The device.
    pub device_id: DeviceId,
    /// Whether it was told to be online last.
    pub online: bool,
    /// Its last report, if it has ever made one.
    pub seen_at: Option<Timestamp>,
}

impl Pulse {
    /// Whether it is online at `now`: by the clock, whatever has been told.
    #[must_use]
    pub fn is_online(&self, now: Timestamp) -> bool {
        self.ends_at().is_some_and(|end| end > now)
    }

    /// When it counts as offline, unless it reports before; `None` if it has never reported.
    #[must_use]
    pub fn ends_at(&self) -> Option<Timestamp> {
        self.seen_at.and_then(|seen| seen.saturating_add(ONLINE).ok())
    }
}
