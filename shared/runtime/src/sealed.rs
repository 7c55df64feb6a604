//! Text that only its reader can read: `XChaCha20-Poly1305`, in base64 for addresses.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chacha20poly1305::{AeadInPlace, KeyInit, XChaCha20Poly1305, XNonce};
use domain::Problem;

/// The length of the tag that is sealed behind each text.
const TAG: usize = 16;
/// The length of the nonce before it.
const NONCE: usize = 24;

/// A key, and what its texts are bound to: sealed for one thing, they can't be opened for another.
pub(crate) struct Seal {
    cipher: XChaCha20Poly1305,
    bound_to: Vec<u8>,
}

impl Seal {
    pub fn new(key: [u8; 32], bound_to: impl Into<Vec<u8>>) -> Self {
        Self { cipher: XChaCha20Poly1305::new(&key.into()), bound_to: bound_to.into() }
    }

    /// Seals a text; no two with the same nonce.
    pub fn close(&self, nonce: [u8; NONCE], text: &[u8]) -> Result<String, Problem> {
        let mut sealed = text.to_vec();
        let tag = self.cipher.encrypt_in_place_detached(&nonce.into(), &self.bound_to, &mut sealed);
        let tag = tag.map_err(|error| Problem::Bug(error.to_string()))?;
        Ok(URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed, &tag].concat()))
    }

    /// Opens what was sealed with the same key for the same thing.
    pub fn open(&self, text: &str) -> Option<Vec<u8>> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (nonce, rest) = bytes.split_at_checked(NONCE)?;
        let (sealed, tag) = rest.split_at_checked(rest.len().checked_sub(TAG)?)?;
        let mut open = sealed.to_vec();
        let nonce = XNonce::from_slice(nonce);
        self.cipher.decrypt_in_place_detached(nonce, &self.bound_to, &mut open, tag.into()).ok()?;
        Some(open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_the_same_key_for_the_same_thing_and_no_other() {
        let sealed = Seal::new([1; 32], "a").close([7; NONCE], b"secret").unwrap();
        assert_eq!(Seal::new([1; 32], "a").open(&sealed).as_deref(), Some(b"secret".as_slice()));
        assert_eq!(Seal::new([2; 32], "a").open(&sealed), None);
        assert_eq!(Seal::new([1; 32], "b").open(&sealed), None);
        assert_eq!(Seal::new([1; 32], "a").open(&sealed[1..]), None);
        assert_eq!(Seal::new([1; 32], "a").open(""), None);
    }
}
