//! The link of a message: whoever holds it may set a password, so it shows itself to nobody but the recipient.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An `https:` (or, in the local cloud, `http:`) address that may stand in a message.
///
/// It carries a single-use secret, so `Debug` doesn't show it and it can't slip into a log.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link(String);

/// The text is no web address that could be put into a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an absolute http or https address")]
pub struct InvalidLink;

impl Link {
    /// Takes an absolute web address of printable ASCII; anything else would break in a line of text or could run as a script.
    pub fn new(address: impl Into<String>) -> Result<Self, InvalidLink> {
        let address = address.into();
        let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let printable = address.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"'`\\".contains(&byte));
        match rest {
            Some(rest) if printable && !rest.is_empty() && !rest.starts_with('/') => Ok(Self(address)),
            _ => Err(InvalidLink),
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Link(…)")
    }
}

impl TryFrom<String> for Link {
    type Error = InvalidLink;

    fn try_from(address: String) -> Result<Self, Self::Error> {
        Self::new(address)
    }
}

impl From<Link> for String {
    fn from(link: Link) -> Self {
        link.0
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidLink, Link};

    #[test]
    fn only_web_addresses_are_links() {
        for good in ["https://desk.example.com/activate#t=a_b-c", "http://127.0.0.1:8080/reset?t=1&u=2"] {
            assert_eq!(Link::new(good).unwrap().as_str(), good);
        }
        let bad = [
            "",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://a b",
            "https://a/\r\nBcc: x",
            "https://a/\"",
        ];
        for bad in bad {
            assert_eq!(Link::new(bad), Err(InvalidLink), "{bad}");
        }
        assert!(serde_json::from_str::<Link>("\"javascript:alert(1)\"").is_err());
    }

    #[test]
    fn a_link_keeps_its_secret_in_logs() {
        let link = Link::new("https://desk.example.com/activate#t=secret").unwrap();
        assert!(!format!("{link:?}").contains("secret"));
    }
}
