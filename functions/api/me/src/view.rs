//! The JSON that the outside sees of somebody who is signed in.

use std::collections::BTreeSet;

use domain::{
    AccountId, Locale, TeamId, UserId,
    account::{Account, Brand},
    company_access::CompanyAccess,
    permission::{self, Name},
    settings::CompanyWord,
    user::{Module, Right, Role, Seats, Status, User},
};
use serde::Serialize;
use utoipa::ToSchema;

/// Who is signed in, with which role, in which account (PPL-10).
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    /// Their id.
    pub id: UserId,
    /// What they sign in with.
    pub login: String,
    /// Where mail goes.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// What customers see.
    pub screen_name: String,
    /// What they may do.
    pub role: Role,
    /// What a team manager may do in their teams.
    pub rights: BTreeSet<Right>,
    /// The teams that a team manager manages, each with its subteams.
    pub team_ids: BTreeSet<TeamId>,
    /// The team or subteam that a representative is in.
    pub team_id: Option<TeamId>,
    /// The companies whose data they see.
    pub company_access: CompanyAccess,
    /// The parts of the product that are open to them.
    pub modules: BTreeSet<Module>,
    /// By which seats they work in them.
    pub seats: Seats,
    /// All that they may do, as operations name it in `x-permission`.
    pub permissions: Vec<Name>,
    /// Where they are in their life.
    pub status: Status,
    /// Whether they sign in with a second factor.
    pub two_factor: bool,
    /// Whether their account requires that. Who has no second factor sets it up before anything else.
    pub two_factor_required: bool,
    /// Their language.
    pub locale: Locale,
    /// Their time zone (IANA).
    pub time_zone: String,
    /// Their account.
    pub account: AccountLine,
}

/// An account, in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountLine {
    /// Its id.
    pub id: AccountId,
    /// How it looks.
    #[serde(flatten)]
    pub brand: Brand,
    /// What its companies are called, in the languages in which that is not "companies".
    pub company_word: CompanyWord,
}

impl From<&Account> for AccountLine {
    fn from(account: &Account) -> Self {
        Self { id: account.id, brand: account.brand(), company_word: account.company_word() }
    }
}

impl Me {
    /// A user and their account.
    #[must_use]
    pub fn new(user: User, account: &Account) -> Self {
        Self {
            two_factor_required: account.requires_two_factor(),
            id: user.id,
            login: user.login.to_string(),
            email: user.email.to_string(),
            first_name: user.first_name,
            last_name: user.last_name,
            screen_name: user.screen_name,
            permissions: permission::given_by(&user.duties),
            role: user.duties.role,
            rights: user.duties.rights,
            team_ids: user.duties.team_ids,
            team_id: user.duties.team_id,
            company_access: user.duties.company_access,
            modules: user.duties.modules,
            seats: user.duties.seats,
            status: user.status,
            two_factor: user.two_factor,
            locale: user.locale,
            time_zone: user.time_zone,
            account: account.into(),
        }
    }
}
