//! Which value of a feature holds for a representative, at a portal or at none (SET-3).

use serde::{Deserialize, Serialize};

use super::{EndPrompt, Features, Key, Said, Value};

/// Who says something of a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = FeatureLevel)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Nobody: it is so where nothing is said.
    Default,
    /// The account.
    Account,
    /// The team.
    Team,
    /// The subteam.
    Subteam,
    /// The representative.
    Representative,
    /// The portal: it can only take away.
    Portal,
}

/// What the levels say that bear upon a representative, from the widest to the narrowest.
#[derive(Debug, Clone, Copy, Default)]
pub struct Chain<'a> {
    /// The account.
    pub account: Option<&'a Features>,
    /// The team, or the parent of the subteam.
    pub team: Option<&'a Features>,
    /// The subteam.
    pub subteam: Option<&'a Features>,
    /// The representative.
    pub representative: Option<&'a Features>,
}

impl Chain<'_> {
    /// The levels in their order, with what each says of a feature.
    pub(super) fn of(&self, key: Key) -> [(Level, Option<&Said>); 4] {
        [
            (Level::Account, self.account),
            (Level::Team, self.team),
            (Level::Subteam, self.subteam),
            (Level::Representative, self.representative),
        ]
        .map(|(level, features)| (level, features.and_then(|said| said.get(key))))
    }

    /// The level above `level` that has locked a feature, if one has.
    #[must_use]
    pub fn lock_above(&self, level: Level, key: Key) -> Option<Level> {
        let locked = |(_, said): &(Level, Option<&Said>)| said.is_some_and(|said| said.locked);
        self.of(key).into_iter().filter(|(at, _)| *at < level).find(locked).map(|(at, _)| at)
    }
}

/// The value that holds, and who has decided it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = FeatureDecided)]
pub struct Decided {
    /// What holds.
    pub value: Value,
    /// Whose word that is.
    pub level: Level,
}

impl Value {
    /// What a portal that says this leaves of `value`, where that is less or the portal has it off; `None` where it stays.
    fn leaves_of(self, value: Self) -> Option<Self> {
        let takes_away = match (self, value) {
            (Self::Switch(allowed), _) => !allowed,
            (Self::Limit(most), Self::Limit(value)) => most < value,
            (Self::EndPrompt(most), Self::EndPrompt(value)) => most < value || most == EndPrompt::Off,
            (Self::RecordLocation(_), _) => true,
            _ => false,
        };
        takes_away.then_some(self)
    }
}

impl Decided {
    /// What holds at a portal: what it has off is off, and it gives nothing that was not there.
    #[must_use]
    pub fn at(self, portal: Option<&Said>) -> Self {
        let leaves = portal.and_then(|said| said.value.leaves_of(self.value));
        leaves.map_or(self, |value| Self { value, level: Level::Portal })
    }
}

/// The value of a feature that holds for a representative, at no portal: the narrowest level that says something decides, unless
/// a wider one has locked it; of numbers, the smallest that is said.
#[must_use]
pub fn decide(key: Key, chain: &Chain<'_>) -> Decided {
    let mut decided = Decided { value: key.default(), level: Level::Default };
    for (level, said) in chain.of(key) {
        let Some(said) = said else { continue };
        if overrides(said.value, decided) {
            decided = Decided { value: said.value, level };
        }
        if said.locked {
            break;
        }
    }
    decided
}

/// Whether what a narrower level says takes the place of what was decided so far.
fn overrides(value: Value, so_far: Decided) -> bool {
    match (value, so_far) {
        (Value::Limit(value), Decided { value: Value::Limit(so_far), level }) => {
            level == Level::Default || value < so_far
        }
        _ => true,
    }
}
