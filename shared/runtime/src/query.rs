//! Query strings.

use axum::extract::{self, FromRequestParts, rejection::QueryRejection};
use axum::http::request::Parts;
use domain::Problem;
use serde::de::DeserializeOwned;

use crate::Failure;

/// The query string of a request, as a `T`. A parameter that `T` does not know is left alone; one that is said twice is refused.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let broken = |error: QueryRejection| Problem::BrokenRequest { reason: error.body_text() };
        let extract::Query(query) =
            extract::Query::<T>::from_request_parts(parts, state).await.map_err(broken)?;
        Ok(Self(query))
    }
}
