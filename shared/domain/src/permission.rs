//! Who may do what, as one table: deny by default. `docs/permissions.md` prints it (`make permissions`).

use serde::Serialize;

use crate::{
    scope::Scope,
    user::{Duties, Module, Right, Role},
};

/// Something that may be allowed or not. Handlers name it in their signature, so that it can't be forgotten.
pub trait Permission {
    /// Its row in the table.
    const ROW: Row;
}

/// How far a permission reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// What is one's own.
    Own,
    /// What belongs to the companies to which one has access; for those who have all, the account.
    Companies,
    /// What belongs to the teams that one manages, or is in; for company managers, the account.
    Teams,
    /// The whole account.
    Account,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: Name,
    /// What it allows.
    pub does: &'static str,
    /// How far.
    pub reach: Reach,
    /// The roles that have it.
    pub roles: &'static [Role],
    /// The right that a team manager must have been given besides (PPL-2).
    pub right: Option<Right>,
    /// The module that must be open to them, if it belongs to one.
    pub module: Option<Module>,
    /// The scope by which an API key has it; without one, no key does (PPL-16).
    pub scope: Option<Scope>,
}

impl Row {
    /// Whether somebody who is signed in with these duties has it.
    #[must_use]
    pub fn is_given_by(&self, duties: &Duties) -> bool {
        let open = self.module.is_none_or(|module| duties.modules.contains(&module));
        let right =
            duties.role != TeamManager || self.right.is_none_or(|right| duties.rights.contains(&right));
        open && right && self.roles.contains(&duties.role)
    }
}

/// The names of all that somebody with these duties may do.
#[must_use]
pub fn given_by(duties: &Duties) -> Vec<Name> {
    TABLE.iter().filter(|row| row.is_given_by(duties)).map(|row| row.name).collect()
}

