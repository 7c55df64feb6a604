//! Who is asking. What they may do is part of a handler's signature: `Caller<ManageCustomers>`.

use std::marker::PhantomData;

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{Extensions, HeaderMap, header, request::Parts},
    middleware::Next,
    response::Response,
};
use domain::{
    AccountId, Actor, CustomerId, Locale, Problem, SignInId, UserId, permission::Permission, user::Role,
};

use crate::{
    App, Failure,
    token::{Bearer, Claims, CustomerClaims},
};

/// Somebody who is signed in and may do `P`.
#[derive(Debug)]
pub struct Caller<P> {
    /// Their account, from the token, never from the request.
    pub account_id: AccountId,
    /// Themselves.
    pub user_id: UserId,
    /// Their role.
    pub role: Role,
    /// Their sign-in.
    pub sign_in_id: SignInId,
    /// Their language.
    pub locale: Locale,
    permission: PhantomData<P>,
}

impl<P> Caller<P> {
    /// The caller as an event's actor.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::User(self.user_id)
    }
}

/// Reads the token once, before anything else: idempotency, language and [`Caller`] all need to know whose it is.
pub(crate) async fn authenticate(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let token = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    if let Some(token) = token.and_then(|value| value.strip_prefix("Bearer ")) {
        let claims = app.verifier().and_then(|verifier| verifier.verify(token, app.now()));
        match claims {
            Ok(Bearer::Staff(claims)) => drop(request.extensions_mut().insert(claims)),
            Ok(Bearer::Customer(claims)) => drop(request.extensions_mut().insert(claims)),
            Err(_) => {}
        }
    }
    next.run(request).await
}

impl<P: Permission> FromRequestParts<App> for Caller<P> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let claims = parts.extensions.get::<Claims>().cloned().ok_or(Problem::Unauthenticated)?;
        check_alive(app, &claims).await?;
        if !P::ROLES.contains(&claims.role) {
            return Err(Problem::Forbidden.into());
        }
        let Claims { account_id, user_id, role, sign_in_id, locale } = claims;
        Ok(Self { account_id, user_id, role, sign_in_id, locale, permission: PhantomData })
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

impl FromRequestParts<App> for PortalCaller {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let claims = parts.extensions.get::<CustomerClaims>().cloned().ok_or(Problem::Unauthenticated)?;
        let CustomerClaims { account_id, customer_id, sign_in_id, .. } = claims;
        if !app.was_alive(sign_in_id) {
            // Customers who are deleted or lose their access lose their sign-ins, whoever did it and however many at once.
            let found = app.store().portal_sign_in(account_id, customer_id, sign_in_id).await?;
            let good =
                found.filter(|(sign_in, customer)| sign_in.expires_at > app.now() && customer.may_sign_in());
            good.ok_or(Problem::Unauthenticated)?;
            app.is_alive(sign_in_id);
        }
        Ok(Self { account_id, customer_id, sign_in_id })
    }
}

/// Refuses a token whose sign-in has ended; asks the table at most once a minute for each sign-in.
pub(crate) async fn check_alive(app: &App, claims: &Claims) -> Result<(), Problem> {
    if app.was_alive(claims.sign_in_id) {
        return Ok(());
    }
    let sign_in = app.store().sign_in(claims.account_id, claims.user_id, claims.sign_in_id).await?;
    // The table forgets late what has expired.
    sign_in.filter(|kept| kept.thing.expires_at > app.now()).ok_or(Problem::Unauthenticated)?;
    app.is_alive(claims.sign_in_id);
    Ok(())
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
