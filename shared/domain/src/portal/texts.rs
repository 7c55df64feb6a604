//! What a portal's page says, by language. What is empty is said in the words that every portal has.

use serde::{Deserialize, Serialize};

use crate::{Locale, text::Check};

/// The most characters of a title.
const MAX_TITLE: usize = 120;
/// The most bytes of a greeting, and of thanks.
const MAX_LINES: usize = 2000;

/// What the page says in a language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = PortalText)]
#[serde(default, deny_unknown_fields)]
pub struct Text {
    /// Above all; empty: the portal's name.
    #[schema(max_length = 120)]
    pub title: String,
    /// Above the form.
    #[schema(max_length = 2000)]
    pub greeting: String,
    /// When a query has been taken.
    #[schema(max_length = 2000)]
    pub thanks: String,
}

/// What the page says, by language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = PortalTexts)]
#[serde(default, deny_unknown_fields)]
pub struct Texts {
    /// In German.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub de: Option<Text>,
    /// In English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<Text>,
    /// In Spanish.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub es: Option<Text>,
    /// In French.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fr: Option<Text>,
    /// In Italian.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub it: Option<Text>,
    /// In Portuguese.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt: Option<Text>,
}

impl Texts {
    /// What is said in a language.
    #[must_use]
    pub fn of(&self, locale: Locale) -> Option<&Text> {
        let Self { de, en, es, fr, it, pt } = self;
        let text = match locale {
            Locale::De => de,
            Locale::En => en,
            Locale::Es => es,
            Locale::Fr => fr,
            Locale::It => it,
            Locale::Pt => pt,
        };
        text.as_ref()
    }

    /// The same, brought into one form.
    pub(super) fn checked(mut self, check: &mut Check) -> Self {
        let Self { de, en, es, fr, it, pt } = &mut self;
        for (locale, text) in Locale::ALL.into_iter().zip([de, en, es, fr, it, pt]) {
            let Some(text) = text else { continue };
            let field = |part: &str| format!("texts.{locale}.{part}");
            *text = Text {
                title: check.text(&field("title"), &text.title, MAX_TITLE),
                greeting: check.lines(&field("greeting"), &text.greeting, MAX_LINES),
                thanks: check.lines(&field("thanks"), &text.thanks, MAX_LINES),
            };
        }
        self
    }
}
