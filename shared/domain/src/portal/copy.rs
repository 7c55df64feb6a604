//! What one portal says, said by another, too.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Portal;
use crate::{
    Actor, Changed, Moment, Problem,
    feature::{Chain, Level},
};

/// What of a portal can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = PortalPart)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The colour of its page.
    AccentColour,
    /// What it says of features.
    Features,
    /// What its page asks for, and what a question can be about.
    Fields,
    /// What its page says.
    Texts,
}

impl Portal {
    /// Says what `other` says, in these parts.
    pub fn take_over(
        self,
        moment: &mut Moment,
        actor: Actor,
        (other, parts): (&Self, &BTreeSet<Part>),
    ) -> Result<Changed<Self>, Problem> {
        let mut now = self.clone();
        for part in parts {
            match part {
                Part::AccentColour => now.accent_colour.clone_from(&other.accent_colour),
                Part::Texts => now.texts = other.texts.clone(),
                Part::Fields => {
                    now.fields = other.fields.clone();
                    now.categories.clone_from(&other.categories);
                }
                Part::Features => {
                    let level = (Level::Portal, &Chain::default());
                    now.features = self.features.change(moment, actor, level, &other.features.input())?;
                }
            }
        }
        Ok(self.told(moment, actor, now))
    }
}
