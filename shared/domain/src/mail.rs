//! Mail as an item first, so that nobody gets two and nobody none: queued → sending → sent. What goes to a contact method by text
//! message or call is a mail, too.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, Event, MailId, Moment, QueryId, Timestamp, link::Person, link::Purpose,
    query::Query,
};

/// What a mail says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Come in and set a password (PPL-5, CUS-4).
    Activation,
    /// What you may do in the portal has changed (CUS-6).
    AccessChanged,
    /// Set a new password (PPL-7).
    PasswordReset,
    /// Your password has been changed.
    PasswordChanged,
    /// Your login is locked for a while (PPL-8).
    SignInLocked,
    /// This address is to receive alerts or reports: is that right (CON-1)?
    Verification,
    /// A test, by mail, text message or call: whatever the contact method is.
    Test,
    /// A customer has asked something at a portal (QRY-1).
    QuerySubmitted(QueryId),
}

impl Kind {
    /// What its link allows, if it has one.
    #[must_use]
    pub fn purpose(self) -> Option<Purpose> {
        match self {
            Self::Activation => Some(Purpose::Activation),
            Self::PasswordReset => Some(Purpose::PasswordReset),
            Self::Verification => Some(Purpose::Verification),
            Self::AccessChanged
            | Self::PasswordChanged
            | Self::SignInLocked
            | Self::Test
            | Self::QuerySubmitted(_) => None,
        }
    }
}

/// How far a mail has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum State {
    /// Waits to be sent.
    Queued,
    /// Somebody is sending it, and may do so until `until`; after that another may try.
    Sending {
        /// End of the sender's claim.
        until: Timestamp,
    },
    /// The mail service has taken it.
    Sent {
        /// The mail service's id for it.
        message_id: String,
    },
    /// It can't be sent.
    Failed {
        /// Why, for the log and the operator.
        reason: String,
    },
}

/// A mail. Address, name and language are looked up when it is sent, so that it holds no personal data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mail {
    /// Its id.
    pub id: MailId,
    /// The account in whose name it is sent.
    pub account_id: AccountId,
    /// Who gets it.
    pub to: Person,
    /// What it says.
    pub kind: Kind,
    /// How far it has come.
    #[serde(flatten)]
    pub state: State,
    /// How often sending has begun.
    pub attempts: u32,
    /// When it was queued.
    pub created_at: Timestamp,
}

/// How often sending is tried.
pub const ATTEMPTS: u32 = 8;
/// How long a sender has; also how long the watchdog waits before it looks after an unsent mail.
pub const CLAIM: SignedDuration = SignedDuration::from_mins(10);

impl Mail {
    /// Queues a mail.
    pub fn queue(moment: &mut Moment, account_id: AccountId, to: Person, kind: Kind) -> Changed<Self> {
        let id = MailId::new(moment);
        let now = Self::queued(id, account_id, to, kind, moment.now);
        let event = Event::new(moment, account_id, Actor::System, "mail.queued", id);
        Changed { now, events: vec![event] }
    }

    /// A queued mail with an id that the caller derives; bulk work tells one event a chunk itself.
    #[must_use]
    pub fn queued(id: MailId, account_id: AccountId, to: Person, kind: Kind, created_at: Timestamp) -> Self {
        Self { id, account_id, to, kind, state: State::Queued, attempts: 0, created_at }
    }

    /// A queued mail that tells somebody of a query; one for each, however often it is asked for.
    #[must_use]
    pub fn of_query(query: &Query, to: Person, now: Timestamp) -> Self {
        let id = MailId::derived(query.submitted_at, &[query.id.bytes(), to.to_string().as_bytes()]);
        Self::queued(id, query.account_id, to, Kind::QuerySubmitted(query.id), now)
    }

    /// Claims the mail for sending; `None` when it is sent, failed, or in somebody else's hands.
    #[must_use]
    pub fn claim(self, now: Timestamp) -> Option<Self> {
        let free = match &self.state {
            State::Queued => true,
            State::Sending { until } => *until <= now,
            State::Sent { .. } | State::Failed { .. } => false,
        };
        let until = now.saturating_add(CLAIM).unwrap_or(now);
        free.then(|| Self { state: State::Sending { until }, attempts: self.attempts + 1, ..self })
    }

    /// When the watchdog should look after it; `None` when nothing is left to do.
    #[must_use]
    pub fn due_at(&self) -> Option<Timestamp> {
        match self.state {
            State::Queued => self.created_at.saturating_add(CLAIM).ok(),
            State::Sending { until } => Some(until),
            State::Sent { .. } | State::Failed { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{moment::testing::moment, user::testing::user};

    #[test]
    fn a_mail_is_claimed_by_one_sender_and_by_another_only_when_the_claim_has_run_out() {
        let user = user();
        let mail =
            Mail::queue(&mut moment(0), user.account_id, Person::User(user.id), Kind::PasswordReset).now;
        let now = moment(1).now;
        let sending = mail.claim(now).unwrap();
        assert_eq!(sending.clone().claim(now), None);
        assert_eq!(sending.clone().claim(now + CLAIM).map(|mail| mail.attempts), Some(2));
        let sent = Mail { state: State::Sent { message_id: "1".into() }, ..sending };
        assert_eq!(sent.due_at(), None);
        assert_eq!(sent.claim(now + CLAIM), None);
    }
}
