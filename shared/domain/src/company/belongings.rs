//! What belongs to a company, and who names it, in numbers (COM-1).

use serde::{Deserialize, Serialize};

/// How much there is of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = CompanyBelongings)]
#[serde(default)]
pub struct Belongings {
    /// Customers who work for it.
    pub customers: u64,
    /// Devices of its inventory.
    pub devices: u64,
    /// Users whose list of companies names it; those who have all companies don't count.
    pub users: u64,
    /// Contacts whose list of companies names it.
    pub contacts: u64,
    /// Services that are offered to it by name, retired ones included.
    pub services: u64,
}

impl Belongings {
    /// The sum of two.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            customers: self.customers + other.customers,
            devices: self.devices + other.devices,
            users: self.users + other.users,
            contacts: self.contacts + other.contacts,
            services: self.services + other.services,
        }
    }

    /// All of it.
    #[must_use]
    pub fn sum(self) -> u64 {
        self.told().iter().map(|(_, count)| count).sum()
    }

    /// Each kind of which there is something, by its word.
    #[must_use]
    pub fn told(self) -> Vec<(&'static str, u64)> {
        let Self { customers, devices, users, contacts, services } = self;
        let all = [
            ("customers", customers),
            ("devices", devices),
            ("users", users),
            ("contacts", contacts),
            ("services", services),
        ];
        all.into_iter().filter(|(_, count)| *count > 0).collect()
    }
}
