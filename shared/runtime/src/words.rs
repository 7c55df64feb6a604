//! Problems in the reader's language.

use std::{collections::BTreeMap, sync::LazyLock};

use domain::{FieldError, Locale, problem::Parameters};

type Catalogue = BTreeMap<String, String>;

fn catalogue(locale: Locale) -> &'static Catalogue {
    macro_rules! read {
        ($file:literal) => {{
            static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
                serde_json::from_str(include_str!(concat!("../locales/", $file, ".json"))).unwrap_or_default()
            });
            &CATALOGUE
        }};
    }
    match locale {
        Locale::De => read!("de"),
        Locale::En => read!("en"),
        Locale::Es => read!("es"),
        Locale::Fr => read!("fr"),
        Locale::It => read!("it"),
        Locale::Pt => read!("pt"),
    }
}

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub struct Words(pub Locale);

impl Words {
    /// The message with this key and its placeholders filled in; the key itself when there is none.
    #[must_use]
    pub fn message(self, key: &str, parameters: &Parameters) -> String {
        let text = catalogue(self.0).get(key).cloned().unwrap_or_else(|| key.to_owned());
        parameters.iter().fold(text, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }

    /// A stable word that a message mentions, such as a state; itself when it needs no translation.
    #[must_use]
    pub fn word(self, word: &str) -> String {
        catalogue(self.0).get(&format!("word.{word}")).cloned().unwrap_or_else(|| word.to_owned())
    }

    /// What is wrong with a field of a request.
    #[must_use]
    pub fn field(self, error: &FieldError) -> String {
        self.message(&format!("field.{}", error.code), &error.parameters)
    }

    /// What is wrong with a cell or row of a file.
    #[must_use]
    pub fn row(self, error: &FieldError) -> String {
        let key = format!("row.{}", error.code);
        if catalogue(self.0).contains_key(&key) {
            self.message(&key, &error.parameters)
        } else {
            self.field(error)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_there_in_six_languages_with_the_same_placeholders() {
        let placeholders = |text: &str| {
            let mut found: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|part| part.split('}').next())
                .map(str::to_owned)
                .collect();
            found.sort();
            found
        };
        let english = catalogue(Locale::En);
        assert!(english.len() > 80);
        for locale in Locale::ALL {
            let words = catalogue(locale);
            assert_eq!(words.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{locale}");
            for (key, text) in words {
                assert_eq!(placeholders(text), placeholders(&english[key]), "{locale} {key}");
            }
        }
    }

    #[test]
    fn placeholders_are_filled_in() {
        let error = FieldError::new("x", "too_long").with("max", 255);
        for locale in Locale::ALL {
            let text = Words(locale).field(&error);
            assert!(text.contains("255") && !text.contains('{'), "{text}");
        }
    }
}
