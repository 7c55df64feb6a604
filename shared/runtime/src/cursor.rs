//! Cursors: where a list goes on, sealed (they hold names) and bound to account, caller and query.

use axum::{extract::FromRequestParts, http::request::Parts};
use domain::{FieldError, Problem};
use serde::Deserialize;
use store::Position;
use utoipa::IntoParams;

use crate::{App, Failure, Query, asker::Asker, sealed::Seal};

/// The page size when none is asked for.
const USUAL: usize = 50;
/// The largest page size.
const MOST: usize = 100;

/// Which page of a list somebody wants.
pub struct Paging {
    /// How many things, 1 to 100; 50 unless said otherwise.
    pub limit: usize,
    /// Where the page begins; `None`: at the beginning.
    pub position: Option<Position>,
    seal: Seal,
    nonce: [u8; 24],
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
        let Query(asked) = Query::<PagingParameters>::from_request_parts(parts, app).await?;
        let out_of_range = || FieldError::new("limit", "out_of_range").with("min", 1).with("max", MOST);
        let limit = match asked.limit.as_deref().map(str::parse) {
            None => USUAL,
            Some(Ok(limit)) if (1..=MOST).contains(&limit) => limit,
            Some(_) => return Err(Problem::Invalid(vec![out_of_range()]).into()),
        };
        let seal = seal(parts, app)?;
        let position = asked.cursor.map(|cursor| open(&seal, &cursor)).transpose()?;
        Ok(Self { limit, position, seal, nonce: app.moment().bytes() })
    }
}

impl Paging {
    /// The cursor for the next page.
    pub fn cursor(&self, next: Option<&Position>) -> Result<Option<String>, Problem> {
        let Some(next) = next else { return Ok(None) };
        let position = serde_json::to_vec(next).map_err(|error| Problem::Bug(error.to_string()))?;
        self.seal.close(self.nonce, &position).map(Some)
    }
}

/// What positions are sealed with: for one caller and one query.
fn seal(parts: &Parts, app: &App) -> Result<Seal, Problem> {
    let asker = parts.extensions.get::<Asker>().ok_or(Problem::Unauthenticated)?;
    let mut query: Vec<&str> = parts.uri.query().unwrap_or_default().split('&').collect();
    query.retain(|pair| !pair.is_empty() && !pair.starts_with("cursor=") && !pair.starts_with("limit="));
    query.sort_unstable();
    let bound_to = format!("{} {} {} {}", asker.account_id, asker.id(), parts.uri.path(), query.join("&"));
    Ok(Seal::new(app.derived_key("cursor")?, bound_to))
}

fn open(seal: &Seal, cursor: &str) -> Result<Position, Problem> {
    let position = seal.open(cursor).and_then(|open| serde_json::from_slice(&open).ok());
    position.ok_or_else(|| Problem::field("cursor", "cursor_invalid"))
}
