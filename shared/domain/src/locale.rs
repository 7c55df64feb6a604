//! The six languages that people are spoken to in (PPL-4, CUS-1).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language of the product.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Default,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// German.
    De,
    /// English, which is also spoken when nobody has chosen.
    #[default]
    En,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// Italian.
    It,
    /// Portuguese.
    Pt,
}

/// The text is not one of the six codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a language of the product")]
pub struct UnknownLocale;

impl Locale {
    /// Every language, in the order of the codes.
    pub const ALL: [Self; 6] = [Self::De, Self::En, Self::Es, Self::Fr, Self::It, Self::Pt];

    /// The two-letter code (ISO 639-1), as written in JSON and in the `lang` attribute.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::It => "it",
            Self::Pt => "pt",
        }
    }

    /// The language that an `Accept-Language` header likes best among ours; `None` when it likes none of them,
    /// so that the caller's own default decides.
    ///
    /// A region is ignored (`pt-BR` is Portuguese). Among equal qualities the first named wins. `*` names no language, so it
    /// chooses none. `q=0` refuses a language, unless another range of the same language is welcome.
    #[must_use]
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(u16, Self)> = None;
        for (quality, locale) in header.split(',').filter_map(range) {
            if quality > best.map_or(0, |(best, _)| best) {
                best = Some((quality, locale));
            }
        }
        best.map(|(_, locale)| locale)
    }
}

/// One range such as `de-CH;q=0.8`, with its quality in thousandths; `None` when it is none of our languages or is broken.
fn range(text: &str) -> Option<(u16, Locale)> {
    let mut parts = text.split(';').map(str::trim);
    let primary = parts.next()?.split('-').next()?;
    let locale = primary.parse().ok()?;
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    Some((weight.map_or(Some(1000), thousandths)?, locale))
}

/// `0.8` as 800. RFC 9110 allows three decimals and nothing above 1; other numbers make the range invalid.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let broken = decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit());
    match (whole, broken) {
        ("0", false) => format!("{decimals:0<3}").parse().ok(),
        ("1", false) if decimals.bytes().all(|byte| byte == b'0') => Some(1000),
        _ => None,
    }
}

impl FromStr for Locale {
    type Err = UnknownLocale;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|locale| text.eq_ignore_ascii_case(locale.code())).ok_or(UnknownLocale)
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::{Locale, UnknownLocale};

    #[test]
    fn a_locale_is_written_and_read_as_its_code() {
        for locale in Locale::ALL {
            let json = serde_json::to_string(&locale).unwrap();
            assert_eq!(json, format!("\"{locale}\""));
            assert_eq!(serde_json::from_str::<Locale>(&json).unwrap(), locale);
            assert_eq!(locale.code().to_uppercase().parse(), Ok(locale));
        }
        assert_eq!("nl".parse::<Locale>(), Err(UnknownLocale));
        assert_eq!("".parse::<Locale>(), Err(UnknownLocale));
        assert_eq!(Locale::default(), Locale::En);
    }

    #[test]
    fn accept_language_prefers_quality_then_order_and_ignores_regions() {
        let cases = [
            ("de", Some(Locale::De)),
            ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", Some(Locale::Fr)),
            ("en;q=0.2,it;q=0.75", Some(Locale::It)),
            ("pt-BR", Some(Locale::Pt)),
            ("nl, ES ;Q=0.5", Some(Locale::Es)),
            ("it;q=0.5,es;q=0.5", Some(Locale::It)),
            ("de;q=0, en;q=0.001", Some(Locale::En)),
            ("de;q=1.000", Some(Locale::De)),
        ];
        for (header, expected) in cases {
            assert_eq!(Locale::from_accept_language(header), expected, "{header}");
        }
    }

    #[test]
    fn accept_language_that_says_nothing_usable_chooses_nothing() {
        for header in
            ["", "*", "nl", "de;q=0", "de;q=2", "de;q=0.1234", "de;q=-1", "de;q=", ";;,,", "deutsch", "ｄｅ"]
        {
            assert_eq!(Locale::from_accept_language(header), None, "{header}");
        }
    }
}
