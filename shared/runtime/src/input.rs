//! Bodies: JSON in, with every wrong field named at once.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use domain::{FieldError, Problem};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::Failure;

/// The largest body, in bytes; files go to the bucket, not through us.
pub(crate) const MAX_BODY: usize = 1024 * 1024;
/// How many wrong fields are looked for before the answer is sent.
const MOST_ERRORS: usize = 50;

/// The body of a request, as a `T`. No body is an empty object.
#[derive(Debug)]
pub struct Input<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Input<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        Ok(Self(decode(object(request, state).await?)?))
    }
}

/// A merge patch (RFC 7396).
#[derive(Debug)]
pub struct Patch(Map<String, Value>);

impl<S: Send + Sync> FromRequest<S> for Patch {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        Ok(Self(object(request, state).await?))
    }
}

impl Patch {
    /// The names of the values of which it changes a part.
    #[must_use]
    pub fn parts(&self) -> Vec<String> {
        let parts = self.0.iter().filter(|(_, value)| value.is_object());
        parts.map(|(name, _)| name.clone()).collect()
    }

    /// What `present` becomes with the patch.
    pub fn apply<T: Serialize + DeserializeOwned>(self, present: &T) -> Result<T, Problem> {
        let mut whole = serde_json::to_value(present).map_err(|error| Problem::Bug(error.to_string()))?;
        merge(&mut whole, Value::Object(self.0));
        match whole {
            Value::Object(whole) => decode(whole),
            _ => Err(Problem::Bug("patched something that is no object".into())),
        }
    }
}

/// RFC 7396, section 2.
fn merge(target: &mut Value, patch: Value) {
    match (target, patch) {
        (Value::Object(target), Value::Object(patch)) => {
            for (name, value) in patch {
                if value.is_null() {
                    target.remove(&name);
                } else {
                    merge(target.entry(name).or_insert(Value::Null), value);
                }
            }
        }
        (target, patch) => *target = patch,
    }
}

async fn object<S: Send + Sync>(request: Request, state: &S) -> Result<Map<String, Value>, Problem> {
    let too_large = |_| Problem::TooLarge { limit: MAX_BODY as u64 };
    let bytes = Bytes::from_request(request, state).await.map_err(too_large)?;
    if bytes.is_empty() {
        return Ok(Map::new());
    }
    let broken = |reason: String| Problem::BrokenRequest { reason };
    match serde_json::from_slice(&bytes).map_err(|error| broken(error.to_string()))? {
        Value::Object(object) => Ok(object),
        _ => Err(broken("expected a JSON object".into())),
    }
}

/// Reads an object as a `T`. serde stops at the first mistake, so each is noted, taken out, and the rest is read again.
fn decode<T: DeserializeOwned>(mut object: Map<String, Value>) -> Result<T, Problem> {
    let mut errors = vec![];
    while errors.len() < MOST_ERRORS {
        let error = match serde_path_to_error::deserialize(Value::Object(object.clone())) {
            Ok(value) if errors.is_empty() => return Ok(value),
            Ok(_) => break,
            Err(error) => error,
        };
        let (path, reason) = (error.path().to_string(), error.inner().to_string());
        let unknown = reason.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
        let (field, code) = match unknown {
            Some(name) if path == "." || path == name => (name.to_owned(), "unknown_field"),
            Some(name) if path.ends_with(name) => (dotted(&path), "unknown_field"),
            Some(name) => (format!("{}.{name}", dotted(&path)), "unknown_field"),
            None => (dotted(&path), "wrong_type"),
        };
        let top = field.split('.').next().unwrap_or_default().to_owned();
        errors.push(FieldError::new(field, code));
        if object.remove(&top).is_none() {
            break;
        }
    }
    Err(Problem::Invalid(errors))
}

/// `services[0].access` as `services.0.access`.
fn dotted(path: &str) -> String {
    path.replace('[', ".").replace(']', "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::customer::CustomerInput;
    use serde_json::json;

    fn errors(value: Value) -> Vec<(String, String)> {
        let Value::Object(object) = value else { panic!("an object") };
        match decode::<CustomerInput>(object) {
            Err(Problem::Invalid(errors)) => errors.into_iter().map(|e| (e.field, e.code)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_field_of_the_wrong_type_and_every_unknown_one_is_named() {
        let mut told =
            errors(json!({ "email": 1, "shoe_size": 44, "portal_access": "all", "first_name": "A" }));
        told.sort();
        let pair = |field: &str, code: &str| (field.to_owned(), code.to_owned());
        assert_eq!(
            told,
            [
                pair("email", "wrong_type"),
                pair("portal_access", "wrong_type"),
                pair("shoe_size", "unknown_field")
            ]
        );
    }

    #[test]
    fn nested_mistakes_are_named_with_their_path() {
        let told = errors(json!({ "services": [{ "service_id": "x" }] }));
        assert_eq!(told[0].0, "services.0.service_id");
    }

    /// RFC 7396: null takes a field out, which is then as if it had never been said.
    #[test]
    fn a_patch_changes_what_it_names_and_null_takes_away() {
        let present = CustomerInput { first_name: "A".into(), fax: "1".into(), ..CustomerInput::default() };
        let Value::Object(patch) = json!({ "first_name": "B", "fax": null }) else { panic!() };
        let changed = Patch(patch).apply(&present).unwrap();
        assert_eq!((changed.first_name.as_str(), changed.fax.as_str()), ("B", ""));
    }
}
