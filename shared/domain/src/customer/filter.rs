//! Which customers of an account somebody means.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{ActivationState, Customer, PortalAccess};
use crate::{CompanyId, CustomerId, ServiceId, text::fold};

/// What the list of customers can be narrowed by; all that is said must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CustomerFilter {
    /// The beginning of first or last name or e-mail address; case and accents ignored.
    pub text: String,
    /// Those of a company.
    pub company_id: Option<CompanyId>,
    /// Those who have a service.
    pub service_id: Option<ServiceId>,
    /// Those with this access.
    pub portal_access: Option<PortalAccess>,
    /// Those whose activation is this far.
    pub activation: Option<ActivationState>,
}

impl CustomerFilter {
    /// Whether it lets everybody through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self == &Self { text: self.text.clone(), ..Self::default() } && self.text.trim().is_empty()
    }

    /// Whether the text finds somebody with these names and this address.
    #[must_use]
    pub fn finds(&self, first_name: &str, last_name: &str, email: &str) -> bool {
        let text = fold(&self.text);
        text.is_empty()
            || fold(&format!("{last_name} {first_name}")).starts_with(&text)
            || fold(&format!("{first_name} {last_name}")).starts_with(&text)
            || email.to_lowercase().starts_with(&self.text.trim().to_lowercase())
    }

    /// Whether it lets a customer through; `companies` are those whose names begin with the text.
    #[must_use]
    pub fn matches(&self, customer: &Customer, companies: &BTreeSet<CompanyId>) -> bool {
        let has = |id| customer.services.iter().any(|service| service.service_id == id);
        self.company_id.is_none_or(|company| customer.company_id == Some(company))
            && self.service_id.is_none_or(has)
            && self.portal_access.is_none_or(|access| customer.portal_access == access)
            && self.activation.is_none_or(|state| customer.activation.state() == state)
            && (self.finds(&customer.first_name, &customer.last_name, &customer.email.to_string())
                || customer.company_id.is_some_and(|company| companies.contains(&company)))
    }
}

/// Whom background work is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Selection {
    /// Everybody of the account.
    All,
    /// Those whom a filter lets through.
    Matching(CustomerFilter),
    /// These.
    Chosen(Vec<CustomerId>),
}

impl Selection {
    /// The filter, if there is one.
    #[must_use]
    pub fn filter(&self) -> Option<&CustomerFilter> {
        if let Self::Matching(filter) = self { Some(filter) } else { None }
    }
}
