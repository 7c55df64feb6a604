//! The JSON that the outside sees.

use std::collections::BTreeSet;

use domain::{
    MethodId, Timestamp,
    company_access::CompanyAccess,
    contact::{Contact, Holder, Kind, Method, Use},
};
use serde::Serialize;
use utoipa::ToSchema;

/// What a contact is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ContactKind)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// Somebody who never signs in.
    Contact,
    /// A user, whose name and own address are theirs.
    User,
}

/// A contact.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Contact)]
pub struct View {
    /// Its id; a user's own.
    #[schema(value_type = String, pattern = "^(con|usr)_[0-9a-f]{32}$")]
    id: Holder,
    /// Whether it is a user.
    kind: ContactKind,
    /// Its name.
    name: String,
    /// A user's own address; null: no user.
    email: Option<String>,
    /// With which companies it has to do.
    company_access: CompanyAccess,
    /// How it is reached, in the order in which they were added.
    methods: Vec<MethodView>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

/// A way to reach a contact.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ContactMethod)]
pub struct MethodView {
    /// Its id.
    id: MethodId,
    /// By what it reaches somebody.
    kind: Kind,
    /// The e-mail address, or the number in the form of E.164.
    address: String,
    /// What people call it.
    label: String,
    /// What it is for.
    #[schema(value_type = Vec<Use>)]
    uses: BTreeSet<Use>,
    /// When whoever reads an e-mail address confirmed it; nothing else is sent there before. Null for numbers, too.
    #[schema(value_type = Option<String>, format = DateTime)]
    verified_at: Option<Timestamp>,
    /// When a test was last sent there.
    #[schema(value_type = Option<String>, format = DateTime)]
    tested_at: Option<Timestamp>,
}

impl From<Contact> for View {
    fn from(contact: Contact) -> Self {
        let (name, company_access) = (contact.name(), contact.companies().clone());
        let Contact { id, methods, created_at, user, .. } = contact;
        let kind = match id {
            Holder::Contact(_) => ContactKind::Contact,
            Holder::User(_) => ContactKind::User,
        };
        let email = user.map(|user| user.email.to_string());
        let methods = methods.into_iter().map(MethodView::from).collect();
        Self { id, kind, name, email, company_access, methods, created_at }
    }
}

impl From<Method> for MethodView {
    fn from(method: Method) -> Self {
        let Method { id, kind, address, label, uses, verified_at, tested_at, .. } = method;
        Self { id, kind, address, label, uses, verified_at, tested_at }
    }
}
