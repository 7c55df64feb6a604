//! Who a request is from, as its token or key says.

use std::{
    collections::BTreeSet,
    fmt::Display,
    sync::{Arc, OnceLock},
};

use axum::{
    extract::{Request, State},
    http::{Extensions, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use domain::{
    AccountId, ApiKeyId, Locale, Problem, SignInId, UserId,
    api_key::Token,
    device,
    permission::Permission,
    scope::Scope,
    user::{Duties, Status},
};

use crate::{
    App,
    open::Open,
    token::{Bearer, Claims},
};

/// The header that says of an answer to whom it was given.
const CALLER: HeaderName = HeaderName::from_static("deskhand-caller");

/// By what somebody shows who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Credential {
    SignIn(SignInId),
    Key(ApiKeyId),
}

/// Reads the token or key once, before anything else. Where nobody is asked who they are, nobody is looked at.
pub(crate) async fn authenticate(
    State((app, open)): State<(App, Open)>,
    mut request: Request,
    next: Next,
) -> Response {
    let known = Known::default();
    request.extensions_mut().insert(known.clone());
    let bearer = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let bearer = bearer.and_then(|value| value.strip_prefix("Bearer ")).map(str::to_owned);
    if let Some(bearer) = bearer.filter(|_| !open.admits(&request)) {
        if let Some(key) = Token::parse(&bearer) {
            request.extensions_mut().insert(key);
        } else if let Some(key) = device::Key::parse(&bearer) {
            request.extensions_mut().insert(key);
        } else {
            match app.verifier().and_then(|verifier| verifier.verify(&bearer, app.now())) {
                Ok(Bearer::Staff(claims)) => drop(request.extensions_mut().insert(claims)),
                Ok(Bearer::Customer(claims)) => drop(request.extensions_mut().insert(claims)),
                Err(_) => {}
            }
        }
    }
    let mut response = next.run(request).await;
    if let Some(caller) = known.0.get() {
        response.headers_mut().insert(CALLER, caller.clone());
    }
    response
}

/// Whom a request has turned out to be from, for its answer to say so (PPL-10).
#[derive(Debug, Clone, Default)]
pub(crate) struct Known(Arc<OnceLock<HeaderValue>>);

impl Known {
    /// Notes who it is, and with which role.
    pub fn note(extensions: &Extensions, id: impl Display, role: &str) {
        let value = HeaderValue::try_from(format!("{id}; role={role}"));
        if let (Some(known), Ok(value)) = (extensions.get::<Self>(), value) {
            known.0.get_or_init(|| value);
        }
    }
}

/// Whoever asks, once they have been found alive.
#[derive(Debug, Clone)]
pub(crate) struct Asker {
    pub account_id: AccountId,
    pub user_id: UserId,
    /// What they may do, and where, as of less than a minute ago.
    pub duties: Duties,
    pub locale: Option<Locale>,
    pub credential: Credential,
    /// What a key may be used for.
    scopes: BTreeSet<Scope>,
    /// Whether a second factor must be set up before anything else.
    pub restricted: bool,
}

impl Asker {
    /// Whoever has sent this request; asks the table at most once a minute for each of them.
    pub async fn of(app: &App, extensions: &Extensions) -> Result<Self, Problem> {
        let asker = Self::find(app, extensions).await?;
        Known::note(extensions, asker.id(), asker.duties.role.name());
        Ok(asker)
    }

    async fn find(app: &App, extensions: &Extensions) -> Result<Self, Problem> {
        if let Some(key) = extensions.get::<Token>() {
            return by_key(app, key).await;
        }
        let claims = extensions.get::<Claims>().cloned().ok_or(Problem::Unauthenticated)?;
        let (duties, restricted) = duties(app, &claims).await?;
        let Claims { account_id, user_id, sign_in_id, locale } = claims;
        let credential = Credential::SignIn(sign_in_id);
        let (locale, scopes) = (Some(locale), BTreeSet::new());
        Ok(Self { account_id, user_id, duties, locale, credential, scopes, restricted })
    }

    /// Their user's id, or the key's: what is theirs alone.
    pub fn id(&self) -> String {
        match self.credential {
            Credential::SignIn(_) => self.user_id.to_string(),
            Credential::Key(id) => id.to_string(),
        }
    }

    /// Who they are and how far they see: another role, other companies or modules are another sight.
    pub fn sight(&self) -> String {
        let Duties { role, company_access, modules, .. } = &self.duties;
        format!("{} {role:?} {company_access:?} {modules:?}", self.id())
    }

    /// Whether their duties, or the scopes of their key, allow it.
    pub fn may<P: Permission>(&self) -> bool {
        match self.credential {
            Credential::SignIn(_) => P::ROW.is_given_by(&self.duties),
            Credential::Key(_) => P::ROW.scope.is_some_and(|scope| self.scopes.contains(&scope)),
        }
    }
}

/// What the bearer of a token may do, and whether they must set up a second factor first; refuses one whose sign-in has ended, or
/// who may not come in any more.
async fn duties(app: &App, claims: &Claims) -> Result<(Duties, bool), Problem> {
    if let Some(duties) = app.sign_ins().recall(&claims.sign_in_id, app.now()) {
        return Ok((duties, false));
    }
    let found = app.store().staff_sign_in(claims.account_id, claims.user_id, claims.sign_in_id).await?;
    // The table forgets late what has expired.
    let good =
        found.filter(|(sign_in, user)| sign_in.expires_at > app.now() && user.status == Status::Active);
    let (sign_in, user) = good.ok_or(Problem::Unauthenticated)?;
    // Looked at again with each request: whoever has set up their second factor goes on at once.
    let restricted = sign_in.restricted && !user.two_factor;
    if !restricted {
        app.sign_ins().note(claims.sign_in_id, user.duties.clone(), app.now());
    }
    Ok((user.duties, restricted))
}

/// Refuses a key that is unknown, revoked or expired, or whose owner may no longer have it; takes note of its use.
async fn by_key(app: &App, token: &Token) -> Result<Asker, Problem> {
    let (hash, now) = (token.hash(), app.now());
    if let Some(asker) = app.keys().recall(&hash, now) {
        return Ok(asker);
    }
    let key = app.store().api_key_by_token(token).await?.ok_or(Problem::Unauthenticated)?;
    let gone = |problem| if problem == Problem::NotFound { Problem::Unauthenticated } else { problem };
    let owner = app.store().user(key.account_id, key.user_id).await.map_err(gone)?.thing;
    let scopes = key.scopes_at(now, &owner);
    if scopes.is_empty() {
        return Err(Problem::Unauthenticated);
    }
    app.store().api_key_used(&key, now).await?;
    let (account_id, user_id, duties) = (key.account_id, key.user_id, owner.duties);
    let credential = Credential::Key(key.id);
    let asker = Asker { account_id, user_id, duties, locale: None, credential, scopes, restricted: false };
    app.keys().note(hash, asker.clone(), now);
    Ok(asker)
}
