//! The cookies of refresh tokens: out of reach for scripts, sent nowhere but here. Staff and customers have one each, so
//! that somebody who is both may be signed in as both.

use std::marker::PhantomData;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, header, request::Parts},
};
use domain::{
    Problem,
    sign_in::{IDLE, RefreshToken},
};
use runtime::Failure;

/// A page of another site can send our cookie, but not this header.
const GUARD: &str = "x-deskhand";

/// Whose cookie.
pub trait Jar {
    /// Its name.
    const NAME: &'static str;
}

/// The cookie of staff.
#[derive(Debug)]
pub enum Staff {}
/// The cookie of customers in the portal.
#[derive(Debug)]
pub enum Portal {}

impl Jar for Staff {
    const NAME: &'static str = "__Host-refresh";
}
impl Jar for Portal {
    const NAME: &'static str = "__Host-portal-refresh";
}

/// The header that gives a browser its cookie.
#[must_use]
pub fn set<J: Jar>(token: &RefreshToken) -> HeaderValue {
    header::<J>(&token.to_text(), IDLE.as_secs())
}

/// The header that takes it away.
#[must_use]
pub fn clear<J: Jar>() -> HeaderValue {
    header::<J>("", 0)
}

fn header<J: Jar>(value: &str, seconds: i64) -> HeaderValue {
    let name = J::NAME;
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Strict");
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// The refresh token of the browser that asks.
#[derive(Debug)]
pub struct Cookie<J> {
    /// The token.
    pub token: RefreshToken,
    jar: PhantomData<J>,
}

impl<J: Jar, S: Sync> FromRequestParts<S> for Cookie<J> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        if !parts.headers.contains_key(GUARD) {
            return Err(Problem::Unauthenticated.into());
        }
        let value = value(&parts.headers, J::NAME).ok_or(Problem::Unauthenticated)?;
        Ok(Self { token: RefreshToken::parse(value)?, jar: PhantomData })
    }
}

fn value<'a>(headers: &'a HeaderMap, wanted: &str) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == wanted).map(|(_, value)| value)
}
