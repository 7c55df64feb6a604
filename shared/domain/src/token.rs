//! Keys: what a program or a device shows, and we never keep.

use std::{fmt, marker::PhantomData};

use crate::{
    Moment,
    sign_in::{digest, hex},
};

/// What a key opens; tells how it begins, so that scanners for lost secrets know one when they see it.
pub trait Opens {
    /// Three letters and an underscore.
    const PREFIX: &'static str;
}

/// Random bytes of a key.
const RANDOM: usize = 24;
/// How much of a key is shown beside its name.
const VISIBLE: usize = 12;

/// A key: its prefix, 192 random bits in hex, and the CRC-32 of both in hex: 60 characters. The checksum tells a key from
/// what only looks like one, for scanners and for us: a mistyped one costs no look into the table.
pub struct Token<K>(String, PhantomData<fn() -> K>);

impl<K> Clone for Token<K> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

/// A key keeps its secret in logs.
impl<K> fmt::Debug for Token<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl<K: Opens> Token<K> {
    /// A new one.
    pub fn new(moment: &mut Moment) -> Self {
        let text = format!("{}{}", K::PREFIX, hex(&moment.bytes::<RANDOM>()));
        let checksum = checksum(&text);
        Self(text + &checksum, PhantomData)
    }

    /// Reads a key; `None` when it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (body, sum) = text.split_at_checked(K::PREFIX.len() + RANDOM * 2)?;
        (body.starts_with(K::PREFIX) && sum == checksum(body)).then(|| Self(text.to_owned(), PhantomData))
    }

    /// The key as it is shown, once.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is kept of it: SHA-256 in hex. Found by it in the table, so that nothing is compared in time that tells.
    #[must_use]
    pub fn hash(&self) -> String {
        digest(&self.0)
    }

    /// Its first characters, by which people know it again.
    #[must_use]
    pub fn visible(&self) -> String {
        self.0.chars().take(VISIBLE).collect()
    }
}

fn checksum(text: &str) -> String {
    hex(&crc32fast::hash(text.as_bytes()).to_be_bytes())
}

#[cfg(test)]
mod tests {
    use crate::{api_key, device, moment::testing::moment};

    #[test]
    fn a_key_reads_back_and_one_with_a_letter_changed_does_not() {
        let token = api_key::Token::new(&mut moment(7));
        let text = token.as_str().to_owned();
        assert!(text.len() == 60 && text.starts_with("dhk_") && text.starts_with(&token.visible()));
        assert_eq!(api_key::Token::parse(&text).map(|read| read.hash()), Some(token.hash()));
        assert!(device::Key::parse(&text).is_none(), "what opens one thing opens no other");
        for at in 0..text.len() {
            let other = if text.as_bytes()[at] == b'0' { "1" } else { "0" };
            let mut wrong = text.clone();
            wrong.replace_range(at..=at, other);
            assert!(api_key::Token::parse(&wrong).is_none(), "{wrong}");
        }
        for wrong in ["", "dhk_", &text[..59], &format!("{text}0"), &text.to_uppercase(), "dhk_é"] {
            assert!(api_key::Token::parse(wrong).is_none(), "{wrong}");
        }
    }
}
