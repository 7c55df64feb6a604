//! Query strings.

use axum::extract::{self, FromRequestParts, rejection::QueryRejection};
use axum::http::request::Parts;
use domain::{FieldError, Problem};
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

/// A filter's value; what can't be one is noted.
pub fn one_of<T: DeserializeOwned>(
    errors: &mut Vec<FieldError>,
    field: &str,
    code: &str,
    value: Option<String>,
) -> Option<T> {
    let value = value.filter(|value| !value.is_empty())?;
    let read = serde::Deserialize::deserialize(
        serde::de::value::StringDeserializer::<serde::de::value::Error>::new(value),
    );
    read.map_err(|_| errors.push(FieldError::new(field, code))).ok()
}
