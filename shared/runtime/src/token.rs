//! Access tokens: JWTs signed with Ed25519. The private key is only where tokens are made.
//!
//! Staff and customers have different claims, so that a token of the one is none of the other, whatever an endpoint does.

use chrono::{DateTime, Duration, Utc};
use domain::{
    AccountId, CustomerId, Locale, Problem, SignInId, Timestamp, UserId, customer::Customer, sign_in::ACCESS,
    sign_in::SignIn, user::User,
};
use ed25519_dalek::{SigningKey, VerifyingKey};
use jwt_compact::{
    AlgorithmExt, Claims as Payload, Header, TimeOptions, Token, UntrustedToken, alg::Ed25519,
};
use serde::{Deserialize, Serialize};

use crate::App;

/// Who somebody of the staff is, as an access token says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Their account.
    #[serde(rename = "acc")]
    pub account_id: AccountId,
    /// Themselves.
    #[serde(rename = "usr")]
    pub user_id: UserId,
    /// Their sign-in.
    #[serde(rename = "sin")]
    pub sign_in_id: SignInId,
    /// Their language.
    #[serde(rename = "loc")]
    pub locale: Locale,
}

impl Claims {
    /// What a token of `user` says in this sign-in.
    #[must_use]
    pub fn new(user: &User, sign_in: &SignIn) -> Self {
        let (account_id, user_id) = (user.account_id, user.id);
        Self { account_id, user_id, sign_in_id: sign_in.id, locale: user.locale }
    }

    /// The signed token, good for [`ACCESS`]. Needs `SIGNING_KEY` in the environment.
    pub fn sign(self, app: &App) -> Result<String, Problem> {
        sign(app, self)
    }
}

/// Who a customer in the portal is, as an access token says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerClaims {
    /// Their account.
    #[serde(rename = "acc")]
    pub account_id: AccountId,
    /// Themselves.
    #[serde(rename = "cus")]
    pub customer_id: CustomerId,
    /// Their sign-in.
    #[serde(rename = "sin")]
    pub sign_in_id: SignInId,
    /// Their language.
    #[serde(rename = "loc")]
    pub locale: Locale,
}

impl CustomerClaims {
    /// What a token of `customer` says in this sign-in.
    #[must_use]
    pub fn new(customer: &Customer, sign_in: &SignIn) -> Self {
        let (account_id, customer_id) = (customer.account_id, customer.id);
        Self { account_id, customer_id, sign_in_id: sign_in.id, locale: customer.locale }
    }

    /// The signed token, good for [`ACCESS`]. Needs `SIGNING_KEY` in the environment.
    pub fn sign(self, app: &App) -> Result<String, Problem> {
        sign(app, self)
    }
}

/// Whose a token is.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Bearer {
    /// Staff.
    Staff(Claims),
    /// A customer.
    Customer(CustomerClaims),
}

fn sign<C: Serialize>(app: &App, claims: C) -> Result<String, Problem> {
    let key = SigningKey::from_bytes(&app.config().key("SIGNING_KEY")?);
    let options = time_options(app.now());
    let payload =
        Payload::new(claims).set_duration_and_issuance(&options, Duration::seconds(ACCESS.as_secs()));
    Ed25519.token(&Header::empty(), &payload, &key).map_err(|error| Problem::Bug(error.to_string()))
}

/// Checks access tokens.
pub(crate) struct Verifier(VerifyingKey);

impl Verifier {
    pub(crate) fn new(key: &[u8; 32]) -> Result<Self, Problem> {
        VerifyingKey::from_bytes(key).map(Self).map_err(|error| Problem::Bug(error.to_string()))
    }

    /// The claims of a token that is ours and still good.
    pub(crate) fn verify(&self, token: &str, now: Timestamp) -> Result<Bearer, Problem> {
        let refused = |_| Problem::Unauthenticated;
        let token = UntrustedToken::new(token).map_err(refused)?;
        let token: Token<Bearer> =
            Ed25519.validator(&self.0).validate(&token).map_err(|_| Problem::Unauthenticated)?;
        token.claims().validate_expiration(&time_options(now)).map_err(|_| Problem::Unauthenticated)?;
        Ok(token.claims().custom.clone())
    }
}

fn time_options(now: Timestamp) -> TimeOptions<impl Fn() -> DateTime<Utc>> {
    TimeOptions::new(Duration::zero(), move || {
        DateTime::from_timestamp_nanos(i64::try_from(now.as_nanosecond()).unwrap_or(i64::MAX))
    })
}
