//! What a password must be (PPL-6) and when wrong ones lock a login (PPL-8).

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{AccountId, FieldError, Problem, Timestamp, UserId};

/// Length, in characters, from which the kinds of characters no longer matter.
const LONG: usize = 15;
/// Fewest and most characters.
const LENGTH: std::ops::RangeInclusive<usize> = 8..=128;
/// Personal words shorter than this may occur, or nobody called "Al" could ever choose a password.
const SHORTEST_PERSONAL_WORD: usize = 4;
/// Guesses below which the strength estimate says that a password stands on a list of common ones.
const COMMON_GUESSES: u64 = 100_000;

/// Checks a new password for somebody to whom `personal` words belong, and names all that is wrong with it. Their team may ask for
/// more characters (`least`), never for fewer.
pub fn check(field: &str, password: &str, personal: &[&str], least: Option<u32>) -> Result<(), Problem> {
    let mut errors = vec![];
    let length = password.chars().count();
    if let Some(least) = least.filter(|least| length < usize::try_from(*least).unwrap_or(usize::MAX)) {
        errors.push(FieldError::new(field, "password_short").with("min", least));
    }
    if !LENGTH.contains(&length) || (length < LONG && classes(password) < 3) {
        errors.push(FieldError::new(field, "password_classes"));
    }
    let lower = password.to_lowercase();
    let words = personal
        .iter()
        .flat_map(|word| [word.to_lowercase(), word.split('@').next().unwrap_or_default().to_lowercase()]);
    if words.into_iter().any(|word| word.chars().count() >= SHORTEST_PERSONAL_WORD && lower.contains(&word)) {
        errors.push(FieldError::new(field, "password_personal"));
    }
    if LENGTH.contains(&length) && zxcvbn::zxcvbn(password, &[]).guesses() < COMMON_GUESSES {
        errors.push(FieldError::new(field, "password_common"));
    }
    if errors.is_empty() { Ok(()) } else { Err(Problem::Invalid(errors)) }
}

/// How many of {upper, lower, digit, other} occur.
fn classes(password: &str) -> usize {
    let class = |c: char| match c {
        c if c.is_uppercase() => 0,
        c if c.is_lowercase() => 1,
        c if c.is_numeric() => 2,
        _ => 3,
    };
    password.chars().map(class).collect::<std::collections::BTreeSet<_>>().len()
}

/// What a login opens: kept under the login's hash, so that signing in needs no account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// The account of the user.
    pub account_id: AccountId,
    /// Whose login it is.
    pub user_id: UserId,
    /// The password's Argon2id hash (PHC string); `None` until they have set one.
    pub password: Option<String>,
    /// When they set it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_at: Option<Timestamp>,
}

impl Credential {
    /// Whether the password is older than a team allows (PPL-6).
    #[must_use]
    pub fn is_due(&self, max_age_days: Option<u32>, now: Timestamp) -> bool {
        let (Some(days), Some(set_at)) = (max_age_days, self.set_at) else { return false };
        now.duration_since(set_at) >= SignedDuration::from_hours(24 * i64::from(days))
    }
}

/// Wrong passwords in a row within this time lock the login, for as long again.
pub const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// How many wrong passwords lock a login.
pub const ATTEMPTS: u32 = 5;

/// The wrong passwords of a login.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempts {
    /// How many since `since`.
    pub wrong: u32,
    /// When the first of them was; `None` before there was any.
    pub since: Option<Timestamp>,
    /// Until when the login is locked.
    pub locked_until: Option<Timestamp>,
}

impl Attempts {
    /// Refuses while the login is locked, saying for how many minutes yet.
    pub fn admit(&self, now: Timestamp) -> Result<(), Problem> {
        match self.locked_until {
            Some(until) if until > now => {
                let seconds = until.duration_since(now).as_secs();
                Err(Problem::SignInLocked { minutes: seconds / 60 + i64::from(seconds % 60 > 0) })
            }
            _ => Ok(()),
        }
    }

    /// One more wrong password. Old ones are forgotten after [`WINDOW`].
    #[must_use]
    pub fn wrong(self, now: Timestamp) -> Self {
        let fresh =
            self.since.is_some_and(|since| now.duration_since(since) < WINDOW) && self.locked_until.is_none();
        let (wrong, since) = if fresh { (self.wrong + 1, self.since) } else { (1, Some(now)) };
        let locked_until = (wrong >= ATTEMPTS).then(|| now.saturating_add(WINDOW).unwrap_or(now));
        Self { wrong, since, locked_until }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(password: &str) -> Vec<String> {
        match check("password", password, &["anna.muller@example.com", "Anna", "Al"], None) {
            Err(Problem::Invalid(errors)) => errors.into_iter().map(|e| e.code).collect(),
            _ => vec![],
        }
    }

    /// PPL-6.
    #[test]
    fn passwords_need_eight_characters_of_three_kinds_or_fifteen_of_any() {
        assert_eq!(codes("Kfz7-qu"), ["password_classes"]);
        assert_eq!(codes("kfzqnuwxtb"), ["password_classes"]);
        assert!(codes("Kfz7-qubw").is_empty());
        assert!(codes("kfzqnuwxtbvhgjp").is_empty());
        assert_eq!(codes(&"Kfz7-qubw".repeat(15)), ["password_classes"]);
    }

    /// PPL-6.
    #[test]
    fn passwords_never_contain_names_or_login_and_never_stand_on_a_list_of_common_ones() {
        assert!(codes("xx-ANNA-7-kfzq").contains(&"password_personal".to_owned()));
        assert!(codes("7-anna.muller-Kfz").contains(&"password_personal".to_owned()));
        assert!(codes("Al-7-kfzquwx").is_empty());
        assert!(codes("Password1").contains(&"password_common".to_owned()));
    }

    /// PPL-8.
    #[test]
    fn five_wrong_passwords_within_fifteen_minutes_lock_for_fifteen_minutes() {
        let at = |minutes: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minutes);
        let four = (0..4).fold(Attempts::default(), |attempts, minute| attempts.wrong(at(minute)));
        assert_eq!(four.admit(at(4)), Ok(()));
        let five = four.wrong(at(4));
        assert_eq!(five.admit(at(5)), Err(Problem::SignInLocked { minutes: 14 }));
        assert_eq!(five.admit(at(19)), Ok(()));
        assert_eq!(five.wrong(at(19)).wrong, 1, "after the lock counting starts anew");
        assert_eq!(four.wrong(at(16)).wrong, 1, "older ones are forgotten");
    }
}
