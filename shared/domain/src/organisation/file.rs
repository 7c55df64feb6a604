//! The organisation as one file, without people, so that it can live in version control: things are named by their names, never by ids.

use serde::{Deserialize, Serialize};

use super::Present;
use crate::{
    CompanyId, PortalId, TeamId,
    company::Company,
    feature::FeaturesInput,
    portal::{Fields, Kind, Mode, Portal, Status, Texts},
    settings::{Colour, Settings},
    team::{PasswordPolicy, Team},
    text::fold,
};

/// The format of files that this version writes and reads.
pub const FORMAT: u32 = 1;

/// An organisation. In what is left out, nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = OrganisationFile)]
#[serde(default, deny_unknown_fields)]
pub struct File {
    /// The format: 1.
    pub format: u32,
    /// What the account says for itself; its logo is not in the file.
    pub settings: Settings,
    /// What the account says of features.
    pub features: FeaturesInput,
    /// The companies, by name.
    pub companies: Vec<CompanyEntry>,
    /// The portals, by slug.
    pub portals: Vec<PortalEntry>,
    /// The teams and subteams, by name.
    pub teams: Vec<TeamEntry>,
}

/// A company.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CompanyEntry {
    /// Its name.
    #[schema(max_length = 255)]
    pub name: String,
    /// What it says for itself.
    pub settings: Settings,
}

/// A portal.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PortalEntry {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    #[schema(max_length = 128)]
    pub name: String,
    /// How customers are brought to representatives.
    pub mode: Mode,
    /// What its page is like; null: the mode's usual one.
    #[serde(rename = "type")]
    pub kind: Option<Kind>,
    /// Whether it is open.
    pub status: Status,
    /// The company whose portal it is, by name.
    pub company: Option<String>,
    /// What its page says, by language.
    pub texts: Texts,
    /// The colour of its page; null: the account's.
    pub accent_colour: Option<Colour>,
    /// What its page asks for; null: what is usual for its type.
    pub fields: Option<Fields>,
    /// What a question can be about.
    pub categories: Vec<String>,
    /// Its subportals, by name; none named: one that is called as the first one always is.
    pub subportals: Vec<String>,
    /// What it says of features.
    pub features: FeaturesInput,
}

/// A team, or with a parent a subteam.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TeamEntry {
    /// Its name.
    #[schema(max_length = 128)]
    pub name: String,
    /// The team of which it is a subteam, by name.
    pub parent: Option<String>,
    /// The portal that its representatives serve, by slug.
    pub portal: Option<String>,
    /// The subportals of it that they serve, by name; none named: all.
    pub subportals: Vec<String>,
    /// The most of its representatives who are signed in at once.
    pub available_logins: Option<u32>,
    /// What it asks of their passwords.
    pub password_policy: PasswordPolicy,
    /// What they read first.
    pub message: String,
    /// What it says of features.
    pub features: FeaturesInput,
}

impl File {
    /// The organisation as it is, each list in the order of its names, so that a change is a small difference.
    #[must_use]
    pub fn of(present: &Present) -> Self {
        let mut companies: Vec<_> = present.companies.iter().map(CompanyEntry::of).collect();
        companies.sort_by_cached_key(|entry| fold(&entry.name));
        let mut portals: Vec<_> =
            present.portals.iter().map(|portal| PortalEntry::of(portal, present)).collect();
        portals.sort_by(|one, other| one.slug.cmp(&other.slug));
        let mut teams: Vec<_> = present.teams.iter().map(|team| TeamEntry::of(team, present)).collect();
        teams.sort_by_cached_key(|entry| fold(&entry.name));
        let settings = Settings { logo: None, ..present.account.settings.clone() };
        Self {
            format: FORMAT,
            settings,
            features: present.account.features.input(),
            companies,
            portals,
            teams,
        }
    }
}

impl CompanyEntry {
    pub(super) fn of(company: &Company) -> Self {
        Self { name: company.name.clone(), settings: company.settings.clone() }
    }
}

impl PortalEntry {
    pub(super) fn of(portal: &Portal, present: &Present) -> Self {
        let company = |id: CompanyId| present.companies.iter().find(|company| company.id == id);
        Self {
            slug: portal.slug.clone(),
            name: portal.name.clone(),
            mode: portal.mode,
            kind: Some(portal.kind),
            status: portal.status,
            company: portal.company_id.and_then(company).map(|company| company.name.clone()),
            texts: portal.texts.clone(),
            accent_colour: portal.accent_colour.clone(),
            fields: Some(portal.fields.clone()),
            categories: portal.categories.clone(),
            subportals: portal.subportals.iter().map(|subportal| subportal.name.clone()).collect(),
            features: portal.features.input(),
        }
    }
}

impl TeamEntry {
    pub(super) fn of(team: &Team, present: &Present) -> Self {
        let parent = |id: TeamId| present.teams.get(id);
        let portal = |id: PortalId| present.portals.iter().find(|portal| portal.id == id);
        let portal = team.portal_id.and_then(portal);
        let named = portal.map(|portal| portal.subportals.as_slice()).unwrap_or_default();
        let served = named.iter().filter(|subportal| team.subportal_ids.contains(&subportal.id));
        Self {
            name: team.name.clone(),
            parent: team.parent_id.and_then(parent).map(|parent| parent.name.clone()),
            portal: portal.map(|portal| portal.slug.clone()),
            subportals: served.map(|subportal| subportal.name.clone()).collect(),
            available_logins: team.available_logins,
            password_policy: team.password_policy,
            message: team.message.clone(),
            features: team.features.input(),
        }
    }
}
