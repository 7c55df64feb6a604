//! Keyed hashes that stand for addresses and domains, and the hint that people see.

use std::net::IpAddr;

use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::{AccountId, sign_in::hex, text::Email};

/// The most labels of a domain on the denylist; those in front of the last eight of an address play no part.
pub const MAX_LABELS: usize = 8;

/// What stands for an address or a domain: 128 bits of its HMAC-SHA-256 under the deployment's key, in hex. Whoever
/// lacks the key can't try addresses against it, and the same address has another mark in another account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mark(String);

impl Mark {
    /// The mark as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Makes the marks of an account.
#[derive(Clone)]
pub struct Marker {
    mac: Option<Hmac<Sha256>>,
    account_id: AccountId,
}

impl Marker {
    /// With this key, for this account.
    #[must_use]
    pub fn new(key: [u8; 32], account_id: AccountId) -> Self {
        // HMAC takes keys of any length; the error can't occur.
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok();
        if let Some(mac) = &mut mac {
            mac.update(account_id.bytes());
        }
        Self { mac, account_id }
    }

    /// The account.
    #[must_use]
    pub fn account_id(&self) -> AccountId {
        self.account_id
    }

    /// The mark of an address; case ignored.
    #[must_use]
    pub fn address(&self, address: &Email) -> Mark {
        self.mark(&address.key())
    }

    /// The mark of a domain in lower case. It begins with an `@`, so that no address has it.
    #[must_use]
    pub fn domain(&self, domain: &str) -> Mark {
        self.mark(&format!("@{domain}"))
    }

    /// The mark of where somebody is: of an IP address, of the newer kind as far as it tells a network. It begins with a `#`, so
    /// that no address and no domain has it.
    #[must_use]
    pub fn place(&self, ip: &str) -> Mark {
        let network = match ip.parse::<IpAddr>() {
            Ok(IpAddr::V6(ip)) => format!("{:?}", ip.segments().get(..4)),
            _ => ip.to_owned(),
        };
        self.mark(&format!("#{network}"))
    }

    /// Every mark by which an address can be denied: its own, and those of its domain and the domains above.
    #[must_use]
    pub fn marks(&self, address: &Email) -> Vec<Mark> {
        let key = address.key();
        let domain = key.rsplit('@').next().unwrap_or_default();
        let labels: Vec<&str> = domain.split('.').collect();
        let domains = (2..=labels.len().min(MAX_LABELS)).filter_map(|last| labels.get(labels.len() - last..));
        let domains = domains.map(|labels| self.domain(&labels.join(".")));
        std::iter::once(self.mark(&key)).chain(domains).collect()
    }

    fn mark(&self, text: &str) -> Mark {
        let hash = self.mac.clone().map(|mac| mac.chain_update(text.as_bytes()).finalize().into_bytes());
        Mark(hash.map(|hash| hex(hash.get(..16).unwrap_or_default())).unwrap_or_default())
    }
}

/// Enough of an address to recognise it by, and not enough to write to it: `j…@e…e.com`.
pub(super) fn hint(address: &Email) -> String {
    let (local, domain) = address.as_str().rsplit_once('@').unwrap_or_default();
    let (name, last) = domain.rsplit_once('.').unwrap_or_default();
    let first = |text: &str| text.chars().next().map(String::from).unwrap_or_default();
    let end = name.chars().next_back().filter(|_| name.chars().count() > 2).map(String::from);
    format!("{}…@{}…{}.{last}", first(local), first(name), end.unwrap_or_default())
}
