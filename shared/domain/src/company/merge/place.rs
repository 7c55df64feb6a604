//! Where a merge is: on which round, at what, behind which entry.

use serde::{Deserialize, Serialize};

/// What a merge works through, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Services that are offered to the company.
    Services,
    /// Users who have access to it.
    Users,
    /// Contacts that have to do with it.
    Contacts,
    /// Its devices.
    Devices,
    /// Its customers.
    Customers,
}

impl Kind {
    fn next(self) -> Option<Self> {
        match self {
            Self::Services => Some(Self::Users),
            Self::Users => Some(Self::Contacts),
            Self::Contacts => Some(Self::Devices),
            Self::Devices => Some(Self::Customers),
            Self::Customers => None,
        }
    }
}

/// Where a merge is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "place")]
pub enum Place {
    /// On one of the two rounds.
    Round {
        /// Whether it is the second one.
        last: bool,
        /// What is worked through.
        kind: Kind,
        /// Behind which entry of its list.
        after: Option<String>,
        /// Whether anything has been found there since its beginning: then it is gone through once more.
        found: bool,
    },
    /// Between the two, until whatever was being written when it began is through.
    Waiting,
    /// Nothing is left.
    End,
}

impl Place {
    /// The beginning of a round.
    #[must_use]
    pub const fn round(last: bool) -> Self {
        Self::Round { last, kind: Kind::Services, after: None, found: false }
    }

    /// Where to go on when the entries up to `after` are done; `None`: all of the list. `found` tells whether there was
    /// anything to do among them. What leaves a list is looked for until there is none.
    #[must_use]
    pub fn behind(&self, after: Option<String>, found: bool) -> Self {
        let Self::Round { last, kind, found: earlier, .. } = *self else { return self.clone() };
        let found = found || earlier;
        let again = found && matches!(kind, Kind::Devices | Kind::Customers);
        match (after, kind.next()) {
            (Some(after), _) => Self::Round { last, kind, after: Some(after), found },
            (None, _) if again => Self::Round { last, kind, after: None, found: false },
            (None, Some(kind)) => Self::Round { last, kind, after: None, found: false },
            (None, None) if last => Self::End,
            (None, None) => Self::Waiting,
        }
    }
}
