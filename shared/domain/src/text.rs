//! Words as people type them, checked and brought into one form; and the keys by which they are compared and sorted.

use std::fmt;

use email_address::{EmailAddress, Options};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::{FieldError, Problem};

/// The most characters of an ordinary text field (CUS-1).
pub const MAX_TEXT: usize = 255;

/// Collects every wrong field of a request, so that all are told at once.
#[derive(Debug, Default)]
pub struct Check {
    errors: Vec<FieldError>,
}

impl Check {
    /// Adds a wrong field.
    pub fn refuse(&mut self, error: FieldError) {
        self.errors.push(error);
    }

    /// Trims `value`, brings it into Unicode's composed form, and refuses control characters and more than `max` characters.
    pub fn text(&mut self, field: &str, value: &str, max: usize) -> String {
        let text: String = value.trim().nfc().collect();
        if text.chars().count() > max {
            self.refuse(FieldError::new(field, "too_long").with("max", max));
        } else if text.chars().any(char::is_control) {
            self.refuse(FieldError::new(field, "control_characters"));
        }
        text
    }

    /// As [`Check::text`], but line breaks and tabs are allowed and `max` counts bytes.
    pub fn lines(&mut self, field: &str, value: &str, max: usize) -> String {
        let text: String = value.trim().nfc().collect();
        if text.len() > max {
            self.refuse(FieldError::new(field, "too_long").with("max", max));
        } else if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            self.refuse(FieldError::new(field, "control_characters"));
        }
        text
    }

    /// As [`Check::text`], and refuses an empty one.
    pub fn required(&mut self, field: &str, value: &str, max: usize) -> String {
        let text = self.text(field, value, max);
        if text.is_empty() {
            self.refuse(FieldError::new(field, "required"));
        }
        text
    }

    /// An e-mail address; `None` when it was refused.
    pub fn email(&mut self, field: &str, value: &str) -> Option<Email> {
        if value.trim().is_empty() {
            self.refuse(FieldError::new(field, "required"));
            return None;
        }
        let email = Email::parse(value);
        if email.is_none() {
            self.refuse(FieldError::new(field, "email"));
        }
        email
    }

    /// Refuses a number, where one is said, that is outside of these bounds.
    pub fn in_range(&mut self, field: &str, value: Option<u32>, (min, max): (u32, u32)) {
        if value.is_some_and(|value| value < min || value > max) {
            self.refuse(FieldError::new(field, "out_of_range").with("min", min).with("max", max));
        }
    }

    /// An IANA time zone by its name, as jiff's bundled data knows it.
    pub fn time_zone(&mut self, field: &str, value: &str) -> String {
        if jiff::tz::TimeZone::get(value).is_err() {
            self.refuse(FieldError::new(field, "time_zone"));
        }
        value.to_owned()
    }

    /// Ends the check: `value`, or every wrong field.
    pub fn finish<T>(self, value: T) -> Result<T, Problem> {
        if self.errors.is_empty() { Ok(value) } else { Err(Problem::Invalid(self.errors)) }
    }

    /// Ends the check with a value that exists only when nothing was refused.
    pub fn finish_some<T>(self, value: Option<T>) -> Result<T, Problem> {
        match (value, self.errors.is_empty()) {
            (Some(value), true) => Ok(value),
            (None, true) => Err(Problem::Bug("a check refused a value without saying why".into())),
            (_, false) => Err(Problem::Invalid(self.errors)),
        }
    }

    /// The wrong fields so far.
    #[must_use]
    pub fn into_errors(self) -> Vec<FieldError> {
        self.errors
    }
}

/// An e-mail address as its owner writes it; two are the same when their [`Email::key`]s are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Reads an address: trimmed, at most 254 characters, with a domain of at least two labels, no display name, no IP literal.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        let text: String = value.trim().nfc().collect();
        let options = Options::default().with_required_tld().without_display_text().without_domain_literal();
        let fits = text.len() <= 254 && !text.chars().any(|c| c.is_control() || c.is_whitespace());
        (fits && EmailAddress::parse_with_options(&text, options).is_ok()).then_some(Self(text))
    }

    /// The address as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form in which addresses are compared: case ignored.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What somebody calls itself, as far as it is worth keeping: the first [`MAX_TEXT`] characters, without control characters.
#[must_use]
pub fn clip(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(MAX_TEXT).collect()
}

/// The form in which names are compared, sorted and searched: lower case, without accents, white space as one blank.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain: String = text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
    plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_the_same_whatever_their_case_and_spaces_around() {
        let key = |text| Email::parse(text).map(|email| email.key());
        assert_eq!(key(" Anna@Example.com "), key("anna@example.com"));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let bad = [
            "",
            "a at b.c",
            "ab.example",
            "a@",
            "@b.example",
            "a@@b.example",
            "a x@b.example",
            "a@b",
            "a@[127.0.0.1]",
            "A <a@b.example>",
        ];
        for text in bad {
            assert_eq!(Email::parse(text), None, "{text}");
        }
    }

    #[test]
    fn folding_ignores_case_accents_and_runs_of_white_space() {
        assert_eq!(fold("  Élodie\u{a0} MÜLLER "), "elodie muller");
    }

    #[test]
    fn a_check_names_every_wrong_field_at_once() {
        let mut check = Check::default();
        check.required("first_name", " ", 5);
        check.text("last_name", "toolong", 5);
        check.text("notes", "a\u{0}b", 5);
        let Err(Problem::Invalid(errors)) = check.finish(()) else { panic!("three wrong fields") };
        let told: Vec<_> = errors.iter().map(|e| (e.field.as_str(), e.code.as_str())).collect();
        assert_eq!(
            told,
            [("first_name", "required"), ("last_name", "too_long"), ("notes", "control_characters")]
        );
    }
}
