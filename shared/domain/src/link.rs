//! Links of mails: good once, for a while (PPL-5, PPL-7, CUS-4).

use hmac::{Hmac, Mac};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::{AccountId, CustomerId, MailId, Problem, Timestamp, UserId, sign_in::hex};

/// Whom a link or a mail is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Person {
    /// Staff.
    User(UserId),
    /// A customer.
    Customer(CustomerId),
}

/// What a link allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Setting the first password.
    Activation,
    /// Setting a new password.
    PasswordReset,
}

impl Purpose {
    /// How long such a link is good for.
    #[must_use]
    pub fn lifetime(self) -> SignedDuration {
        match self {
            Self::Activation => SignedDuration::from_hours(72),
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
