//! Who is asking. What they may do is part of a handler's signature: `Caller<ManageCustomers>`.

use std::{
    marker::PhantomData,
    sync::{Arc, OnceLock},
};

use axum::{
    extract::{FromRequestParts, Request},
    http::{Extensions, HeaderMap, header, request::Parts},
};
use domain::{
    AccountId, Actor, CompanyId, CustomerId, Locale, Problem, SignInId, UserId,
    api_key::Token,
    company_access::CompanyAccess,
    device::Key,
    permission::{OwnSignIn, Permission, Row},
    user::Duties,
};

use crate::{
    App, Failure,
    asker::{Asker, Credential, Known},
    token::{Claims, CustomerClaims},
};

/// Somebody who is signed in, or a program with an API key, and may do `P`.
#[derive(Debug)]
pub struct Caller<P> {
    /// Their account, from the token or key, never from the request.
    pub account_id: AccountId,
    /// Themselves; the owner of the key.
    pub user_id: UserId,
    /// What they may do, and where.
    pub duties: Duties,
    /// Their language; what the request asks for when a program calls.
    pub locale: Locale,
    asker: Asker,
    permission: PhantomData<P>,
}

impl<P> Caller<P> {
    /// The caller as an event's actor.
    #[must_use]
    pub fn actor(&self) -> Actor {
        match self.asker.credential {
            Credential::SignIn(_) => Actor::User(self.user_id),
            Credential::Key(id) => Actor::Key(id),
        }
    }

    /// Their sign-in. A program has none, but then it does not come to where one is asked for.
    pub fn sign_in_id(&self) -> Result<SignInId, Problem> {
        match self.asker.credential {
            Credential::SignIn(id) => Ok(id),
            Credential::Key(_) => Err(Problem::Unauthenticated),
        }
    }

    /// The companies to which they have access.
    #[must_use]
    pub fn companies(&self) -> &CompanyAccess {
        &self.duties.company_access
    }

    /// What belongs to a company to which they have no access is not there for them.
    pub fn check_company(&self, company: Option<CompanyId>) -> Result<(), Problem> {
        if self.companies().includes(company) { Ok(()) } else { Err(Problem::NotFound) }
    }

    /// Refuses those who may not do `Q` as well: a part of a request may need more than the rest.
    pub fn check<Q: Permission>(&self) -> Result<(), Problem> {
        if self.asker.may::<Q>() { Ok(()) } else { Err(Problem::Forbidden) }
    }
}

impl<P: Permission> FromRequestParts<App> for Caller<P> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        if let Some(inquiry) = parts.extensions.get::<Inquiry>() {
            inquiry.tell(P::ROW);
            return Err(Problem::Unauthenticated.into());
        }
        // Where no key may do it, a key is nothing to sign in with, and is not even looked up.
        if P::ROW.scope.is_none() && parts.extensions.get::<Token>().is_some() {
            return Err(Problem::Unauthenticated.into());
        }
        let asker = Asker::of(app, &parts.extensions).await?;
        if asker.restricted && P::ROW != OwnSignIn::ROW {
            return Err(Problem::SecondFactorNeeded.into());
        }
        if !asker.may::<P>() {
            return Err(Problem::Forbidden.into());
        }
        let locale = asker.locale.unwrap_or_else(|| Language::among(&parts.extensions, &parts.headers));
        // For what comes behind: a page's cursor is its reader's alone.
        parts.extensions.insert(asker.clone());
        let Asker { account_id, user_id, duties, .. } = asker.clone();
        Ok(Self { account_id, user_id, duties, locale, asker, permission: PhantomData })
    }
}

/// A customer who is signed in to the portal. There they may see and change what is their own, and nothing else.
#[derive(Debug)]
pub struct PortalCaller {
    /// Their account, from the token, never from the request.
    pub account_id: AccountId,
    /// Themselves.
    pub customer_id: CustomerId,
    /// Their sign-in.
    pub sign_in_id: SignInId,
}

impl PortalCaller {
    /// The caller as an event's actor.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        Actor::Customer(self.customer_id)
    }
}

impl FromRequestParts<App> for PortalCaller {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let claims = parts.extensions.get::<CustomerClaims>().cloned().ok_or(Problem::Unauthenticated)?;
        let CustomerClaims { account_id, customer_id, sign_in_id, .. } = claims;
        if app.portal_sign_ins().recall(&sign_in_id, app.now()).is_none() {
            // Customers who are deleted or lose their access lose their sign-ins, whoever did it and however many at once.
            let found = app.store().portal_sign_in(account_id, customer_id, sign_in_id).await?;
            let good =
                found.filter(|(sign_in, customer)| sign_in.expires_at > app.now() && customer.may_sign_in());
            good.ok_or(Problem::Unauthenticated)?;
            app.portal_sign_ins().note(sign_in_id, (), app.now());
        }
        Known::note(&parts.extensions, customer_id, "customer");
        Ok(Self { account_id, customer_id, sign_in_id })
    }
}

/// A device that shows a key. Whether it is one, and of which device, is found out by what the handler does with it.
#[derive(Debug)]
pub struct DeviceCaller(pub Key);

impl<S: Sync> FromRequestParts<S> for DeviceCaller {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        Ok(parts.extensions.get::<Key>().cloned().map(Self).ok_or(Problem::Unauthenticated)?)
    }
}

/// In place of a token, a question: what does this endpoint ask of whoever calls it? It is told, and the call goes no
/// further. Whoever documents the interface puts it among a request's extensions, where nothing from outside can be.
#[derive(Debug, Clone, Default)]
pub struct Inquiry(Arc<OnceLock<Row>>);

impl Inquiry {
    fn tell(&self, row: Row) {
        self.0.get_or_init(|| row);
    }

    /// The permission that the handler names; none where nobody is asked who they are.
    #[must_use]
    pub fn permission(&self) -> Option<Row> {
        self.0.get().copied()
    }
}

/// The language of whoever asks: their own when they are signed in, else the browser's.
#[derive(Debug, Clone, Copy)]
pub struct Language(pub Locale);

impl Language {
    pub(crate) fn of(request: &Request) -> Locale {
        Self::among(request.extensions(), request.headers())
    }

    fn among(claims: &Extensions, headers: &HeaderMap) -> Locale {
        let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let staff = claims.get::<Claims>().map(|claims| claims.locale);
        staff
            .or_else(|| claims.get::<CustomerClaims>().map(|claims| claims.locale))
            .or_else(|| asked.and_then(Locale::from_accept_language))
            .unwrap_or_default()
    }
}

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        Ok(Self(Self::among(&parts.extensions, &parts.headers)))
    }
}
