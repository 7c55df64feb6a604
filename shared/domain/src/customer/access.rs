//! What a customer may do in the portal, at large and for each service (CUS-2, CUS-3).

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{Customer, Named, input::MAX_SERVICES};
use crate::{FieldError, ServiceId, service::Status, text::Check};

/// What a customer may do in the portal (CUS-2).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PortalAccess {
    /// Can't sign in.
    #[default]
    None,
    /// Raises incidents for the services given to them.
    Standard,
    /// Raises incidents for the services of their company.
    Company,
    /// The same, and sees and changes the incidents of fellow employees.
    CompanyAdmin,
}

/// Whether a service may be used in the portal, or only be chosen for the customer by staff (CUS-3).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// In the portal too.
    #[default]
    PortalAccess,
    /// Only as customer of an incident.
    NoPortalAccess,
}

/// A service that a customer has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceAccess {
    /// Which service.
    pub service_id: ServiceId,
    /// How far.
    #[serde(default)]
    pub access: Access,
}

impl Customer {
    /// What their access breaks of CUS-2 and CUS-3, now that they have another than `before`.
    pub(crate) fn broken_access(&self, named: &Named, before: &Self) -> Vec<FieldError> {
        let mut check = Check::default();
        self.check_access(&mut check, named, Some(before));
        if self.services.len() > MAX_SERVICES {
            check.refuse(FieldError::new("services", "too_long").with("max", MAX_SERVICES));
        }
        check.into_errors()
    }

    /// Names every condition that the access does not meet.
    pub(super) fn check_access(&self, check: &mut Check, named: &Named, before: Option<&Self>) {
        let has_portal_service = self.services.iter().any(|service| service.access == Access::PortalAccess);
        match self.portal_access {
            PortalAccess::Standard if !has_portal_service => {
                check.refuse(FieldError::new("portal_access", "needs_service_with_portal_access"));
            }
            PortalAccess::Company | PortalAccess::CompanyAdmin if self.company_id.is_none() => {
                check.refuse(FieldError::new("portal_access", "needs_company"));
            }
            _ => {}
        }
        let mut seen = HashSet::new();
        for (at, given) in self.services.iter().enumerate() {
            let had =
                before.is_some_and(|before| before.services.iter().any(|s| s.service_id == given.service_id));
            if !seen.insert(given.service_id) {
                check.refuse(FieldError::new(format!("services.{at}.service_id"), "service_given_twice"));
            }
            if let Some(code) = self.refused(given.service_id, named, had) {
                check.refuse(FieldError::new(format!("services.{at}.service_id"), code));
            }
        }
    }

    fn refused(&self, service_id: ServiceId, named: &Named, had: bool) -> Option<&'static str> {
        let Some(service) = named.services.iter().find(|service| service.id == service_id) else {
            return Some("service_unknown");
        };
        if !service.is_open_to(self.company_id) {
            return Some("service_not_open_to_company");
        }
        (service.status == Status::Retired && !had).then_some("service_retired")
    }
}
