//! How a contact is reached: by e-mail, text message or telephone (CON-1).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    FieldError, MethodId, Moment, Problem, Timestamp,
    text::{Check, Email, MAX_TEXT},
};

/// By what a method reaches somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ContactMethodKind)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Mail.
    #[default]
    Email,
    /// Text messages.
    Sms,
    /// Calls.
    Phone,
}

/// What a method is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ContactMethodUse)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// Scheduled reports.
    Reports,
    /// Alerts.
    Alerts,
}

/// A contact method.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Method {
    /// Its id.
    pub id: MethodId,
    /// By what it reaches somebody.
    pub kind: Kind,
    /// The e-mail address, or the telephone number in the form of E.164 (`+491701234567`).
    pub address: String,
    /// What people call it.
    pub label: String,
    /// What it is for.
    pub uses: BTreeSet<Use>,
    /// When whoever reads an e-mail address said that mail arrives there.
    #[serde(default)]
    pub verified_at: Option<Timestamp>,
    /// When a test was last sent there.
    #[serde(default)]
    pub tested_at: Option<Timestamp>,
    /// When it was added.
    pub created_at: Timestamp,
}

/// What somebody says of a contact method.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ContactMethodInput)]
#[serde(default, deny_unknown_fields)]
pub struct MethodInput {
    /// By what it reaches somebody.
    pub kind: Kind,
    /// An e-mail address, or a telephone number with its country code.
    #[schema(max_length = 255)]
    pub address: String,
    /// What to call it.
    #[schema(max_length = 255)]
    pub label: String,
    /// What it is for; at least one.
    #[schema(value_type = Vec<Use>)]
    pub uses: BTreeSet<Use>,
}

impl Method {
    /// A new method, unverified.
    pub(super) fn new(moment: &mut Moment, input: &MethodInput) -> Result<Self, Problem> {
        let blank = Self {
            id: MethodId::new(moment),
            kind: input.kind,
            address: String::new(),
            label: String::new(),
            uses: BTreeSet::new(),
            verified_at: None,
            tested_at: None,
            created_at: moment.now,
        };
        blank.take(input)
    }

    /// The same method with what is said of it. Another address is not verified.
    pub(super) fn take(self, input: &MethodInput) -> Result<Self, Problem> {
        let mut check = Check::default();
        let address = match input.kind {
            Kind::Email => check.email("address", &input.address).map(|email| email.to_string()),
            Kind::Sms | Kind::Phone => check_number(&mut check, &input.address),
        };
        let label = check.text("label", &input.label, MAX_TEXT);
        if input.uses.is_empty() {
            check.refuse(FieldError::new("uses", "required"));
        }
        let address = check.finish_some(address)?;
        let now = Self { kind: input.kind, address, label, uses: input.uses.clone(), ..self.clone() };
        if now.reaches_as(&self) {
            return Ok(now);
        }
        Ok(Self { verified_at: None, tested_at: None, ..now })
    }

    /// Whether both reach the same place by the same means.
    pub(super) fn reaches_as(&self, other: &Self) -> bool {
        let key = |method: &Self| match method.kind {
            Kind::Email => Email::parse(&method.address).map(|email| email.key()),
            Kind::Sms | Kind::Phone => Some(method.address.clone()),
        };
        self.kind == other.kind && key(self) == key(other)
    }

    /// Whether nothing but a verification is sent there yet.
    #[must_use]
    pub fn is_unverified(&self) -> bool {
        self.kind == Kind::Email && self.verified_at.is_none()
    }

    /// What was said of it.
    #[must_use]
    pub fn input(&self) -> MethodInput {
        let Self { kind, address, label, uses, .. } = self.clone();
        MethodInput { kind, address, label, uses }
    }
}

/// A telephone number in the form of E.164: people may write it with blanks, dashes, dots and brackets, and with `00` for `+`.
fn check_number(check: &mut Check, text: &str) -> Option<String> {
    if text.trim().is_empty() {
        check.refuse(FieldError::new("address", "required"));
        return None;
    }
    let plain: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '/' | '(' | ')')).collect();
    let digits = plain.strip_prefix('+').or_else(|| plain.strip_prefix("00"));
    let is_number = |digits: &&str| {
        (8..=15).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && !digits.starts_with('0')
    };
    let number = digits.filter(is_number).map(|digits| format!("+{digits}"));
    if number.is_none() {
        check.refuse(FieldError::new("address", "phone"));
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<String> {
        check_number(&mut Check::default(), text)
    }

    /// CON-1.
    #[test]
    fn numbers_are_kept_in_one_form_however_people_write_them() {
        for text in ["+49 170 1234567", "0049-170-123.45.67", "+49 (170) 1234567", "+49/170/1234567"] {
            assert_eq!(number(text).as_deref(), Some("+491701234567"), "{text}");
        }
        for text in
            ["0170 1234567", "+49", "+0123456789", "+1234567890123456", "+49 17O 1234567", "++4917012345"]
        {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
