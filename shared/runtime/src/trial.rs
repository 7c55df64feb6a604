//! A change that is only tried.

use serde::Deserialize;
use utoipa::IntoParams;

/// Whether a request is only tried (SET-5), for a [`crate::Query`].
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Trial {
    /// Whether it is only tried: the answer says what would come of it, and nothing does.
    #[serde(default)]
    pub dry_run: bool,
}
