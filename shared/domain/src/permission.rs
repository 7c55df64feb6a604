//! Who may do what, as one table: deny by default. `docs/permissions.md` prints it (`make permissions`).

use crate::{
    scope::Scope,
    user::{Duties, Module, Role},
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
    /// The whole account.
    Account,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// What it allows.
    pub does: &'static str,
    /// How far.
    pub reach: Reach,
    /// The roles that have it.
    pub roles: &'static [Role],
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
        open && self.roles.contains(&duties.role)
    }
}

macro_rules! permissions {
    ($(#[doc = $does:literal] $name:ident: $reach:ident $roles:expr $(, in $module:ident)? $(, by $scope:ident)?;)*) => {
        $(#[doc = $does] pub struct $name;
        impl Permission for $name {
            const ROW: Row = Row {
                name: stringify!($name),
                does: $does,
                reach: Reach::$reach,
                roles: &$roles,
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
    OwnSignIn: Own [CompanyManager, TeamManager, Representative, ApiManager];
    /// See and change one's own profile, password and sign-ins.
    OwnProfile: Own [CompanyManager, TeamManager, Representative, ApiManager];
    /// See users.
    SeeUsers: Companies [CompanyManager, TeamManager, Representative], by UsersRead;
    /// Add, change, suspend and delete users.
    ManageUsers: Account [CompanyManager], by UsersWrite;
    /// See how many seats there are, assigned and in use.
    SeeSeats: Account [CompanyManager, TeamManager, Representative], by SeatsRead;
    /// Say how many seats there are.
    ManageSeats: Account [CompanyManager], by SeatsWrite;
    /// See customers.
    SeeCustomers: Companies [CompanyManager, TeamManager, Representative], in ServiceDesk, by CustomersRead;
    /// Change customers.
    ManageCustomers: Account [CompanyManager], in ServiceDesk, by CustomersWrite;
    /// Have everything that is kept of a person, and see how their erasure goes. No program does.
    ManagePersonalData: Account [CompanyManager];
    /// See companies.
    SeeCompanies: Companies [CompanyManager, TeamManager, Representative], by CompaniesRead;
    /// Change companies.
    ManageCompanies: Account [CompanyManager], by CompaniesWrite;
    /// See the settings of the account and of companies.
    SeeSettings: Companies [CompanyManager, TeamManager, Representative], by SettingsRead;
    /// Change the settings of the account and of companies, and restore defaults.
    ManageSettings: Account [CompanyManager], by SettingsWrite;
    /// See contacts, and what reaches users.
    SeeContacts: Companies [CompanyManager, TeamManager, Representative], by ContactsRead;
    /// Change contacts and contact methods, those of users, too.
    ManageContacts: Account [CompanyManager], by ContactsWrite;
    /// See devices.
    SeeDevices: Companies [CompanyManager, TeamManager, Representative], by DevicesRead;
    /// Change and move devices.
    ManageDevices: Account [CompanyManager], by DevicesWrite;
    /// See services.
    SeeServices: Companies [CompanyManager, TeamManager, Representative], in ServiceDesk, by ServicesRead;
    /// Change services.
    ManageServices: Account [CompanyManager], in ServiceDesk, by ServicesWrite;
    /// See the denylist.
    SeeDenylist: Account [CompanyManager], by DenylistRead;
    /// Change the denylist.
    ManageDenylist: Account [CompanyManager], by DenylistWrite;
    /// See exports of customers, and download them.
    SeeExports: Account [CompanyManager], in ServiceDesk, by ExportsRead;
    /// Export customers.
    ManageExports: Account [CompanyManager], in ServiceDesk, by ExportsWrite;
    /// See imports of customers, their rows and results.
    SeeImports: Account [CompanyManager], in ServiceDesk, by ImportsRead;
    /// Import customers.
    ManageImports: Account [CompanyManager], in ServiceDesk, by ImportsWrite;
    /// Have API keys. A key makes no other keys.
    HoldKeys: Own [CompanyManager, ApiManager];
    /// Look at the audit log.
    SeeAudit: Account [CompanyManager], by AuditRead;
}
