//! The JSON that the outside sees of somebody who is signed in.

use domain::{
    AccountId, Locale, UserId,
    account::Account,
    user::{Role, Status, User},
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
    /// Where they are in their life.
    pub status: Status,
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
    /// The organisation's name.
    pub name: String,
}

impl Me {
    /// A user and their account.
    #[must_use]
    pub fn new(user: User, account: Account) -> Self {
        Self {
            id: user.id,
            login: user.login.to_string(),
            email: user.email.to_string(),
            first_name: user.first_name,
            last_name: user.last_name,
            screen_name: user.screen_name,
            role: user.duties.role,
            status: user.status,
            locale: user.locale,
            time_zone: user.time_zone,
            account: AccountLine { id: account.id, name: account.name },
        }
    }
}
