//! Authenticator apps, as people have them on their phones.

use serde_json::json;
use totp_rs::{Algorithm, Secret, TOTP};

use crate::{House, PASSWORD, Person, Reply};

/// An authenticator app with a secret.
pub struct AuthenticatorApp(TOTP);

impl AuthenticatorApp {
    /// Reads the secret of an answer.
    #[must_use]
    pub fn of(asked: &Reply) -> Self {
        let secret = Secret::Encoded(asked.json["secret"].as_str().unwrap().into()).to_bytes().unwrap();
        Self(TOTP::new_unchecked(Algorithm::SHA1, 6, 0, 30, secret))
    }

    /// Asks for a secret, reads it, and switches two-factor sign-in on; gives the recovery codes, too.
    pub async fn set_up(house: &House, person: &Person) -> (Self, Vec<String>) {
        let asked = person.post("/v1/me/totp", &json!({ "present_password": PASSWORD })).await;
        assert_eq!(asked.status, 201, "{asked:?}");
        let app = Self::of(&asked);
        let on = person.put("/v1/me/totp", &json!({ "code": app.code(house) })).await;
        let codes = on.json["recovery_codes"].as_array().unwrap_or_else(|| panic!("{on:?}"));
        (app, codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect())
    }

    /// What it shows now.
    #[must_use]
    pub fn code(&self, house: &House) -> String {
        self.0.generate(house.running.clock.now().as_second().unsigned_abs())
    }
}
