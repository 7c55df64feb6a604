//! Keys for single uses, derived from the deployment's `DATA_KEY`.

use domain::Problem;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::{App, sealed::Seal};

impl App {
    /// The key for one use; keys for different uses tell nothing of each other.
    pub fn derived_key(&self, usage: &str) -> Result<[u8; 32], Problem> {
        let key = self.config().key("DATA_KEY")?;
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&key).map_err(|error| Problem::Bug(error.to_string()))?;
        mac.update(usage.as_bytes());
        Ok(mac.finalize().into_bytes().into())
    }

    /// Seals a secret for one use, bound to whose it is.
    pub fn seal(&self, usage: &str, bound_to: &str, text: &[u8]) -> Result<String, Problem> {
        Seal::new(self.derived_key(usage)?, bound_to).close(self.moment().bytes(), text)
    }

    /// Opens what was sealed for the same use and the same one.
    pub fn unseal(&self, usage: &str, bound_to: &str, sealed: &str) -> Result<Vec<u8>, Problem> {
        let open = Seal::new(self.derived_key(usage)?, bound_to).open(sealed);
        open.ok_or_else(|| Problem::Bug(format!("a sealed {usage} that can't be opened")))
    }

    /// The token of a mail's link, see [`domain::link::token`].
    pub fn link_token(&self, mail: domain::MailId) -> Result<String, Problem> {
        Ok(domain::link::token(&self.derived_key("link")?, mail))
    }
}
