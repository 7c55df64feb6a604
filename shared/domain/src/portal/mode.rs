//! How a portal brings customers to representatives, and what its page is like (POR-2).

use serde::{Deserialize, Serialize};

/// How customers are brought to representatives.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = PortalMode)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// By a page, where whoever is there is alerted.
    #[default]
    Web,
    /// By telephone: a representative says a code.
    Phone,
    /// By a page, where customers wait in line.
    Queue,
}

/// What the page is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = PortalType)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One representative is chosen from a list, and only that one is alerted.
    ChooseRepresentative,
    /// A question is asked, and everybody who is available is alerted.
    Question,
    /// One click, and everybody who is available is alerted.
    Button,
    /// The code of a representative is entered.
    Code,
}

impl Mode {
    /// The types that it can have, the usual one first.
    #[must_use]
    pub const fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Web => &[Kind::Question, Kind::ChooseRepresentative, Kind::Button],
            Self::Phone => &[Kind::Code],
            Self::Queue => &[Kind::Question],
        }
    }

    /// The type that it has when nothing is said.
    #[must_use]
    pub fn usual(self) -> Kind {
        self.kinds().first().copied().unwrap_or(Kind::Question)
    }
}

impl Kind {
    /// Its name, as the interface has it.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::ChooseRepresentative => "choose_representative",
            Self::Question => "question",
            Self::Button => "button",
            Self::Code => "code",
        }
    }
}
