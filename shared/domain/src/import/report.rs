//! What a program that dropped a file is told, in a file beside it (IMP-1).

use serde::{Deserialize, Serialize};

use super::{Counts, FileFault, Import, State, UndoCounts};
use crate::{ImportId, Problem, Timestamp};

/// How the names of our answers end.
const RESULT: &str = ".result.json";
/// How the names of the files with rejected rows end.
const REJECTED: &str = ".rejected.csv";

/// Whether a file under `drops/` is one of our answers, and no drop.
#[must_use]
pub fn is_answer(name: &str) -> bool {
    name.ends_with(RESULT) || name.ends_with(REJECTED)
}

/// The outcome of a dropped file, as a JSON document. It is written anew at each step that a program may wait for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The import; none when there is no such account.
    pub import_id: Option<ImportId>,
    /// The key of the dropped file.
    pub key: String,
    /// Where the import is: `ready`, `done`, `cancelled`, `undone` or `failed`.
    pub state: State,
    /// How many rows have which verdict, and how many are written.
    pub counts: Counts,
    /// The key of the file with the rejected rows, when there are any.
    pub rejected: Option<String>,
    /// What undoing has taken back.
    pub undo: Option<UndoCounts>,
    /// Why the file can't be used.
    pub problem: Option<Reason>,
    /// When the import ended.
    pub finished_at: Option<Timestamp>,
}

/// Why a file can't be used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// The kind of problem: a stable relative URI.
    #[serde(rename = "type")]
    pub kind: String,
    /// What is wrong and what helps, in the account's language.
    pub detail: String,
}

impl Report {
    /// What there is to tell of an import; `detail` is the message of its fault.
    #[must_use]
    pub fn of(import: &Import, detail: Option<String>) -> Self {
        let rejected = import.has_preview() && import.counts.rejected() > 0;
        let problem = import.fault.as_ref().zip(detail).map(|(fault, detail)| Reason::new(fault, detail));
        Self {
            import_id: Some(import.id),
            key: import.key.clone(),
            state: import.state,
            counts: import.counts,
            rejected: rejected.then(|| Self::rejected_key(&import.key)),
            undo: import.undo.as_ref().map(|undo| undo.counts),
            problem,
            finished_at: import.finished_at,
        }
    }

    /// A file that is no import at all.
    #[must_use]
    pub fn refused(key: &str, fault: &FileFault, detail: String) -> Self {
        Self {
            import_id: None,
            key: key.to_owned(),
            state: State::Failed,
            counts: Counts::default(),
            rejected: None,
            undo: None,
            problem: Some(Reason::new(fault, detail)),
            finished_at: None,
        }
    }

    /// Where the report of the file with this key is.
    #[must_use]
    pub fn key(key: &str) -> String {
        format!("{key}{RESULT}")
    }

    /// Where the rejected rows of the file with this key are, if it has any.
    #[must_use]
    pub fn rejected_key(key: &str) -> String {
        format!("{key}{REJECTED}")
    }

    /// Reads a report that we have written.
    pub fn parse(json: &[u8]) -> Result<Self, Problem> {
        serde_json::from_slice(json)
            .map_err(|error| Problem::Bug(format!("a report that can't be read: {error}")))
    }

    /// The document.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        // Nothing in it is foreign to JSON.
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }
}

impl Reason {
    fn new(fault: &FileFault, detail: String) -> Self {
        Self { kind: format!("/problems/import/{}", fault.code), detail }
    }
}
