//! The words that every portal has, in six languages.

use std::sync::LazyLock;

use domain::{Locale, Problem};
use serde::{Deserialize, Serialize};

/// The words of one language. One that lacks a word, or has one too many, is no catalogue.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    /// What the language calls itself.
    pub language: String,
    pub languages: String,
    pub greeting: String,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub company: String,
    pub category: String,
    pub question: String,
    pub representative: String,
    pub code: String,
    pub optional: String,
    pub choose: String,
    pub send: String,
    pub leave_empty: String,
    pub check: String,
    pub thanks_title: String,
    pub thanks: String,
    pub thanks_mail: String,
    pub another: String,
    pub limited: String,
    pub broken: String,
    pub not_found_title: String,
    pub not_found: String,
}

type Catalogue = Result<Words, serde_json::Error>;

/// The words of a language.
pub(crate) fn words(locale: Locale) -> Result<&'static Words, Problem> {
    macro_rules! read {
        ($file:literal) => {{
            static WORDS: LazyLock<Catalogue> =
                LazyLock::new(|| serde_json::from_str(include_str!(concat!("../words/", $file, ".json"))));
            &WORDS
        }};
    }
    let words: &'static LazyLock<Catalogue> = match locale {
        Locale::De => read!("de"),
        Locale::En => read!("en"),
        Locale::Es => read!("es"),
        Locale::Fr => read!("fr"),
        Locale::It => read!("it"),
        Locale::Pt => read!("pt"),
    };
    words.as_ref().map_err(|error| Problem::Bug(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_word_and_no_two_say_the_same() {
        let mut said: Vec<String> = Locale::ALL
            .into_iter()
            .map(|locale| serde_json::to_string(words(locale).unwrap()).unwrap())
            .collect();
        assert!(said.iter().all(|words| !words.contains("\"\"")));
        said.sort();
        said.dedup();
        assert_eq!(said.len(), Locale::ALL.len());
        for locale in Locale::ALL {
            assert!(words(locale).unwrap().limited.contains("{minutes}"), "{locale}");
        }
    }
}
