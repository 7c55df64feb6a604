//! Colours, and whether white text can be read on them (WCAG 2.2, success criterion 1.4.3).

use serde::{Deserialize, Serialize};

use crate::{FieldError, text::Check};

/// The least contrast of text that people can read.
const LEAST_CONTRAST: f64 = 4.5;

/// A colour: `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
#[schema(pattern = "^#[0-9a-fA-F]{6}$")]
pub struct Colour(String);

impl Default for Colour {
    fn default() -> Self {
        Self("#0b6f88".into())
    }
}

impl Colour {
    /// The same colour in small letters; `None` when it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        let good = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        good.then(|| Self(format!("#{}", digits.to_ascii_lowercase())))
    }

    /// The same colour in small letters; refused as `accent_colour` when it is none, or white text on it can't be read.
    pub(crate) fn checked(&self, check: &mut Check) -> Self {
        let Some(colour) = Self::parse(&self.0) else {
            check.refuse(FieldError::new("accent_colour", "colour"));
            return self.clone();
        };
        let contrast = colour.contrast_to_white();
        if contrast < LEAST_CONTRAST {
            let told = format!("{contrast:.1}");
            check.refuse(FieldError::new("accent_colour", "contrast").with("contrast", told));
        }
        colour
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its contrast to white, from 1 to 21.
    #[must_use]
    pub fn contrast_to_white(&self) -> f64 {
        1.05 / (self.luminance() + 0.05)
    }

    /// How light it is to the eye, from 0 to 1.
    fn luminance(&self) -> f64 {
        let part = |at: usize| {
            let digits = self.0.get(at..at + 2).unwrap_or_default();
            let value = f64::from(u8::from_str_radix(digits, 16).unwrap_or_default()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(text: &str) -> f64 {
        Colour::parse(text).unwrap().contrast_to_white()
    }

    #[test]
    fn contrast_is_as_the_guidelines_compute_it() {
        for (colour, expected) in
            [("#000000", 21.0), ("#FFFFFF", 1.0), ("#777777", 4.48), ("#767676", 4.54), ("#ffc800", 1.55)]
        {
            assert!((contrast(colour) - expected).abs() < 0.01, "{colour}: {}", contrast(colour));
        }
        assert!(Colour::default().contrast_to_white() > LEAST_CONTRAST);
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        assert_eq!(Colour::parse(" #ABCdef ").unwrap().as_str(), "#abcdef");
        for text in ["", "#", "#fff", "0b6f88", "#0b6f8g", "#0b6f8800", "red", "#é6f88"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
