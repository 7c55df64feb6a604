//! A picture has come: read it, and keep it as a customer's avatar or as the account's logo, or say why not (CUS-5, SET-1).
//!
//! The event may come twice, late, and behind that of a newer picture: only the upload that is waited for is read.

mod avatar;
mod logo;
mod picture;

use domain::{Problem, avatar as avatars, logo as logos};
use runtime::{App, BusEvent, Deadline, Detail};
use serde_json::Value;

/// How many hex digits of a hash a picture is called by: 128 bits, which nobody guesses.
const NAME: usize = 32;

/// Reads the picture that an event tells of.
pub async fn handle(app: App, event: Value, _: Deadline) -> Result<Value, Problem> {
    let Detail::ObjectCreated { key, .. } = BusEvent::parse(event)? else { return Ok(Value::Null) };
    let read = match (avatars::upload_of(&key), logos::upload_of(&key)) {
        (Some(place), _) => avatar::read(&app, place, &key).await,
        (None, Some(place)) => logo::read(&app, place, &key).await,
        (None, None) => return Ok(Value::Null),
    };
    match read {
        // Whose it was is gone.
        Ok(()) | Err(Problem::NotFound) => app.files()?.remove(&key).await?,
        Err(problem) => return Err(problem),
    }
    Ok(Value::Null)
}
