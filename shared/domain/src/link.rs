//! Links of mails: good once, for a while, until a newer one is sent (PPL-5, PPL-7, CUS-4).

use std::{fmt, str::FromStr};

use hmac::{Hmac, Mac};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::{
    AccountId, CustomerId, MailId, Problem, Timestamp, UserId, contact::Destination, id::NotAnId, mail::Mail,
    sign_in::hex,
};

/// How long after a link the next one for the same person may be asked for.
pub const REST: SignedDuration = SignedDuration::from_mins(1);

/// Whom a link or a mail is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Person {
    /// Staff.
    User(UserId),
    /// A customer.
    Customer(CustomerId),
    /// Whoever is behind a contact method.
    Method(Destination),
}

impl From<UserId> for Person {
    fn from(id: UserId) -> Self {
        Self::User(id)
    }
}
impl From<CustomerId> for Person {
    fn from(id: CustomerId) -> Self {
        Self::Customer(id)
    }
}
impl Person {
    /// What a field with their id is called.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::User(_) => "user_id",
            Self::Customer(_) => "customer_id",
            Self::Method(_) => "method_id",
        }
    }
}
/// Their id; the method's where that is all there is to know.
impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User(id) => id.fmt(f),
            Self::Customer(id) => id.fmt(f),
            Self::Method(to) => to.method.fmt(f),
        }
    }
}
impl FromStr for Person {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        text.parse().map(Self::User).or_else(|_| text.parse().map(Self::Customer))
    }
}

/// What a link allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Setting the first password.
    Activation,
    /// Setting a new password.
    PasswordReset,
    /// Saying that mail arrives, and is welcome (CON-1).
    Verification,
}

impl Purpose {
    /// Its word, as keys and records have it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Activation => "activation",
            Self::PasswordReset => "password_reset",
            Self::Verification => "verification",
        }
    }

    /// How long such a link is good for.
    #[must_use]
    pub fn lifetime(self) -> SignedDuration {
        match self {
            Self::Activation | Self::Verification => SignedDuration::from_hours(72),
            Self::PasswordReset => SignedDuration::from_mins(30),
        }
    }
}

/// A link as it is kept, under the hash of its token.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// What it allows.
    pub purpose: Purpose,
    /// The account of the person.
    pub account_id: AccountId,
    /// Who may use it.
    pub person: Person,
    /// The mail that carries it.
    pub mail_id: MailId,
    /// Until when.
    pub expires_at: Timestamp,
}

impl Link {
    /// Refuses a link for something else, or one that has expired.
    pub fn admit(self, purpose: Purpose, now: Timestamp) -> Result<Self, Problem> {
        if self.purpose == purpose && self.expires_at > now { Ok(self) } else { Err(Problem::LinkInvalid) }
    }
}

/// The newest link of a person for a purpose. Those that went before it are dead (PPL-5, PPL-7).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Newest {
    /// The account of the person.
    pub account_id: AccountId,
    /// Whose link it is.
    pub person: Person,
    /// What it allows.
    pub purpose: Purpose,
    /// The mail that carries it.
    pub mail_id: MailId,
    /// When it was asked for.
    pub at: Timestamp,
}

impl Newest {
    /// What a mail with a link makes the newest; `None` for one without.
    #[must_use]
    pub fn of(mail: &Mail) -> Option<Self> {
        let (account_id, person, mail_id, at) = (mail.account_id, mail.to, mail.id, mail.created_at);
        mail.kind.purpose().map(|purpose| Self { account_id, person, purpose, mail_id, at })
    }

    /// Refuses another link within [`REST`], saying in how many seconds to ask again.
    pub fn admit_another(&self, now: Timestamp) -> Result<(), Problem> {
        rested(self.at, now)
    }
}

/// Refuses what was last done less than [`REST`] ago, saying in how many seconds to ask again.
pub fn rested(last: Timestamp, now: Timestamp) -> Result<(), Problem> {
    let left = REST - now.duration_since(last);
    if left.is_positive() {
        let seconds = left.as_millis().unsigned_abs().div_ceil(1000);
        return Err(Problem::Limited { seconds: u64::try_from(seconds).unwrap_or(u64::MAX) });
    }
    Ok(())
}

/// The token of the link in a mail. It follows from the mail, so that a mail sent again after a crash carries the same
/// link, and the token itself is never kept.
#[must_use]
pub fn token(key: &[u8; 32], mail_id: MailId) -> String {
    // HMAC takes keys of any length; the error can't occur.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return String::new() };
    mac.update(b"link");
    mac.update(mail_id.bytes());
    hex(&mac.finalize().into_bytes())
}
