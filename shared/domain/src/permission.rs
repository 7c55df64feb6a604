//! Who may do what, as data: deny by default.

use crate::{scope::Scope, user::Role};

/// Something that may be allowed or not. Handlers name it in their signature, so that it can't be forgotten.
pub trait Permission {
    /// The roles that have it.
    const ROLES: &'static [Role];
    /// The scope by which an API key has it; without one, no key does (PPL-16).
    const SCOPE: Option<Scope>;
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident: $roles:expr $(, $scope:ident)?;)*) => {
        $($(#[$doc])* pub struct $name;
        impl Permission for $name {
            const ROLES: &'static [Role] = &$roles;
            const SCOPE: Option<Scope> = permissions!(@scope $($scope)?);
        })*
    };
    (@scope) => { None };
    (@scope $scope:ident) => { Some(Scope::$scope) };
}

use Role::{ApiManager, CompanyManager, Representative, TeamManager};

permissions! {
    /// See and change one's own profile, password and sign-ins.
    OwnProfile: [CompanyManager, TeamManager, Representative, ApiManager];
    /// See the account's customers.
    SeeCustomers: [CompanyManager, TeamManager, Representative], CustomersRead;
    /// See the account's companies.
    SeeCompanies: [CompanyManager, TeamManager, Representative], CompaniesRead;
    /// See the account's services.
    SeeServices: [CompanyManager, TeamManager, Representative], ServicesRead;
    /// Change customers.
    ManageCustomers: [CompanyManager], CustomersWrite;
    /// Have everything that is kept of a person, and see how their erasure goes. No program does.
    ManagePersonalData: [CompanyManager];
    /// See the denylist.
    SeeDenylist: [CompanyManager], DenylistRead;
    /// Change the denylist.
    ManageDenylist: [CompanyManager], DenylistWrite;
    /// See exports of customers, and download them.
    SeeExports: [CompanyManager], ExportsRead;
    /// Export customers.
    ManageExports: [CompanyManager], ExportsWrite;
    /// Change companies.
    ManageCompanies: [CompanyManager], CompaniesWrite;
    /// Change services.
    ManageServices: [CompanyManager], ServicesWrite;
    /// See imports of customers, their rows and results.
    SeeImports: [CompanyManager], ImportsRead;
    /// Import customers.
    ManageImports: [CompanyManager], ImportsWrite;
    /// Have API keys. A key makes no other keys.
    HoldKeys: [CompanyManager, ApiManager];
    /// Look at the audit log.
    SeeAudit: [CompanyManager], AuditRead;
}
