//! What a portal's page asks for (POR-3).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::{
    FieldError,
    settings::FieldUse,
    text::{Check, fold},
};

/// The most fields of a portal's own.
pub const MAX_CUSTOM: usize = 10;
/// The most characters of a label, and of a category.
pub(super) const MAX_LABEL: usize = 60;

/// A field of a portal's own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = PortalCustomField)]
#[serde(default, deny_unknown_fields)]
pub struct CustomField {
    /// What it asks for; unique among them.
    #[schema(max_length = 60)]
    pub label: String,
    /// Whether it must be filled in.
    pub required: bool,
}

/// What the page asks for. What is not said is hidden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = PortalFields)]
#[serde(default, deny_unknown_fields)]
pub struct Fields {
    /// What the visitor is called.
    pub name: FieldUse,
    /// Their e-mail address.
    pub email: FieldUse,
    /// Their telephone number.
    pub phone: FieldUse,
    /// Where they work.
    pub company: FieldUse,
    /// What the question is about, from the portal's categories.
    pub category: FieldUse,
    /// What they ask.
    pub question: FieldUse,
    /// The portal's own fields, at most ten.
    pub custom: Vec<CustomField>,
}

impl Default for Fields {
    fn default() -> Self {
        let hidden = FieldUse::Hidden;
        Self {
            name: hidden,
            email: hidden,
            phone: hidden,
            company: hidden,
            category: hidden,
            question: hidden,
            custom: vec![],
        }
    }
}

impl Fields {
    /// What a portal of this type asks for when nothing is said.
    #[must_use]
    pub fn usual(kind: Kind) -> Self {
        use FieldUse::{Optional, Required};
        match kind {
            Kind::Button => Self { name: Optional, email: Required, ..Self::default() },
            Kind::Code => Self { name: Optional, ..Self::default() },
            Kind::Question | Kind::ChooseRepresentative => {
                Self { name: Required, email: Required, question: Required, ..Self::default() }
            }
        }
    }

    /// The same, brought into one form. A category can be asked for only where there are some.
    pub(super) fn checked(mut self, check: &mut Check, categories: &[String]) -> Self {
        if self.category != FieldUse::Hidden && categories.is_empty() {
            check.refuse(FieldError::new("fields.category", "categories_needed"));
        }
        if self.custom.len() > MAX_CUSTOM {
            check.refuse(FieldError::new("fields.custom", "too_many").with("max", MAX_CUSTOM));
        }
        let mut seen = BTreeSet::new();
        for (at, field) in self.custom.iter_mut().enumerate().take(MAX_CUSTOM) {
            let name = format!("fields.custom.{at}.label");
            field.label = check.required(&name, &field.label, MAX_LABEL);
            if !seen.insert(fold(&field.label)) {
                check.refuse(FieldError::new(name, "given_twice"));
            }
        }
        self
    }
}
