//! What an entry denies, read from what somebody has typed.

use super::{DenialInput, Kind, MAX_LABELS, Mark, Marker, mark};
use crate::{
    FieldError,
    text::{Check, Email},
};

/// What is to be denied, once it is known to be right.
pub(super) enum What {
    Address(Email),
    Domain(String),
}

impl What {
    pub(super) fn parse(check: &mut Check, input: &DenialInput) -> Option<Self> {
        match (&input.address, &input.domain) {
            (Some(address), None) => check.email("address", address).map(Self::Address),
            (None, Some(domain)) => {
                // People write `@example.com` when they mean a domain.
                let domain = domain.trim().trim_start_matches('@').to_lowercase();
                let fits =
                    Email::parse(&format!("x@{domain}")).is_some() && domain.split('.').count() <= MAX_LABELS;
                if !fits {
                    check.refuse(FieldError::new("domain", "domain"));
                }
                fits.then_some(Self::Domain(domain))
            }
            _ => {
                check.refuse(FieldError::new("address", "address_or_domain"));
                None
            }
        }
    }

    pub(super) fn field(&self) -> &'static str {
        if matches!(self, Self::Address(_)) { "address" } else { "domain" }
    }

    pub(super) fn kind(&self) -> Kind {
        if matches!(self, Self::Address(_)) { Kind::Address } else { Kind::Domain }
    }

    pub(super) fn mark(&self, marker: &Marker) -> Mark {
        match self {
            Self::Address(address) => marker.address(address),
            Self::Domain(domain) => marker.domain(domain),
        }
    }

    pub(super) fn hint(&self) -> String {
        match self {
            Self::Address(address) => mark::hint(address),
            Self::Domain(domain) => domain.clone(),
        }
    }
}
