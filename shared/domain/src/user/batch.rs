//! Batch entry: many representatives at once, a line each (PPL-12).

use std::collections::{BTreeMap, BTreeSet, HashSet};

use csv::{ReaderBuilder, StringRecord, Trim};
use serde::{Deserialize, Serialize};

use super::{Duties, Module, Named, Role, Seats, User, UserInput};
use crate::{
    Actor, Changed, FieldError, Locale, Moment, Problem,
    company_access::CompanyAccess,
    team::Teams,
    text::{Email, fold},
};

/// The most lines of a batch: as many as one request can keep.
pub const MAX_LINES: usize = 500;
/// The columns, in the order in which they stand where no header names them.
const COLUMNS: [&str; 8] =
    ["first_name", "last_name", "login", "email", "screen_name", "team", "custom", "language"];

/// Lines, and what all who stand in them get.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BatchInput {
    /// Lines of CSV, with commas, semicolons or tabs: first name, last name, login, e-mail (empty: the login), screen name,
    /// team, custom, language. A first line that names columns may give another order. At most 500.
    pub lines: String,
    /// The companies whose data they see.
    pub company_access: CompanyAccess,
    /// The parts of the product that are open to them.
    pub modules: BTreeSet<Module>,
    /// By which seats they work in them.
    pub seats: Seats,
}

/// What is to become of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = BatchVerdict)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// A new representative.
    Ok,
    /// The login is taken, by somebody or by an earlier line.
    Duplicate,
    /// There is no such team.
    TeamUnknown,
    /// A value breaks a rule.
    Invalid,
    /// An address is on the denylist.
    Denylisted,
    /// It is one line too many, or no seat is left.
    Limit,
}

impl Verdict {
    /// Its name, as the interface has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Duplicate => "duplicate",
            Self::TeamUnknown => "team_unknown",
            Self::Invalid => "invalid",
            Self::Denylisted => "denylisted",
            Self::Limit => "limit",
        }
    }
}

/// A line, as far as it has been judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Where it stands, from 1.
    pub number: u64,
    /// The line itself, to be corrected and sent again.
    pub text: String,
    /// What it says, by column.
    pub values: BTreeMap<&'static str, String>,
    /// What is wrong with it.
    pub errors: Vec<FieldError>,
}

impl BatchInput {
    /// Cuts the text into lines; empty ones are none.
    pub fn read(&self) -> Result<Vec<Line>, Problem> {
        let first = self.lines.lines().next().unwrap_or_default();
        let delimiter =
            [b'\t', b';'].into_iter().find(|mark| first.as_bytes().contains(mark)).unwrap_or(b',');
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .has_headers(false)
            .trim(Trim::All)
            .from_reader(self.lines.as_bytes());
        let (mut lines, mut columns) = (vec![], COLUMNS.map(Some).to_vec());
        let (mut record, mut start, mut number) = (StringRecord::new(), 0, 1);
        while reader.read_record(&mut record).map_err(|_| Problem::field("lines", "wrong_type"))? {
            let end = usize::try_from(reader.position().byte()).unwrap_or(self.lines.len());
            let read = self.lines.get(start..end).unwrap_or_default();
            let text = read.trim_start_matches(['\r', '\n']);
            let breaks = |text: &str| text.matches('\n').count() as u64;
            let at = number + breaks(read.strip_suffix(text).unwrap_or_default());
            let is_first = start == 0;
            (start, number) = (end, number + breaks(read));
            if is_first && record.iter().any(|cell| cell.eq_ignore_ascii_case("login")) {
                let named = |cell: &str| COLUMNS.into_iter().find(|name| name.eq_ignore_ascii_case(cell));
                columns = record.iter().map(named).collect();
            } else if record.iter().any(|cell| !cell.is_empty()) {
                lines.push(Line::of(at, text.trim_end_matches(['\r', '\n']).to_owned(), &columns, &record));
            }
        }
        if lines.is_empty() { Err(Problem::field("lines", "required")) } else { Ok(lines) }
    }
}

