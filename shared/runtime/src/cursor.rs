//! Cursors: where a list goes on, encrypted (they hold names) and bound to account, user and query.

use axum::{
    extract::{FromRequestParts, Query},
    http::request::Parts,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chacha20poly1305::{AeadInPlace, KeyInit, XChaCha20Poly1305, XNonce};
use domain::{FieldError, Problem};
use serde::Deserialize;
use store::Position;
use utoipa::IntoParams;

use crate::{App, Failure, token::Claims};

/// The page size when none is asked for.
const USUAL: usize = 50;
/// The largest page size.
const MOST: usize = 100;
/// The length of the tag that is sealed behind each cursor.
const TAG: usize = 16;

/// Which page of a list somebody wants.
pub struct Paging {
    /// How many things, 1 to 100; 50 unless said otherwise.
    pub limit: usize,
    /// Where the page begins; `None`: at the beginning.
    pub position: Option<Position>,
    seal: Seal,
}

/// What a request says of the page that it wants.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PagingParameters {
    /// How many things.
    #[param(value_type = Option<u8>, minimum = 1, maximum = 100, default = 50)]
    limit: Option<String>,
    /// The `next_cursor` of the page before.
    cursor: Option<String>,
}

impl FromRequestParts<App> for Paging {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let broken = |_| Problem::BrokenRequest { reason: "the query string can't be read".into() };
        let Query(asked) = Query::<PagingParameters>::from_request_parts(parts, app).await.map_err(broken)?;
        let out_of_range = || FieldError::new("limit", "out_of_range").with("min", 1).with("max", MOST);
        let limit = match asked.limit.as_deref().map(str::parse) {
            None => USUAL,
            Some(Ok(limit)) if (1..=MOST).contains(&limit) => limit,
            Some(_) => return Err(Problem::Invalid(vec![out_of_range()]).into()),
        };
        let seal = Seal::new(parts, app)?;
        let position = asked.cursor.map(|cursor| seal.open(&cursor)).transpose()?;
        Ok(Self { limit, position, seal })
    }
}

impl Paging {
    /// The cursor for the next page.
    pub(crate) fn cursor(&self, next: Option<&Position>) -> Result<Option<String>, Problem> {
        next.map(|position| self.seal.close(position)).transpose()
    }
}

/// Seals positions for one caller and one query.
struct Seal {
    cipher: XChaCha20Poly1305,
    bound_to: Vec<u8>,
    nonce: [u8; 24],
}

impl Seal {
    fn new(parts: &Parts, app: &App) -> Result<Self, Problem> {
        let claims = parts.extensions.get::<Claims>().ok_or(Problem::Unauthenticated)?;
        let mut query: Vec<&str> = parts.uri.query().unwrap_or_default().split('&').collect();
        query.retain(|pair| !pair.is_empty() && !pair.starts_with("cursor=") && !pair.starts_with("limit="));
        query.sort_unstable();
        let bound_to =
            format!("{} {} {} {}", claims.account_id, claims.user_id, parts.uri.path(), query.join("&"));
        let cipher = XChaCha20Poly1305::new(&app.derived_key("cursor")?.into());
        Ok(Self { cipher, bound_to: bound_to.into_bytes(), nonce: app.moment().bytes() })
    }

    fn close(&self, position: &Position) -> Result<String, Problem> {
        let mut sealed = serde_json::to_vec(position).map_err(|error| Problem::Bug(error.to_string()))?;
        let tag = self.cipher.encrypt_in_place_detached(
            XNonce::from_slice(&self.nonce),
            &self.bound_to,
            &mut sealed,
        );
        let tag = tag.map_err(|error| Problem::Bug(error.to_string()))?;
        Ok(URL_SAFE_NO_PAD.encode([self.nonce.as_slice(), &sealed, &tag].concat()))
    }

    fn open(&self, cursor: &str) -> Result<Position, Problem> {
        self.try_open(cursor).ok_or_else(|| Problem::field("cursor", "cursor_invalid"))
    }

    fn try_open(&self, cursor: &str) -> Option<Position> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let (nonce, rest) = bytes.split_at_checked(self.nonce.len())?;
        let (sealed, tag) = rest.split_at_checked(rest.len().checked_sub(TAG)?)?;
        let mut open = sealed.to_vec();
        let nonce = XNonce::from_slice(nonce);
        self.cipher.decrypt_in_place_detached(nonce, &self.bound_to, &mut open, tag.into()).ok()?;
        serde_json::from_slice(&open).ok()
    }
}
