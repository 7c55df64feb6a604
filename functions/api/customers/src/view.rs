//! The JSON that the outside sees.

use std::collections::BTreeMap;

use domain::{
    CompanyId, CustomerId, ImportId, Timestamp,
    avatar::Avatar,
    company::Company,
    customer::{Activation, ActivationState, Customer, CustomerInput, PortalAccess},
};
use runtime::{PictureProblem, Words};
use serde::Serialize;
use store::CustomerLine;
use utoipa::ToSchema;

/// A customer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Customer)]
pub struct View {
    /// Their id.
    pub id: CustomerId,
    /// All that can be said of them and changed.
    #[serde(flatten)]
    pub input: CustomerInput,
    /// Their company.
    pub company: Option<CompanyView>,
    /// Their avatar.
    pub avatar: Option<AvatarView>,
    /// Whether a picture has been asked for and not been read yet.
    pub avatar_pending: bool,
    /// Why the newest picture is not their avatar.
    pub avatar_problem: Option<PictureProblem>,
    /// How far their activation is.
    pub activation: ActivationView,
    /// The import that made them.
    pub import_id: Option<ImportId>,
    /// When they were added.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When they were last changed.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}

/// Where a customer's avatar is. Another picture has another address.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Avatar)]
pub struct AvatarView {
    /// 61 pixels wide and high.
    pub small: String,
    /// 122 pixels.
    pub large: String,
}

impl AvatarView {
    fn of(avatar: &Avatar) -> Option<Self> {
        let mut keys = avatar.files(avatar.picture.as_deref()?).map(|(_, key)| format!("/v1/{key}"));
        Some(Self { small: keys.next()?, large: keys.next()? })
    }
}

/// How far a customer's activation is (CUS-4).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomerActivation)]
pub struct ActivationView {
    /// In a word.
    pub state: ActivationState,
    /// When the newest activation mail was sent on its way.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub invited_at: Option<Timestamp>,
    /// Since when they have a password.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub active_since: Option<Timestamp>,
}

impl From<Activation> for ActivationView {
    fn from(activation: Activation) -> Self {
        let Activation { invited_at, active_since } = activation;
        Self { state: activation.state(), invited_at, active_since }
    }
}

/// A company, in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompanyView {
    /// Its id.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
}

impl View {
    /// A customer, the company they work for, if there is one, and their avatar, told in the reader's language.
    #[must_use]
    pub fn new(customer: &Customer, company: Option<&Company>, avatar: &Avatar, words: Words) -> Self {
        Self {
            avatar: AvatarView::of(avatar),
            avatar_pending: avatar.upload.is_some(),
            avatar_problem: avatar.fault.as_ref().map(|fault| PictureProblem::new(fault, words)),
            id: customer.id,
            input: customer.input(),
            company: company.map(CompanyView::from),
            activation: ActivationView::from(customer.activation),
            import_id: customer.import_id,
            created_at: customer.created_at,
            updated_at: customer.updated_at,
        }
    }
}

impl From<&Company> for CompanyView {
    fn from(company: &Company) -> Self {
        Self { id: company.id, name: company.name.clone() }
    }
}

/// A customer as a list shows them.
#[derive(Debug, Serialize, ToSchema)]
pub struct Line {
    /// Their id.
    pub id: CustomerId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address.
    pub email: String,
    /// Their company.
    pub company: Option<CompanyView>,
    /// What they may do in the portal.
    pub portal_access: PortalAccess,
    /// How far their activation is.
    pub activation: ActivationState,
    /// When they were added.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
}

impl Line {
    /// A line of a list, with its company among those that the page needs.
    #[must_use]
    pub fn new(line: CustomerLine, companies: &BTreeMap<CompanyId, Company>) -> Self {
        let company = line.company_id.and_then(|id| companies.get(&id)).map(CompanyView::from);
        let CustomerLine { id, first_name, last_name, email, portal_access, activation, created_at, .. } =
            line;
        Self { id, first_name, last_name, email, company, portal_access, activation, created_at }
    }
}