macro_rules! permissions {
    ($(#[doc = $does:literal] $name:ident $text:tt: $reach:ident $roles:expr $(, with $right:ident)? $(, in $module:ident)? $(, by $scope:ident)?;)*) => {
        /// The name of something that may be allowed or not.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
        #[schema(as = Permission)]
        pub enum Name {
            $(#[doc = $does] #[serde(rename = $text)] $name,)*
        }

        impl Name {
            /// As the interface has it.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }
        }

        $(#[doc = $does] pub struct $name;
        impl Permission for $name {
            const ROW: Row = Row {
                name: Name::$name,
                does: $does,
                reach: Reach::$reach,
                roles: &$roles,
                right: permissions!(@maybe Right $($right)?),
                module: permissions!(@maybe Module $($module)?),
                scope: permissions!(@maybe Scope $($scope)?),
            };
        })*

        /// The whole table.
        pub const TABLE: &[Row] = &[$($name::ROW),*];
    };
    (@maybe $kind:ident) => { None };
    (@maybe $kind:ident $value:ident) => { Some($kind::$value) };
}

use Role::{ApiManager, CompanyManager, Representative, TeamManager};

permissions! {
    /// See who one is, set up one's second factor, sign out. Nothing else is open to whoever must set one up first (PPL-8).
    OwnSignIn "own_sign_in": Own [CompanyManager, TeamManager, Representative, ApiManager];
    /// See and change one's own profile, password and sign-ins.
    OwnProfile "own_profile": Own [CompanyManager, TeamManager, Representative, ApiManager];
    /// See users.
    SeeUsers "see_users": Companies [CompanyManager, TeamManager, Representative], by UsersRead;
    /// Add, change, suspend and delete users; a team manager, the representatives of their teams.
    ManageUsers "manage_users": Teams [CompanyManager, TeamManager], with ManageRepresentatives, by UsersWrite;
    /// Move representatives from a team to another; a team manager, between teams that they manage both.
    MoveRepresentatives "move_representatives": Teams [CompanyManager, TeamManager], with MoveRepresentatives, by UsersWrite;
    /// See teams.
    SeeTeams "see_teams": Teams [CompanyManager, TeamManager, Representative], by TeamsRead;
    /// Add and delete teams.
    ManageTeams "manage_teams": Account [CompanyManager], by TeamsWrite;
    /// Change teams, and the features of teams and their representatives.
    SetUpTeams "set_up_teams": Teams [CompanyManager, TeamManager], with ManageSettings, by TeamsWrite;
    /// See portals, and who serves them.
    SeePortals "see_portals": Account [CompanyManager, TeamManager, Representative], by PortalsRead;
    /// Change portals, and the features that they allow.
    ManagePortals "manage_portals": Account [CompanyManager], by PortalsWrite;
    /// Make codes by which customers come to oneself, and take them back.
    HoldCodes "hold_codes": Own [Representative];
    /// See the queries that came through portals; of teams, those of the portals that they serve.
    SeeQueries "see_queries": Teams [CompanyManager, TeamManager, Representative], by QueriesRead;
    /// See how many seats there are, assigned and in use.
    SeeSeats "see_seats": Account [CompanyManager, TeamManager, Representative], by SeatsRead;
    /// Say how many seats there are.
    ManageSeats "manage_seats": Account [CompanyManager], by SeatsWrite;
    /// See customers.
    SeeCustomers "see_customers": Companies [CompanyManager, TeamManager, Representative], in ServiceDesk, by CustomersRead;
    /// Change customers.
    ManageCustomers "manage_customers": Account [CompanyManager], in ServiceDesk, by CustomersWrite;
    /// Have everything that is kept of a person, and see how their erasure goes. No program does.
    ManagePersonalData "manage_personal_data": Account [CompanyManager];
    /// See companies.
    SeeCompanies "see_companies": Companies [CompanyManager, TeamManager, Representative], by CompaniesRead;
    /// Change companies.
    ManageCompanies "manage_companies": Account [CompanyManager], by CompaniesWrite;
    /// See the settings of the account and of companies.
    SeeSettings "see_settings": Companies [CompanyManager, TeamManager, Representative], by SettingsRead;
    /// Change the settings of the account and of companies, and restore defaults.
    ManageSettings "manage_settings": Account [CompanyManager], by SettingsWrite;
    /// See contacts, and what reaches users.
    SeeContacts "see_contacts": Companies [CompanyManager, TeamManager, Representative], by ContactsRead;
    /// Change contacts and contact methods, those of users, too.
    ManageContacts "manage_contacts": Account [CompanyManager], by ContactsWrite;
    /// See devices.
    SeeDevices "see_devices": Companies [CompanyManager, TeamManager, Representative], by DevicesRead;
    /// Change and move devices.
    ManageDevices "manage_devices": Account [CompanyManager], by DevicesWrite;
    /// See services.
    SeeServices "see_services": Companies [CompanyManager, TeamManager, Representative], in ServiceDesk, by ServicesRead;
    /// Change services.
    ManageServices "manage_services": Account [CompanyManager], in ServiceDesk, by ServicesWrite;
    /// See the denylist.
    SeeDenylist "see_denylist": Account [CompanyManager], by DenylistRead;
    /// Change the denylist.
    ManageDenylist "manage_denylist": Account [CompanyManager], by DenylistWrite;
    /// See exports of customers, and download them.
    SeeExports "see_exports": Account [CompanyManager], in ServiceDesk, by ExportsRead;
    /// Export customers.
    ManageExports "manage_exports": Account [CompanyManager], in ServiceDesk, by ExportsWrite;
    /// See imports of customers, their rows and results.
    SeeImports "see_imports": Account [CompanyManager], in ServiceDesk, by ImportsRead;
    /// Import customers.
    ManageImports "manage_imports": Account [CompanyManager], in ServiceDesk, by ImportsWrite;
    /// Have API keys of one's own; a company manager sees and revokes those of others, too. A key makes no other keys.
    HoldKeys "hold_keys": Own [CompanyManager, ApiManager];
    /// Write the organisation out as a file.
    SeeOrganisation "see_organisation": Account [CompanyManager], by OrganisationRead;
    /// Compare a file with the organisation, and make the organisation what it says.
    ManageOrganisation "manage_organisation": Account [CompanyManager], by OrganisationWrite;
    /// Look at the audit log.
    SeeAudit "see_audit": Account [CompanyManager], by AuditRead;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::user::testing::user;

    /// PPL-1, PPL-4. What somebody may do follows from their role and their modules, and from nothing else.
    #[test]
    fn a_role_without_the_module_has_only_what_belongs_to_none() {
        let duties = |role, modules: &[Module]| {
            given_by(&Duties { role, modules: modules.iter().copied().collect(), ..user().duties })
        };
        let desk = duties(Representative, &[Module::ServiceDesk]);
        let live = duties(Representative, &[Module::RemoteSupport]);
        assert!(desk.contains(&Name::SeeCustomers) && !live.contains(&Name::SeeCustomers));
        assert!(live.contains(&Name::SeeDevices) && live.iter().all(|name| desk.contains(name)));
        assert_eq!(duties(ApiManager, &[]), [Name::OwnSignIn, Name::OwnProfile, Name::HoldKeys]);
        let of_chiefs = TABLE.iter().filter(|row| row.roles != [Representative]).map(|row| row.name);
        assert_eq!(duties(CompanyManager, &Module::ALL), of_chiefs.collect::<Vec<_>>());
    }

    #[test]
    fn a_permission_is_called_the_same_everywhere() {
        for Row { name, does, .. } in TABLE {
            assert_eq!(serde_json::to_value(name).unwrap(), name.text());
            assert!(does.trim().ends_with('.'), "{does}");
        }
    }
}
