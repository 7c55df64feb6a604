//! The key itself: what a program shows, and we never keep.

use crate::{
    Moment,
    sign_in::{digest, hex},
};

/// How every key begins, so that scanners for lost secrets know one when they see it.
const PREFIX: &str = "dhk_";
/// Random bytes of a key.
const RANDOM: usize = 24;
/// How much of a key is shown beside its name.
const VISIBLE: usize = 12;

/// A key: `dhk_`, 192 random bits in hex, and the CRC-32 of both in hex: 60 characters. The checksum tells a key from what
/// only looks like one, for scanners and for us: a mistyped one costs no look into the table.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new one.
    pub fn new(moment: &mut Moment) -> Self {
        let text = format!("{PREFIX}{}", hex(&moment.bytes::<RANDOM>()));
        let checksum = checksum(&text);
        Self(text + &checksum)
    }

    /// Reads a key; `None` when it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (body, sum) = text.split_at_checked(PREFIX.len() + RANDOM * 2)?;
        (body.starts_with(PREFIX) && sum == checksum(body)).then(|| Self(text.to_owned()))
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
    use super::*;
    use crate::moment::testing::moment;

    #[test]
    fn a_key_reads_back_and_one_with_a_letter_changed_does_not() {
        let token = Token::new(&mut moment(7));
        let text = token.as_str().to_owned();
        assert!(text.len() == 60 && text.starts_with("dhk_") && text.starts_with(&token.visible()));
        assert!(Token::parse(&text) == Some(token));
        for at in 0..text.len() {
            let other = if text.as_bytes()[at] == b'0' { "1" } else { "0" };
            let mut wrong = text.clone();
            wrong.replace_range(at..=at, other);
            assert!(Token::parse(&wrong).is_none(), "{wrong}");
        }
        for wrong in ["", "dhk_", &text[..59], &format!("{text}0"), &text.to_uppercase(), "dhk_é"] {
            assert!(Token::parse(wrong).is_none(), "{wrong}");
        }
    }
}
