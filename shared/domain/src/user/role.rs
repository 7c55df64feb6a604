//! What a user is, and what they may do besides (PPL-1, PPL-2).

use serde::{Deserialize, Serialize};

/// What a user may do at large (PPL-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything in the account.
    CompanyManager,
    /// Only the teams given to them.
    TeamManager,
    /// Answers customers; sees account data but changes none of it.
    Representative,
    /// Holds API keys for provisioning.
    ApiManager,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::CompanyManager, Self::TeamManager, Self::Representative, Self::ApiManager];

    /// Its name, as the interface has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CompanyManager => "company_manager",
            Self::TeamManager => "team_manager",
            Self::Representative => "representative",
            Self::ApiManager => "api_manager",
        }
    }

    /// Whether they have the whole account before them, whatever else is said: every company.
    #[must_use]
    pub const fn has_the_account(self) -> bool {
        matches!(self, Self::CompanyManager | Self::ApiManager)
    }
}

/// What a team manager may do in their teams (PPL-2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Add, change, suspend and delete representatives.
    ManageRepresentatives,
    /// Move representatives between teams that they manage both.
    MoveRepresentatives,
    /// Change settings.
    ManageSettings,
    /// Run reports.
    RunReports,
    /// Look at sessions that are over.
    ReviewSessions,
    /// Watch sessions that go on.
    MonitorSessions,
    /// Give representatives access to the management center, and to what is their own there: features, so that
    /// [`Right::ManageSettings`] is needed, too.
    GrantManagementAccess,
    /// See, edit and delete monthly reports.
    ManageMonthlyReports,
}

impl Right {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::ManageRepresentatives,
        Self::MoveRepresentatives,
        Self::ManageSettings,
        Self::RunReports,
        Self::ReviewSessions,
        Self::MonitorSessions,
        Self::GrantManagementAccess,
        Self::ManageMonthlyReports,
    ];

    /// Its name, as the interface has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ManageRepresentatives => "manage_representatives",
            Self::MoveRepresentatives => "move_representatives",
            Self::ManageSettings => "manage_settings",
            Self::RunReports => "run_reports",
            Self::ReviewSessions => "review_sessions",
            Self::MonitorSessions => "monitor_sessions",
            Self::GrantManagementAccess => "grant_management_access",
            Self::ManageMonthlyReports => "manage_monthly_reports",
        }
    }
}

/// A part of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Module {
    /// Live help: queries, sessions, devices.
    RemoteSupport,
    /// Customers, services, incidents, articles.
    ServiceDesk,
    /// Teams, portals, dashboards, reports.
    Management,
}

impl Module {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::RemoteSupport, Self::ServiceDesk, Self::Management];

    /// Its name, as the interface has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::RemoteSupport => "remote_support",
            Self::ServiceDesk => "service_desk",
            Self::Management => "management",
        }
    }
}
