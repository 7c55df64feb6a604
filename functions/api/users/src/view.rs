//! The JSON that the outside sees.

use std::collections::BTreeSet;

use domain::{
    Locale, TeamId, UserId,
    company_access::CompanyAccess,
    user::{Duties, Module, Right, Role, Seats, Status, User},
};
use serde::Serialize;
use utoipa::ToSchema;

/// A user.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = User)]
pub struct View {
    /// Their id.
    pub id: UserId,
    /// What they sign in with.
    pub login: String,
    /// Where mail goes.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// What customers see.
    pub screen_name: String,
    /// Whatever is noted of them.
    pub custom: String,
    /// What they may do at large.
    pub role: Role,
    /// What a team manager may do in their teams.
    pub rights: BTreeSet<Right>,
    /// The teams that a team manager manages, each with its subteams.
    pub team_ids: BTreeSet<TeamId>,
    /// The team or subteam that a representative is in.
    pub team_id: Option<TeamId>,
    /// The companies whose data they see.
    pub company_access: CompanyAccess,
    /// The parts of the product that are open to them.
    pub modules: BTreeSet<Module>,
    /// By which seats they work in them.
    pub seats: Seats,
    /// Where they are in their life.
    pub status: Status,
    /// Whether they sign in with a second factor.
    pub two_factor: bool,
    /// Their language.
    pub locale: Locale,
    /// Their time zone (IANA).
    pub time_zone: String,
    /// When they were added.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: domain::Timestamp,
}

impl From<User> for View {
    fn from(user: User) -> Self {
        let Duties { role, rights, team_ids, team_id, company_access, modules, seats } = user.duties;
        Self {
            id: user.id,
            login: user.login.to_string(),
            email: user.email.to_string(),
            first_name: user.first_name,
            last_name: user.last_name,
            screen_name: user.screen_name,
            custom: user.custom,
            role,
            rights,
            team_ids,
            team_id,
            company_access,
            modules,
            seats,
            status: user.status,
            two_factor: user.two_factor,
            locale: user.locale,
            time_zone: user.time_zone,
            created_at: user.created_at,
        }
    }
}
