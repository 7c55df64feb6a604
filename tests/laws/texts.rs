//! Every code that can reach a person has words in every language.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use testkit::House;

use crate::problems::locale;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && path.components().any(|part| part.as_os_str() == "src")
        {
            found.push(path);
        }
    }
}

/// All of our code, but for its unit tests.
fn code() -> String {
    let mut files = vec![];
    for folder in ["shared", "functions"] {
        sources(&House::root().join(folder), &mut files);
    }
    let text = |path: PathBuf| {
        fs::read_to_string(path).unwrap().split("#[cfg(test)]").next().unwrap_or_default().to_owned()
    };
    files.into_iter().map(text).collect()
}

/// What stands in the brackets that open at the beginning of `text`.
fn bracketed(text: &str) -> &str {
    let mut depth = 0;
    let end = text.char_indices().find(|(_, letter)| {
        depth += match letter {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0
    });
    end.map_or("", |(end, _)| &text[..end])
}

/// The stable words among the texts in quotes.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let word = |text: &&str| {
        !text.is_empty()
            && text
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
    };
    text.split('"').skip(1).step_by(2).filter(word)
}

/// Where calls of `name` begin, with all that follows.
fn calls<'a>(code: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    code.match_indices(name).map(move |(at, _)| bracketed(&code[at + name.len() - 1..]))
}

fn told(words: &Value, keys: &[String]) -> bool {
    keys.iter().any(|key| words[key].as_str().is_some_and(|text| !text.is_empty()))
}

fn all_told(codes: &BTreeSet<String>, keys: impl Fn(&str) -> Vec<String>) {
    assert!(!codes.is_empty());
    for language in ["de", "en", "es", "fr", "it", "pt"] {
        let words = locale(language);
        for code in codes {
            assert!(told(&words, &keys(code)), "{language} has no words for {code}");
        }
    }
}

/// API-1.
#[test]
fn every_conflict_has_a_title_and_a_detail() {
    let code = code();
    let calls = calls(&code, "Problem::conflict(").chain(calls(&code, "Problem::conflict_with("));
    let codes: BTreeSet<String> = calls.filter_map(|call| words(call).next()).map(str::to_owned).collect();
    assert!(codes.contains("wrong_state") && codes.contains("accounts_closed"));
    all_told(&codes, |code| vec![format!("problem.{code}.title")]);
    all_told(&codes, |code| vec![format!("problem.{code}.detail")]);
}

/// API-1, IMP-4.
#[test]
fn every_wrong_field_has_a_message() {
    let code = code();
    let last = |call| words(call).last().map(str::to_owned);
    let fields = calls(&code, "FieldError::new(")
        .chain(calls(&code, "Problem::field("))
        .filter(|call| call.trim_end().ends_with('"'))
        .chain(calls(&code, "one_of("));
    let mut codes: BTreeSet<String> = fields.filter_map(last).collect();
    // Codes that a match chooses stand in `Some("…")` near by.
    codes.extend(
        calls(&code, "Some(")
            .filter_map(|call| words(call).next())
            .filter(|word| word.starts_with("service_") || word.starts_with("company_"))
            .map(str::to_owned),
    );
    for known in [
        "required",
        "email_taken",
        "service_not_open_to_company",
        "cursor_invalid",
        "password_wrong",
        "duplicate",
        "company_unknown",
        "company_merging",
    ] {
        assert!(codes.contains(known), "{known} was not found: {codes:?}");
    }
    all_told(&codes, |code| vec![format!("field.{code}"), format!("row.{code}")]);
}

/// CUS-5.
#[test]
fn every_reason_against_a_picture_has_a_message() {
    let code =
        fs::read_to_string(House::root().join("functions/reactions/read-picture/src/picture.rs")).unwrap();
    let faults: BTreeSet<String> =
        calls(&code, "Fault::new(").filter_map(|call| words(call).next()).map(str::to_owned).collect();
    assert!(faults.contains("not_a_picture") && faults.contains("crop_outside"), "{faults:?}");
    all_told(&faults, |code| vec![format!("picture.{code}")]);
}

/// IMP-3.
#[test]
fn every_reason_against_a_file_or_a_row_has_a_message() {
    let code = code();
    let problem = fs::read_to_string(House::root().join("shared/domain/src/csv_file/problem.rs")).unwrap();
    let (files, rows) = problem.split_once("impl Malformed").unwrap();
    let arms = |text: &str| {
        text.match_indices("=> \"")
            .filter_map(|(at, _)| words(&text[at..]).next())
            .map(str::to_owned)
            .collect::<BTreeSet<_>>()
    };
    let mut faults = arms(files.split_once("fn code").unwrap().1);
    faults.extend(calls(&code, "FileFault::new(").filter_map(|call| words(call).next()).map(str::to_owned));
    assert!(faults.contains("pdf") && faults.contains("upload_missing"));
    all_told(&faults, |code| vec![format!("import.{code}")]);
    let kept = calls(&code, "Outcome::Kept(").filter_map(|call| words(call).next());
    let mut rows = arms(rows);
    rows.extend(kept.map(str::to_owned));
    assert!(rows.contains("kept_activated"));
    assert!(rows.contains("cell_count"));
    all_told(&rows, |code| vec![format!("row.{code}")]);
}
