//! What an API key may be used for (PPL-16).

use serde::{Deserialize, Serialize};

use crate::user::Role;

macro_rules! scopes {
    ($($(#[$doc:meta])* $name:ident $text:tt;)*) => {
        /// One thing that an API key may do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
        pub enum Scope {
            $($(#[$doc])* #[serde(rename = $text)] $name,)*
        }

        impl Scope {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its name, as keys and the interface's document have it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }
        }
    };
}

scopes! {
    /// Look at the audit log.
    AuditRead "audit:read";
    /// See companies.
    CompaniesRead "companies:read";
    /// Add, change and delete companies.
    CompaniesWrite "companies:write";
    /// See contacts, and what reaches users.
    ContactsRead "contacts:read";
    /// Add, change and delete contacts and contact methods.
    ContactsWrite "contacts:write";
    /// See customers.
    CustomersRead "customers:read";
    /// Add, change and delete customers.
    CustomersWrite "customers:write";
    /// See the denylist.
    DenylistRead "denylist:read";
    /// Put entries on the denylist, and take them off.
    DenylistWrite "denylist:write";
    /// See devices.
    DevicesRead "devices:read";
    /// Add, change, move and delete devices.
    DevicesWrite "devices:write";
    /// See exports, and download them.
    ExportsRead "exports:read";
    /// Export customers.
    ExportsWrite "exports:write";
    /// See imports, their rows and results.
    ImportsRead "imports:read";
    /// Import customers.
    ImportsWrite "imports:write";
    /// Write the organisation out as a file.
    OrganisationRead "organisation:read";
    /// Make the organisation what a file says.
    OrganisationWrite "organisation:write";
    /// See portals.
    PortalsRead "portals:read";
    /// Add, change and delete portals.
    PortalsWrite "portals:write";
    /// See the queries that came through portals.
    QueriesRead "queries:read";
    /// See seats.
    SeatsRead "seats:read";
    /// Say how many seats there are.
    SeatsWrite "seats:write";
    /// See services.
    ServicesRead "services:read";
    /// Add, change and retire services.
    ServicesWrite "services:write";
    /// See settings.
    SettingsRead "settings:read";
    /// Change settings.
    SettingsWrite "settings:write";
    /// See teams.
    TeamsRead "teams:read";
    /// Add, change and delete teams, and what they say of features.
    TeamsWrite "teams:write";
    /// See users.
    UsersRead "users:read";
    /// Add, change, suspend and delete users.
    UsersWrite "users:write";
}

impl Scope {
    /// Whether keys of a user with this role may have it. An API manager provisions, and looks at nothing else (PPL-1).
    #[must_use]
    pub fn is_open_to(self, role: Role) -> bool {
        match role {
            Role::CompanyManager => true,
            Role::ApiManager => !matches!(self, Self::AuditRead | Self::QueriesRead),
            Role::TeamManager | Role::Representative => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_called_the_same_everywhere() {
        for scope in Scope::ALL {
            assert_eq!(serde_json::to_value(scope).unwrap(), scope.name());
        }
    }
}
