//! What a user may do, and where: what their managers decide (PPL-1, PPL-2, PPL-4, PPL-15).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Module, Right, Role, User, UserInput};
use crate::{FieldError, TeamId, company_access::CompanyAccess, text::Check};

/// The most teams that are given to a manager.
pub const MAX_TEAMS: usize = 50;

/// By which kind of seat a user works in a module (PPL-15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SeatKind {
    /// Theirs alone.
    Named,
    /// Whichever of the pool is free.
    Shared,
}

/// By which seats a user works, module by module; none where they have none. There are none for management.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = UserSeats)]
#[serde(default, deny_unknown_fields)]
pub struct Seats {
    /// For live help.
    pub remote_support: Option<SeatKind>,
    /// For the service desk.
    pub service_desk: Option<SeatKind>,
}

impl Seats {
    /// The seats that there are, with their modules.
    pub fn held(self) -> impl Iterator<Item = (Module, SeatKind)> {
        let seats = [(Module::RemoteSupport, self.remote_support), (Module::ServiceDesk, self.service_desk)];
        seats.into_iter().filter_map(|(module, kind)| Some((module, kind?)))
    }
}

/// What a user may do, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duties {
    /// What they may do at large.
    pub role: Role,
    /// What a team manager may do in their teams; empty for others.
    pub rights: BTreeSet<Right>,
    /// The teams given to a team manager, each with its subteams; empty for others.
    #[serde(default)]
    pub team_ids: BTreeSet<TeamId>,
    /// The team or subteam that a representative is in (PPL-13).
    #[serde(default)]
    pub team_id: Option<TeamId>,
    /// Whose data they see: that of these companies.
    pub company_access: CompanyAccess,
    /// The parts of the product that are open to them.
    pub modules: BTreeSet<Module>,
    /// By which seats they work in them.
    pub seats: Seats,
}

impl Duties {
    /// What an input asks for. Who has the whole account before them has it whole, without saying so.
    pub(super) fn check(check: &mut Check, input: &UserInput) -> Self {
        let role = input.role;
        if role != Role::TeamManager && !input.rights.is_empty() {
            check.refuse(FieldError::new("rights", "rights_of_team_managers"));
        }
        if role != Role::TeamManager && !input.team_ids.is_empty() {
            check.refuse(FieldError::new("team_ids", "teams_of_team_managers"));
        }
        if role != Role::Representative && input.team_id.is_some() {
            check.refuse(FieldError::new("team_id", "team_of_representatives"));
        }
        if input.team_ids.len() > MAX_TEAMS {
            check.refuse(FieldError::new("team_ids", "too_many").with("max", MAX_TEAMS));
        }
        let company_access = if role.has_the_account() {
            CompanyAccess::ALL
        } else {
            input.company_access.check(check, "company_access");
            input.company_access.clone()
        };
        let modules = match role {
            Role::CompanyManager => Module::ALL.into(),
            Role::ApiManager => BTreeSet::new(),
            Role::TeamManager | Role::Representative => input.modules.clone(),
        };
        if modules.is_empty() && role != Role::ApiManager {
            check.refuse(FieldError::new("modules", "required"));
        }
        for (module, _) in input.seats.held().filter(|(module, _)| !modules.contains(module)) {
            check.refuse(FieldError::new(format!("seats.{}", module.name()), "seat_without_module"));
        }
        Self {
            role,
            rights: input.rights.clone(),
            team_ids: input.team_ids.clone(),
            team_id: input.team_id,
            company_access,
            modules,
            seats: input.seats,
        }
    }
}

impl User {
    /// The user as somebody with access to these companies may see them.
    #[must_use]
    pub fn seen_by(mut self, companies: &CompanyAccess) -> Self {
        self.duties.company_access = self.duties.company_access.seen_by(companies);
        self
    }
}
