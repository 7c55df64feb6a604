//! The words of one language, as its catalogue file holds them.

use domain::Locale;
use serde::Deserialize;

use crate::Message;

/// One catalogue file. A missing or unknown key is an error, so no language can lag behind the others unnoticed.
///
/// Every text is a small template: `{{ account }}`, or `{% if inviter %}…{% endif %}` where a sentence depends on it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// What all messages share.
    pub frame: Frame,
    activation: Words,
    customer_activation: Words,
    access_changed: Words,
    password_reset: Words,
    password_changed: Words,
    sign_in_locked: Words,
    verification: Words,
    test: Words,
    query_submitted: Words,
}

/// What all messages share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// The first line; it must read well without a name too.
    pub greeting: String,
    /// Stands above the written-out link.
    pub link_hint: String,
    /// The small print: who wrote this, and that nobody reads answers.
    pub footer: String,
}

/// The words of one message.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The subject.
    pub subject: String,
    /// What stands above the button.
    pub paragraphs: Vec<String>,
    /// What the button says; absent when the message has no link.
    #[serde(default)]
    pub button: Option<String>,
    /// What stands below the button.
    pub closing: Vec<String>,
    /// All of it in a sentence or two, for text messages and calls; absent when it goes by mail alone.
    #[serde(default)]
    pub short: Option<String>,
}

impl Catalogue {
    /// Reads the catalogue of a language. The files are part of the program.
    pub fn of(locale: Locale) -> Result<Self, serde_json::Error> {
        serde_json::from_str(match locale {
            Locale::De => include_str!("../messages/de.json"),
            Locale::En => include_str!("../messages/en.json"),
            Locale::Es => include_str!("../messages/es.json"),
            Locale::Fr => include_str!("../messages/fr.json"),
            Locale::It => include_str!("../messages/it.json"),
            Locale::Pt => include_str!("../messages/pt.json"),
        })
    }

    /// The words of a message.
    pub const fn words(&self, message: &Message) -> &Words {
        match message {
            Message::Activation { .. } => &self.activation,
            Message::CustomerActivation { .. } => &self.customer_activation,
            Message::AccessChanged { .. } => &self.access_changed,
            Message::PasswordReset { .. } => &self.password_reset,
            Message::PasswordChanged { .. } => &self.password_changed,
            Message::SignInLocked { .. } => &self.sign_in_locked,
            Message::Verification { .. } => &self.verification,
            Message::Test { .. } => &self.test,
            Message::QuerySubmitted { .. } => &self.query_submitted,
        }
    }
}
