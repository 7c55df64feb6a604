//! The methods of a contact or user.

pub(crate) mod add;
pub(crate) mod ask;
pub(crate) mod change;
pub(crate) mod remove;
pub(crate) mod test;
pub(crate) mod verify;

use axum::extract::Path;
use domain::{MethodId, Problem, contact::Holder};

/// What the path names: whose method, and which. What is no id names nothing.
fn named(Path((id, method)): Path<(String, String)>) -> Result<(Holder, MethodId), Problem> {
    let missing = |_| Problem::NotFound;
    Ok((id.parse().map_err(missing)?, method.parse().map_err(missing)?))
}
