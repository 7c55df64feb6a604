//! The JSON that customers see of themselves.

use domain::{
    AccountId, CompanyId, CustomerId, Locale, ServiceId,
    account::{Account, Brand},
    company::Company,
    customer::{Customer, EmailFormat, PortalAccess},
    portal::Portal,
    service::Service,
};
use serde::Serialize;
use utoipa::ToSchema;

/// Who is signed in to the portal of which account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PortalCustomer {
    /// Their id.
    id: CustomerId,
    /// Their address.
    email: String,
    /// First name.
    first_name: String,
    /// Last name.
    last_name: String,
    /// What they may do in the portal.
    portal_access: PortalAccess,
    /// Their language.
    locale: Locale,
    /// Their time zone (IANA).
    time_zone: String,
    /// How mail to them is formatted.
    email_format: EmailFormat,
    /// Whose portal it is.
    account: PortalAccount,
}

/// The organisation whose portal it is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PortalAccount {
    /// Its id.
    id: AccountId,
    /// How it looks.
    #[serde(flatten)]
    brand: Brand,
}

/// A customer, with what the portal is for them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalMe)]
pub(crate) struct Me {
    #[serde(flatten)]
    customer: PortalCustomer,
    /// The company they work for.
    company: Option<PortalCompany>,
    /// The services for which they can ask for help.
    services: Vec<PortalService>,
    /// Where they ask for help: the open portals of their company, and of none.
    pub ask_at: Vec<Door>,
}

/// A page where customers ask for help.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalDoor)]
pub(crate) struct Door {
    /// Its name.
    name: String,
    /// Where it is: a path below the address of this interface.
    address: String,
}

impl From<&Portal> for Door {
    fn from(portal: &Portal) -> Self {
        Self { name: portal.name.clone(), address: portal.address() }
    }
}

/// A customer's company.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PortalCompany {
    /// Its id.
    id: CompanyId,
    /// Its name.
    name: String,
}

/// A service that a customer has.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PortalService {
    /// Its id.
    id: ServiceId,
    /// Its name.
    name: String,
    /// What it is.
    description: String,
}

impl PortalCustomer {
    pub(crate) fn new(customer: &Customer, account: &Account) -> Self {
        Self {
            id: customer.id,
            email: customer.email.to_string(),
            first_name: customer.first_name.clone(),
            last_name: customer.last_name.clone(),
            portal_access: customer.portal_access,
            locale: customer.locale,
            time_zone: customer.time_zone.clone(),
            email_format: customer.email_format,
            account: PortalAccount { id: account.id, brand: account.brand() },
        }
    }
}

impl Me {
    /// `services` are all that the account has.
    pub(crate) fn new(
        customer: &Customer,
        account: &Account,
        company: Option<Company>,
        services: Vec<Service>,
    ) -> Self {
        let services = customer.portal_services(services).into_iter();
        let service = |Service { id, name, description, .. }| PortalService { id, name, description };
        Self {
            customer: PortalCustomer::new(customer, account),
            company: company.map(|company| PortalCompany { id: company.id, name: company.name }),
            services: services.map(service).collect(),
            ask_at: vec![],
        }
    }
}
