//! Keys for single uses, derived from the deployment's `DATA_KEY`.

use domain::Problem;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::App;

impl App {
    /// The key for one use; keys for different uses tell nothing of each other.
    pub fn derived_key(&self, usage: &str) -> Result<[u8; 32], Problem> {
        let key = self.config().key("DATA_KEY")?;
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&key).map_err(|error| Problem::Bug(error.to_string()))?;
        mac.update(usage.as_bytes());
        Ok(mac.finalize().into_bytes().into())
    }

    /// The token of a mail's link, see [`domain::link::token`].
    pub fn link_token(&self, mail: domain::MailId) -> Result<String, Problem> {
        Ok(domain::link::token(&self.derived_key("link")?, mail))
    }
}
