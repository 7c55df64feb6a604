//! The cookie of the refresh token: out of reach for scripts, sent nowhere but here.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, header, request::Parts},
};
use domain::{
    Problem,
    sign_in::{IDLE, RefreshToken},
};
use runtime::Failure;

const NAME: &str = "__Host-refresh";
/// A page of another site can send our cookie, but not this header.
const GUARD: &str = "x-deskhand";

/// The header that gives a browser its cookie.
pub(crate) fn set(token: &RefreshToken) -> HeaderValue {
    header(&token.to_text(), IDLE.as_secs())
}

/// The header that takes it away.
pub(crate) fn clear() -> HeaderValue {
    header("", 0)
}

fn header(value: &str, seconds: i64) -> HeaderValue {
    let text = format!("{NAME}={value}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Strict");
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// The refresh token of the browser that asks.
pub(crate) struct Cookie(pub RefreshToken);

impl<S: Sync> FromRequestParts<S> for Cookie {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        if !parts.headers.contains_key(GUARD) {
            return Err(Problem::Unauthenticated.into());
        }
        let value = value(&parts.headers).ok_or(Problem::Unauthenticated)?;
        Ok(Self(RefreshToken::parse(value)?))
    }
}

fn value(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == NAME).map(|(_, value)| value)
}
