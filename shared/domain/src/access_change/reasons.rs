//! Why a mass change has skipped customers, and how many for each reason.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Skipped;
use crate::FieldError;

/// A reason for which customers were skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What the change would break, for one of them.
    pub example: FieldError,
    /// How many were skipped for it.
    pub customers: u64,
}

/// Reasons by their codes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reasons(pub BTreeMap<String, Reason>);

impl Reasons {
    /// Those of some customers; one who breaks a rule twice counts once for it.
    #[must_use]
    pub fn of(skipped: &[Skipped]) -> Self {
        skipped.iter().fold(Self::default(), |all, skipped| {
            let once = skipped
                .errors
                .iter()
                .map(|error| (error.code.clone(), Reason { example: error.clone(), customers: 1 }));
            all.plus(&Self(once.collect()))
        })
    }

    /// Both together.
    #[must_use]
    pub fn plus(mut self, other: &Self) -> Self {
        for (code, reason) in &other.0 {
            let none = || Reason { customers: 0, ..reason.clone() };
            self.0.entry(code.clone()).or_insert_with(none).customers += reason.customers;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CustomerId, moment::testing::moment};

    /// CUS-6.
    #[test]
    fn one_who_breaks_a_rule_twice_counts_once_for_it() {
        let skipped = |codes: &[&str]| Skipped {
            id: CustomerId::new(&mut moment(0)),
            errors: codes.iter().map(|code| FieldError::new("services", code)).collect(),
        };
        let some = [skipped(&["service_unknown", "service_unknown"]), skipped(&["needs_company"])];
        let all = Reasons::of(&some).plus(&Reasons::of(&[skipped(&["needs_company", "service_unknown"])]));
        let counted: Vec<_> = all.0.iter().map(|(code, reason)| (code.as_str(), reason.customers)).collect();
        assert_eq!(counted, [("needs_company", 2), ("service_unknown", 2)]);
    }
}
