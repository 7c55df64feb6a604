//! Which companies somebody has access to (PPL-4, CON-1).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{CompanyId, FieldError, text::Check};

/// The most companies of a list; more than that is `all`.
pub const MAX_COMPANIES: usize = 100;

/// `"all"`, or the ids of some companies. An empty list gives access to nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(untagged)]
pub enum CompanyAccess {
    /// Every company there is and will be, and what belongs to none.
    Every(All),
    /// These alone.
    Only(BTreeSet<CompanyId>),
}

/// The word for every company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum All {
    /// Every company.
    All,
}

impl Default for CompanyAccess {
    fn default() -> Self {
        Self::Only(BTreeSet::new())
    }
}

impl CompanyAccess {
    /// Access to every company.
    pub const ALL: Self = Self::Every(All::All);

    /// Whether what belongs to `company` is within. What belongs to none is for those with access to all.
    #[must_use]
    pub fn includes(&self, company: Option<CompanyId>) -> bool {
        match self {
            Self::Every(_) => true,
            Self::Only(ids) => company.is_some_and(|id| ids.contains(&id)),
        }
    }

    /// Whether there is a company to which both give access.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Only(ids), Self::Only(others)) => !ids.is_disjoint(others),
            _ => true,
        }
    }

    /// Whether its list names a company.
    #[must_use]
    pub fn names(&self, company: CompanyId) -> bool {
        self.listed().is_some_and(|ids| ids.contains(&company))
    }

    /// As much of it as somebody with access to `others` may know of: companies beyond are not told.
    #[must_use]
    pub fn seen_by(self, others: &Self) -> Self {
        match (self, others) {
            (Self::Only(ids), Self::Only(others)) => Self::Only(&ids & others),
            (whole, _) => whole,
        }
    }

    /// The ids of the companies that are listed; none where access is to all.
    #[must_use]
    pub fn ids(&self) -> Vec<CompanyId> {
        self.listed().into_iter().flatten().copied().collect()
    }

    /// The companies that are listed; `None` for all.
    #[must_use]
    pub fn listed(&self) -> Option<&BTreeSet<CompanyId>> {
        match self {
            Self::Every(_) => None,
            Self::Only(ids) => Some(ids),
        }
    }

    /// Refuses a list without companies, and one that is too long.
    pub fn check(&self, check: &mut Check, field: &str) {
        match self.listed().map(BTreeSet::len) {
            Some(0) => check.refuse(FieldError::new(field, "required")),
            Some(count) if count > MAX_COMPANIES => {
                check.refuse(FieldError::new(field, "too_many").with("max", MAX_COMPANIES));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::testing::moment;

    /// PPL-4. What belongs to no company is nothing that somebody with a list may see.
    #[test]
    fn access_is_to_all_or_to_what_is_listed_and_says_so_in_json() {
        let [one, other] = [0, 1].map(|at| CompanyId::new(&mut moment(at)));
        let some = CompanyAccess::Only([one].into());
        let seen = |access: &CompanyAccess| [Some(one), Some(other), None].map(|id| access.includes(id));
        assert_eq!((seen(&some), seen(&CompanyAccess::ALL)), ([true, false, false], [true; 3]));
        assert!(some.meets(&CompanyAccess::ALL) && some.meets(&some));
        assert!(!some.meets(&CompanyAccess::Only([other].into())) && !some.meets(&CompanyAccess::default()));
        let both = CompanyAccess::Only([one, other].into());
        assert_eq!(
            (both.clone().seen_by(&some), both.clone().seen_by(&CompanyAccess::ALL)),
            (some.clone(), both)
        );
        assert_eq!(CompanyAccess::ALL.seen_by(&some), CompanyAccess::ALL);
        for (access, json) in
            [(CompanyAccess::ALL, serde_json::json!("all")), (some, serde_json::json!([one]))]
        {
            assert_eq!(serde_json::to_value(&access).unwrap(), json);
            assert_eq!(serde_json::from_value::<CompanyAccess>(json).unwrap(), access);
        }
    }
}
