//! Everything that Deskhand may write to somebody, and what each message needs to know.

use serde::{Deserialize, Serialize};

use crate::Link;

/// A message, without its words: those are in `messages/<language>.json`, under the same name.
///
/// It can be stored and read again, so that a queued mail is rendered when it is sent. Every message names the account, because
/// the recipient may know it and not Deskhand; those about a password name the login, because a person may have two (PPL-3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "message", rename_all = "snake_case")]
pub enum Message {
    /// Somebody is invited to join the staff (PPL-5).
    Activation {
        /// Name of the account.
        account: String,
        /// Who invites, when it was a person.
        inviter: Option<String>,
        /// What the invited person will sign in with.
        login: String,
        /// Where the first password is set.
        link: Link,
        /// How long the link works.
        valid_hours: u32,
    },
    /// A customer gets access to the portal (CUS-4).
    CustomerActivation {
        /// Name of the account.
        account: String,
        /// Where the first password is set.
        link: Link,
        /// How long the link works.
        valid_hours: u32,
    },
    /// A notice to a customer that they may do other things in the portal than before (CUS-6).
    AccessChanged {
        /// Name of the account.
        account: String,
    },
    /// Somebody asked to set a new password (PPL-7).
    PasswordReset {
        /// Name of the account.
        account: String,
        /// Whose password it is.
        login: String,
        /// Where the new password is set.
        link: Link,
        /// How long the link works.
        valid_minutes: u32,
    },
    /// A notice that the password is a new one and that all devices were signed out (PPL-7).
    PasswordChanged {
        /// Name of the account.
        account: String,
        /// Whose password it is.
        login: String,
    },
    /// A notice that the login is locked after wrong passwords (PPL-8).
    SignInLocked {
        /// Name of the account.
        account: String,
        /// Which login is locked.
        login: String,
        /// How many wrong passwords there were.
        attempts: u32,
        /// How long the login stays locked.
        minutes: u32,
    },
    /// Alerts or reports are to come to an address: is that right (CON-1)?
    Verification {
        /// Name of the account.
        account: String,
        /// The address that is asked.
        address: String,
        /// Where it is confirmed.
        link: Link,
        /// How long the link works.
        valid_hours: u32,
    },
    /// A test of a contact method (CON-1).
    Test {
        /// Name of the account.
        account: String,
    },
    /// Somebody has asked something at a portal (QRY-1). What they ask stays in the app (ERA-1).
    QuerySubmitted {
        /// Name of the account.
        account: String,
        /// Name of the portal.
        portal: String,
        /// Where the query is.
        link: Link,
    },
}

impl Message {
    /// The name under which the catalogues hold the words.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Activation { .. } => "activation",
            Self::CustomerActivation { .. } => "customer_activation",
            Self::AccessChanged { .. } => "access_changed",
            Self::PasswordReset { .. } => "password_reset",
            Self::PasswordChanged { .. } => "password_changed",
            Self::SignInLocked { .. } => "sign_in_locked",
            Self::Verification { .. } => "verification",
            Self::Test { .. } => "test",
            Self::QuerySubmitted { .. } => "query_submitted",
        }
    }

    /// The link of the message, when it has one: it becomes the button.
    #[must_use]
    pub const fn link(&self) -> Option<&Link> {
        match self {
            Self::Activation { link, .. }
            | Self::CustomerActivation { link, .. }
            | Self::PasswordReset { link, .. }
            | Self::Verification { link, .. }
            | Self::QuerySubmitted { link, .. } => Some(link),
            Self::AccessChanged { .. }
            | Self::PasswordChanged { .. }
            | Self::SignInLocked { .. }
            | Self::Test { .. } => None,
        }
    }
}

/// Who is greeted. Both names may be empty: an imported customer need not have any.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

impl Recipient {
    /// First and last name in one line, without what could break a line or a header; empty when there is no name.
    #[must_use]
    pub fn name(&self) -> String {
        one_line(&format!("{} {}", self.first_name, self.last_name))
    }
}

/// How a person wants mail (CUS-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// HTML, with the plain text beside it.
    #[default]
    Html,
    /// Plain text only.
    Plain,
}

/// Joins what was typed into one line: any run of white space or control characters becomes one space.
///
/// Characters that turn the direction of writing go too: with them a name could make a link look like another.
pub(crate) fn one_line(text: &str) -> String {
    let visible = text.chars().filter(|&c| !is_bidi_control(c));
    let spaced: String = visible.map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{Link, Message, Recipient};

    #[test]
    fn a_stored_message_is_read_again() {
        let message = Message::CustomerActivation {
            account: "Nordwind".to_owned(),
            link: Link::new("https://desk.example.com/activate#t=1").unwrap(),
            valid_hours: 72,
        };
        let json = serde_json::to_value(&message).unwrap();
        assert_eq!(json["message"], message.name());
        assert_eq!(serde_json::from_value::<Message>(json).unwrap(), message);
    }

    #[test]
    fn a_name_is_one_clean_line() {
        let recipient =
            |first: &str, last: &str| Recipient { first_name: first.into(), last_name: last.into() };
        assert_eq!(recipient(" Ana\r\nBcc: x", "de\tSouza\u{202e} ").name(), "Ana Bcc: x de Souza");
        assert_eq!(recipient("", "Muster").name(), "Muster");
        assert_eq!(Recipient::default().name(), "");
    }
}
