//! Who may do what, as data: deny by default.

use crate::user::Role;

/// Something that may be allowed or not. Handlers name it in their signature, so that it can't be forgotten.
pub trait Permission {
    /// The roles that have it.
    const ROLES: &'static [Role];
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident: $roles:expr;)*) => {
        $($(#[$doc])* pub struct $name;
        impl Permission for $name { const ROLES: &'static [Role] = &$roles; })*
    };
}

use Role::{ApiManager, CompanyManager, Representative, TeamManager};

permissions! {
    /// See and change one's own profile, password and sign-ins.
    OwnProfile: [CompanyManager, TeamManager, Representative, ApiManager];
    /// See the account's customers, companies and services.
    SeeAccount: [CompanyManager, TeamManager, Representative];
    /// Change customers, and import them.
    ManageCustomers: [CompanyManager];
    /// See and change the denylist.
    ManageDenylist: [CompanyManager];
    /// Change companies.
    ManageCompanies: [CompanyManager];
    /// Change services.
    ManageServices: [CompanyManager];
}
