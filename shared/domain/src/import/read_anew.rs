//! Somebody knows better than the reader how a file is written: it is read anew (IMP-3).

use super::{Counts, Import, State};
use crate::{Actor, Changed, Moment, Problem, csv_file::Options, job::wrong_state};

/// Why a file can't be used that may be all right with another encoding or delimiter.
const CURABLE: [&str; 9] = [
    "binary",
    "duplicate_column",
    "empty",
    "header_too_long",
    "header_unclosed_quote",
    "no_email_column",
    "quotes_dont_match",
    "too_many_columns",
    "unsupported_delimiter",
];

impl Import {
    /// Whether the file may be read anew with another encoding or delimiter.
    #[must_use]
    pub fn can_be_read_anew(&self) -> bool {
        let curable = |code: &str| CURABLE.contains(&code);
        match self.state {
            State::Ready => true,
            State::Failed => self.fault.as_ref().is_some_and(|fault| curable(&fault.code)),
            _ => false,
        }
    }

    /// Somebody says how the file is written, or that it is to be found out. Said twice: nothing changes. What a program
    /// had confirmed beforehand waits for a person now, who sees what comes of it.
    pub fn read_anew(
        self,
        moment: &mut Moment,
        actor: Actor,
        options: Options,
    ) -> Result<Changed<Self>, Problem> {
        let is_so = options == self.options && (self.reading > 0 || self.state == State::Ready);
        if is_so && matches!(self.state, State::Reading | State::Ready | State::Failed) {
            return Ok(Changed { now: self, events: vec![] });
        }
        if !self.can_be_read_anew() {
            return Err(wrong_state(&self.state));
        }
        let anew = Self {
            state: State::Reading,
            options,
            reading: self.reading + 1,
            order: None,
            format: None,
            header: None,
            counts: Counts::default(),
            bytes_read: 0,
            earlier_chunks: self.earlier_chunks.max(self.chunks),
            chunks: 0,
            lease: None,
            fault: None,
            finished_at: None,
            ..self
        };
        Ok(anew.told(moment, actor, "import.read_requested"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        UserId,
        csv_file::{Delimiter, Encoding},
        import::{FileFault, Mode},
        moment::testing::moment,
        user::testing::account,
    };

    const SEMICOLON: Options = Options { encoding: None, delimiter: Some(Delimiter::Semicolon) };

    fn import(state: State, chunks: u32) -> Import {
        let (account, user) = (account().id, UserId::new(&mut moment(1)));
        let by = (user, Actor::User(user));
        let asked = Import::request(&mut moment(2), account, by, ("a.csv", 9), Mode::Create).unwrap();
        Import { state, chunks, ..asked.now }
    }

    fn anew(import: Import, options: Options) -> Result<Changed<Import>, Problem> {
        import.read_anew(&mut moment(3), Actor::System, options)
    }

    /// IMP-3. Whoever erases somebody later must know of the files of the longer reading.
    #[test]
    fn the_preview_begins_anew_and_the_files_of_the_longest_reading_are_remembered() {
        let first = anew(import(State::Ready, 7), SEMICOLON).unwrap();
        assert_eq!(
            first.events.iter().map(|event| event.name.as_str()).collect::<Vec<_>>(),
            ["import.read_requested"]
        );
        let now = first.now;
        assert_eq!((now.state, now.reading, now.chunks, now.earlier_chunks), (State::Reading, 1, 0, 7));
        assert!(anew(now.clone(), SEMICOLON).unwrap().events.is_empty(), "said twice");
        let latin = Options { encoding: Some(Encoding::Windows1252), ..SEMICOLON };
        assert_eq!(anew(now.clone(), latin).err(), Some(wrong_state(&State::Reading)));
        let ready = Import { state: State::Ready, chunks: 2, ..now };
        assert!(anew(ready.clone(), SEMICOLON).unwrap().events.is_empty(), "it is read so");
        assert_eq!(anew(ready, latin).unwrap().now.earlier_chunks, 7);
    }

    /// IMP-3.
    #[test]
    fn only_what_another_choice_may_cure_is_read_anew() {
        let failed = |code| Import { fault: Some(FileFault::new(code)), ..import(State::Failed, 0) };
        assert!(anew(failed("unsupported_delimiter"), SEMICOLON).is_ok());
        for code in ["pdf", "too_many_rows", "upload_missing"] {
            assert!(anew(failed(code), SEMICOLON).is_err(), "{code}");
        }
        for state in [State::AwaitingUpload, State::Reading, State::Writing, State::Done, State::Cancelled] {
            assert_eq!(anew(import(state, 1), SEMICOLON).err(), Some(wrong_state(&state)));
        }
    }
}