impl Line {
    fn of(number: u64, text: String, columns: &[Option<&'static str>], record: &StringRecord) -> Self {
        let values =
            columns.iter().zip(record).filter_map(|(column, cell)| Some(((*column)?, cell.to_owned())));
        let values = values.collect();
        let spare = record.iter().skip(columns.len()).any(|cell| !cell.is_empty());
        let errors = spare.then(|| FieldError::new("lines", "too_many").with("max", columns.len()));
        Self { number, text, values, errors: errors.into_iter().collect() }
    }

    fn value(&self, column: &str) -> String {
        self.values.get(column).cloned().unwrap_or_default()
    }

    /// Whether it names a team.
    #[must_use]
    pub fn names_a_team(&self) -> bool {
        !self.value("team").is_empty()
    }

    /// What it says of a representative who gets what all of `batch` get.
    pub fn input(&mut self, batch: &BatchInput, teams: &Teams) -> UserInput {
        let team = fold(&self.value("team"));
        let team_id = teams.iter().find(|known| fold(&known.name) == team).map(|known| known.id);
        if team_id.is_none() && !team.is_empty() {
            self.errors.push(FieldError::new("team", "team_unknown"));
        }
        let language = self.value("language").to_lowercase();
        let locale = Locale::ALL.into_iter().find(|locale| locale.to_string() == language);
        if locale.is_none() && !language.is_empty() {
            self.errors.push(FieldError::new("language", "locale"));
        }
        UserInput {
            first_name: self.value("first_name"),
            last_name: self.value("last_name"),
            login: self.value("login"),
            email: self.value("email"),
            screen_name: self.value("screen_name"),
            custom: self.value("custom"),
            locale,
            role: Role::Representative,
            team_id,
            company_access: batch.company_access.clone(),
            modules: batch.modules.clone(),
            seats: batch.seats,
            ..UserInput::default()
        }
    }

    /// Judges it for whoever has these duties; `taken` are the keys of logins that somebody has or an earlier line wants.
    pub fn judge(
        &mut self,
        (moment, actor, duties): (&mut Moment, Actor, &Duties),
        input: &UserInput,
        named: &Named,
        taken: &mut HashSet<String>,
    ) -> (Verdict, Option<Changed<User>>) {
        if self.number > MAX_LINES as u64 {
            self.errors.push(FieldError::new("lines", "too_many").with("max", MAX_LINES));
            return (Verdict::Limit, None);
        }
        let invited = User::invite(moment, actor, input, named).and_then(|user| {
            duties.admit_change(None, &user.now, &named.teams)?;
            Ok(user)
        });
        let user = match invited {
            Ok(user) => Some(user),
            Err(Problem::Invalid(errors)) => {
                // Where there is no such team, nothing else is said of it.
                let unknown = self.errors.iter().any(|error| error.code == "team_unknown");
                self.errors.extend(errors.into_iter().filter(|error| !(unknown && error.field == "team_id")));
                None
            }
            Err(_) => None,
        };
        let login = Email::parse(&input.login).map(|login| login.key());
        if login.is_some_and(|login| !taken.insert(login)) {
            self.errors.push(FieldError::new("login", "login_taken"));
        }
        let verdict = self.verdict();
        (verdict, user.filter(|_| verdict == Verdict::Ok))
    }

    /// What its errors make of it.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let says = |codes: &[&str]| self.errors.iter().any(|error| codes.contains(&error.code.as_str()));
        match () {
            () if self.errors.is_empty() => Verdict::Ok,
            () if says(&["denylisted"]) => Verdict::Denylisted,
            () if says(&["login_taken"]) => Verdict::Duplicate,
            () if says(&["seats_none_left"]) => Verdict::Limit,
            () if self.errors.iter().all(|error| error.code == "team_unknown") => Verdict::TeamUnknown,
            () => Verdict::Invalid,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{moment::testing::moment, user::testing};

    fn batch(lines: &str) -> BatchInput {
        let company_access = CompanyAccess::ALL;
        BatchInput {
            lines: lines.into(),
            company_access,
            modules: Module::ALL.into(),
            ..BatchInput::default()
        }
    }

    fn verdicts(text: &str) -> Vec<(u64, Verdict)> {
        let (batch, mut taken) = (batch(text), HashSet::from(["taken@x.example".to_owned()]));
        let (named, moment) = (Named::from(testing::account()), &mut moment(0));
        let duties = Duties { role: Role::CompanyManager, ..testing::user().duties };
        let judge = |mut line: Line| {
            let input = line.input(&batch, &named.teams);
            let (verdict, user) = line.judge((moment, Actor::System, &duties), &input, &named, &mut taken);
            assert_eq!(user.is_some(), verdict == Verdict::Ok, "{line:?}");
            (line.number, verdict)
        };
        batch.read().unwrap().into_iter().map(judge).collect()
    }

    /// PPL-12.
    #[test]
    fn each_line_gets_its_verdict_by_its_own_place() {
        let told = verdicts(concat!(
            "Ada,Lind,ada@x.example,,,,,de\n",
            "\n",
            "Bo,Lind,ADA@x.example\n",
            "Cy,Lind,taken@x.example\n",
            "Di,Lind,di@x.example,,,Night\n",
            "Ed,,no address,,,Night,,xx\n",
            "Fay,\"Lind, junior\",fay@x.example,f@x.example,Fay,,4711,it\n",
        ));
        assert_eq!(
            told,
            [
                (1, Verdict::Ok),
                (3, Verdict::Duplicate),
                (4, Verdict::Duplicate),
                (5, Verdict::TeamUnknown),
                (6, Verdict::Invalid),
                (7, Verdict::Ok)
            ]
        );
    }

    /// PPL-12.
    #[test]
    fn a_header_gives_another_order_and_tabs_and_semicolons_are_known() {
        assert_eq!(verdicts("login;last_name;First_Name\nada@x.example;Lind;Ada"), [(2, Verdict::Ok)]);
        assert_eq!(verdicts("Ada\tLind\tada@x.example\r\nBo\tLind\tbo@x.example\r\n").len(), 2);
        assert_eq!(batch(" \n").read(), Err(Problem::field("lines", "required")));
        let lines = batch("Ada,Lind,ada@x.example\r\n\"Bo\",Lind,bo@x.example").read().unwrap();
        assert_eq!(lines[1].text, "\"Bo\",Lind,bo@x.example");
    }
}
