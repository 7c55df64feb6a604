//! The JSON that the outside sees.

use std::collections::BTreeMap;

use domain::{
    PortalId, TeamId, Timestamp, UserId,
    feature::{Decided, FeaturesInput, Key, Kind, Level, Step, Value, Why},
    organisation::Impact,
};
use runtime::Who;
use serde::Serialize;
use utoipa::ToSchema;

/// What the account says of features, and all that can be said.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccountFeatures {
    /// What it says; of what is left out it says nothing.
    pub features: FeaturesInput,
    /// Every feature there is.
    pub catalogue: Vec<FeatureView>,
}

/// A feature.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Feature)]
pub(crate) struct FeatureView {
    /// Its key.
    pub key: Key,
    /// What it can be.
    pub kind: Kind,
    /// What holds where nobody says anything.
    pub default: Value,
    /// The least number.
    pub min: Option<u8>,
    /// The largest number.
    pub max: Option<u8>,
}

/// What a level says of features after a change, or would say.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChangedFeatures {
    /// What it says.
    pub features: FeaturesInput,
    /// What that would change, when it is only tried; null once it is done.
    pub impact: Option<Impact>,
}

/// What is on for a representative, feature by feature.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EffectiveFeatures {
    /// For whom.
    pub user_id: UserId,
    /// What customers see of them.
    pub screen_name: String,
    /// The team that they are in.
    pub team_id: Option<TeamId>,
    /// At which portal; null: at none.
    pub portal_id: Option<PortalId>,
    /// What holds, and whose word that is.
    pub features: BTreeMap<Key, Decided>,
}

/// Why features are as they are for a representative at a portal.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UserFeatures {
    /// For whom.
    pub user_id: UserId,
    /// What is said for them alone.
    pub features: FeaturesInput,
    /// The team that they are in.
    pub team_id: Option<TeamId>,
    /// At which portal; null: at none.
    pub portal_id: Option<PortalId>,
    /// Every feature with the value that holds, and how it came about.
    pub effective: Vec<WhyView>,
}

/// A feature with the value that holds, and how it came about.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FeatureWhy)]
pub(crate) struct WhyView {
    /// The feature.
    pub key: Key,
    /// What holds.
    pub value: Value,
    /// Whose word that is.
    pub level: Level,
    /// All who say something, from the widest to the narrowest, the portal last.
    pub chain: Vec<StepView>,
}

/// A level that says something of a feature.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FeatureStep)]
pub(crate) struct StepView {
    /// Which level.
    pub level: Level,
    /// What it says.
    pub value: Value,
    /// Whether it has locked it.
    pub locked: bool,
    /// Whether its word counts: not where a wider level has locked the feature.
    pub counts: bool,
    /// Who has said so.
    pub by: Who,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

impl From<Key> for FeatureView {
    fn from(key: Key) -> Self {
        let (min, max) = key.bounds().unzip();
        Self { key, kind: key.kind(), default: key.default(), min, max }
    }
}

impl WhyView {
    /// A reason, with the names of who has said what.
    pub fn new(Why { key, decided, chain }: Why, who: impl Fn(&Step) -> Who) -> Self {
        let step = |step: Step| StepView {
            level: step.level,
            value: step.value,
            locked: step.locked,
            counts: step.counts,
            by: who(&step),
            at: step.at,
        };
        Self { key, value: decided.value, level: decided.level, chain: chain.into_iter().map(step).collect() }
    }
}
