//! The JSON that the outside sees.

use std::collections::BTreeSet;

use domain::{
    PortalId, SubportalId, TeamId,
    feature::FeaturesInput,
    team::{Effective, PasswordPolicy, Team, Teams},
};
use serde::Serialize;
use utoipa::ToSchema;

/// A team, or with a parent a subteam.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Team)]
pub struct View {
    /// Its id.
    pub id: TeamId,
    /// Its name; unique in the account.
    pub name: String,
    /// The team of which it is a subteam.
    pub parent_id: Option<TeamId>,
    /// The portal that it says its representatives serve.
    pub portal_id: Option<PortalId>,
    /// The subportals of it that they serve; none listed: all.
    pub subportal_ids: BTreeSet<SubportalId>,
    /// The most of its representatives who are signed in at once.
    pub available_logins: Option<u32>,
    /// What it asks of their passwords.
    pub password_policy: PasswordPolicy,
    /// What they read first.
    pub message: String,
    /// What it says of features.
    pub features: FeaturesInput,
    /// What holds for its representatives: what it says itself, else what its parent says.
    pub effective: EffectiveView,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: domain::Timestamp,
}

/// What holds for the representatives of a team.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EffectiveTeam)]
pub struct EffectiveView {
    /// The portal that they serve.
    pub portal_id: Option<PortalId>,
    /// The subportals of it that they serve; none listed: all.
    pub subportal_ids: BTreeSet<SubportalId>,
    /// The most who are signed in at once.
    pub available_logins: Option<u32>,
    /// What is asked of their passwords.
    pub password_policy: PasswordPolicy,
    /// What they read first.
    pub message: String,
}

impl View {
    /// A team among the others.
    pub fn new(team: Team, teams: &Teams) -> Self {
        let Effective { portal_id, subportal_ids, available_logins, password_policy, message } =
            teams.effective(&team);
        let effective =
            EffectiveView { portal_id, subportal_ids, available_logins, password_policy, message };
        Self {
            id: team.id,
            name: team.name,
            parent_id: team.parent_id,
            portal_id: team.portal_id,
            subportal_ids: team.subportal_ids,
            available_logins: team.available_logins,
            password_policy: team.password_policy,
            message: team.message,
            features: team.features.input(),
            effective,
            created_at: team.created_at,
        }
    }
}
