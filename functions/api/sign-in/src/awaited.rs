//! Whose next step of signing in is awaited: sealed, so that the browser can bring it back and nobody can make it up.

use domain::{AccountId, Problem, Timestamp, UserId, user::User};
use jiff::SignedDuration;
use runtime::App;
use serde::{Deserialize, Serialize};

/// How long a step may take.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);

/// Whose step it is, and until when.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Awaited {
    pub account_id: AccountId,
    pub user_id: UserId,
    until: Timestamp,
}

impl Awaited {
    /// Awaits the next step of somebody; `step` names it, and what is sealed for one is no good for another.
    pub fn seal(app: &App, step: &str, user: &User) -> Result<String, Problem> {
        let until = app.now().saturating_add(PATIENCE).unwrap_or(app.now());
        let awaited = Self { account_id: user.account_id, user_id: user.id, until };
        let text = serde_json::to_vec(&awaited).map_err(|error| Problem::Bug(error.to_string()))?;
        app.seal(step, "", &text)
    }

    /// Whose step it is; refused when it comes too late or was made up.
    pub fn open(app: &App, step: &str, sealed: &str) -> Result<Self, Problem> {
        app.unseal(step, "", sealed)
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok())
            .filter(|awaited: &Self| awaited.until > app.now())
            .ok_or(Problem::SignInRefused)
    }
}
