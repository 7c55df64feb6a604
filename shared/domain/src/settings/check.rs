//! What settings may say; every wrong value is named at once.

use std::collections::BTreeSet;

use super::{
    BusinessHours, CompanyWord, Holidays, Hours, Level, Registration, SelfRegistration, Settings, TABLE,
    values::MAX_RETENTION,
};
use crate::{
    FieldError, Problem,
    text::{Check, Email, MAX_TEXT},
};

/// How long a seat may be kept without a sign of life, in seconds.
const SEAT_TIMEOUT: (u32, u32) = (5 * 60, 8 * 60 * 60);
/// The most characters of a word for companies.
const MAX_WORD: usize = 40;
const MAX_DOMAINS: usize = 100;
const MAX_SPANS: usize = 4;
const MAX_HOLIDAYS: usize = 200;

impl Settings {
    /// What is said at a level after `input`, brought into one form; or everything that is wrong with it.
    pub(crate) fn change(&self, level: Level, input: &Self) -> Result<Self, Problem> {
        let mut whole = Check::default();
        let check = &mut whole;
        let mut now = input.clone();
        if level == Level::Company {
            let alone = |key: &str| TABLE.iter().any(|row| row.key == key && !row.overridable);
            input
                .said()
                .filter(|key| alone(key))
                .for_each(|key| check.refuse(FieldError::new(key, "account_only")));
        } else {
            now.name = Some(check.required("name", input.name.as_deref().unwrap_or_default(), MAX_TEXT));
        }
        if input.logo.is_some() && input.logo != self.logo {
            check.refuse(FieldError::new("logo", "by_upload"));
        }
        now.accent_colour = now.accent_colour.map(|colour| colour.checked(check));
        now.time_zone = now.time_zone.map(|zone| check.time_zone("time_zone", &zone));
        now.company_word = now.company_word.map(|word| company_word(check, word));
        check.in_range("shared_seat_timeout", now.shared_seat_timeout, SEAT_TIMEOUT);
        check.in_range("retention_days", now.retention_days, (1, MAX_RETENTION));
        now.self_registration = now.self_registration.map(|who| self_registration(check, who));
        now.business_hours.iter().for_each(|hours| business_hours(check, hours));
        now.holidays = now.holidays.map(|days| holidays(check, days));
        whole.finish(now)
    }
}

fn company_word(check: &mut Check, mut words: CompanyWord) -> CompanyWord {
    for (locale, word) in words.by_language() {
        for (form, text) in [("singular", &mut word.singular), ("plural", &mut word.plural)] {
            *text = check.required(&format!("company_word.{locale}.{form}"), text, MAX_WORD);
        }
    }
    words
}

fn self_registration(check: &mut Check, registration: SelfRegistration) -> SelfRegistration {
    let SelfRegistration { who, domains } = registration;
    let field = "self_registration.domains";
    if domains.len() > MAX_DOMAINS {
        check.refuse(FieldError::new(field, "too_many").with("max", MAX_DOMAINS));
    }
    if who == Registration::Domains && domains.is_empty() {
        check.refuse(FieldError::new(field, "required"));
    }
    let mut seen = BTreeSet::new();
    for (at, domain) in domains.iter().enumerate().take(MAX_DOMAINS) {
        let domain = domain.trim().trim_start_matches('@').to_lowercase();
        // What can stand behind somebody's @ is a domain.
        if Email::parse(&format!("somebody@{domain}")).is_none() {
            check.refuse(FieldError::new(format!("{field}.{at}"), "domain"));
        }
        seen.insert(domain);
    }
    SelfRegistration { who, domains: seen.into_iter().collect() }
}

fn business_hours(check: &mut Check, hours: &BusinessHours) {
    for (day, spans) in hours.days() {
        let field = format!("business_hours.{day}");
        if spans.len() > MAX_SPANS {
            check.refuse(FieldError::new(&field, "too_many").with("max", MAX_SPANS));
        }
        let mut end = -1;
        for (at, span) in spans.iter().enumerate().take(MAX_SPANS) {
            match minutes_of(span) {
                Some((from, until)) if from > end => end = until,
                Some(_) => check.refuse(FieldError::new(format!("{field}.{at}"), "hours_overlap")),
                None => check.refuse(FieldError::new(format!("{field}.{at}"), "hours")),
            }
        }
    }
}

/// A span in minutes of the day; `None` when it is none.
fn minutes_of(Hours { from, until }: &Hours) -> Option<(i32, i32)> {
    let minutes = |text: &str| {
        let (hours, minutes) =
            text.split_once(':').filter(|(hours, minutes)| hours.len() == 2 && minutes.len() == 2)?;
        let digits =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?;
        let (hours, minutes): (i32, i32) = (digits(hours)?, digits(minutes)?);
        (minutes < 60).then_some(hours * 60 + minutes)
    };
    let span = (minutes(from)?, minutes(until)?);
    (span.0 < span.1 && span.1 <= 24 * 60).then_some(span)
}

fn holidays(check: &mut Check, Holidays(mut days): Holidays) -> Holidays {
    if days.len() > MAX_HOLIDAYS {
        check.refuse(FieldError::new("holidays", "too_many").with("max", MAX_HOLIDAYS));
    }
    let mut seen = BTreeSet::new();
    for (at, day) in days.iter_mut().enumerate().take(MAX_HOLIDAYS) {
        day.name = check.text(&format!("holidays.{at}.name"), &day.name, MAX_TEXT);
        if !seen.insert(day.date) {
            check.refuse(FieldError::new(format!("holidays.{at}.date"), "given_twice"));
        }
    }
    days.sort_by_key(|day| day.date);
    Holidays(days)
}
