//! Two-factor sign-in by time-based one-time passwords (RFC 6238), with recovery codes (PPL-8).

use serde::{Deserialize, Serialize};
use totp_rs::{Algorithm, TOTP};

use crate::{
    AccountId, Actor, Changed, Event, Moment, Problem, Timestamp, UserId,
    sign_in::{digest, hex},
    user::User,
};

/// How many recovery codes there are.
pub const RECOVERY_CODES: usize = 10;
/// For how long a code is good, in seconds.
const STEP: i64 = 30;
/// For how many steps before and after its own a code is taken: clocks differ.
const SKEW: i64 = 1;

/// The second factor of a user, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TwoFactor {
    /// The account of the user.
    pub account_id: AccountId,
    /// Whose it is.
    pub user_id: UserId,
    /// The secret, sealed with a key of the deployment.
    pub sealed: String,
    /// The step of the last code that was taken: none is taken twice.
    pub last_step: i64,
    /// Hashes of the recovery codes that are left; none before it is switched on.
    pub recovery: Vec<String>,
    /// The secret that takes its place once its first code is shown, sealed, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl TwoFactor {
    /// A second factor that is not yet asked for.
    #[must_use]
    pub fn of(user: &User, sealed: String) -> Self {
        Self {
            account_id: user.account_id,
            user_id: user.id,
            sealed,
            last_step: 0,
            recovery: vec![],
            next: None,
        }
    }

    /// Another secret is to take its place; until then the present one is good.
    #[must_use]
    pub fn with_next(self, sealed: String) -> Self {
        Self { next: Some(sealed), ..self }
    }

    /// The one that is to take its place, or itself when it is not switched on yet; `None` when there is nothing to switch on.
    #[must_use]
    pub fn to_switch_on(self, user: &User) -> Option<Self> {
        match self.next {
            Some(next) => Some(Self::of(user, next)),
            None => Some(self).filter(|_| !user.two_factor),
        }
    }

    /// Switches it on by the first code of the app that has the secret; gives the recovery codes, which are shown once.
    pub fn switch_on(
        self,
        moment: &mut Moment,
        secret: &[u8],
        (user, code): (User, &str),
    ) -> Result<(Self, Changed<User>, Vec<String>), Problem> {
        let mut now = self.admit(secret, code, moment.now).ok_or_else(wrong)?;
        let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| recovery_code(moment)).collect();
        now.recovery = codes.iter().map(|code| digest(&plain(code))).collect();
        let changed = switched(moment, user, "user.two_factor_on", true);
        Ok((now, changed, codes))
    }

    /// Switches it off by a code.
    pub fn switch_off(
        self,
        moment: &mut Moment,
        secret: &[u8],
        (user, code): (User, &str),
    ) -> Result<Changed<User>, Problem> {
        self.admit(secret, code, moment.now).ok_or_else(wrong)?;
        Ok(switched(moment, user, "user.two_factor_off", false))
    }

    /// Takes a code of the app or a recovery code, each once; `None` when it is neither.
    #[must_use]
    pub fn admit(self, secret: &[u8], code: &str, now: Timestamp) -> Option<Self> {
        let code = plain(code);
        let present = now.as_second().div_euclid(STEP);
        let totp = TOTP::new_unchecked(Algorithm::SHA1, 6, 0, STEP.unsigned_abs(), secret.to_vec());
        let is_of = |step: &i64| u64::try_from(step * STEP).is_ok_and(|time| totp.check(&code, time));
        let step = (present - SKEW..=present + SKEW).filter(|step| *step > self.last_step).find(is_of);
        if let Some(last_step) = step {
            return Some(Self { last_step, ..self });
        }
        let hash = digest(&code);
        let left: Vec<String> = self.recovery.iter().filter(|kept| **kept != hash).cloned().collect();
        (left.len() < self.recovery.len()).then_some(Self { recovery: left, ..self })
    }
}

/// What an authenticator app reads from a QR code.
#[must_use]
pub fn address(issuer: &str, login: &str, secret: &str) -> String {
    let plain = |text: &str| -> String {
        let keep = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~@".contains(byte);
        let part = |byte: u8| if keep(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
        text.bytes().map(part).collect()
    };
    format!("otpauth://totp/{0}:{1}?secret={secret}&issuer={0}", plain(issuer), plain(login))
}

fn wrong() -> Problem {
    Problem::field("code", "code_wrong")
}

fn switched(moment: &mut Moment, user: User, name: &str, on: bool) -> Changed<User> {
    let event = Event::new(moment, user.account_id, Actor::User(user.id), name, user.id);
    Changed { now: User { two_factor: on, ..user }, events: vec![event] }
}

/// Eighty random bits: `xxxxx-xxxxx-xxxxx-xxxxx`.
fn recovery_code(moment: &mut Moment) -> String {
    let text = hex(&moment.bytes::<10>());
    let parts: Vec<&str> = (0..4).filter_map(|at| text.get(at * 5..at * 5 + 5)).collect();
    parts.join("-")
}

/// A code as people write it, without what they put between.
fn plain(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{moment::testing::moment, user::testing::user};

    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    fn on() -> (TwoFactor, Vec<String>) {
        let mut moment = moment(0);
        moment.now = at(59);
        let two_factor = TwoFactor::of(&user(), String::new());
        let (two_factor, changed, codes) =
            two_factor.switch_on(&mut moment, SECRET, (user(), "287 082")).unwrap();
        assert!(changed.now.two_factor && changed.events[0].name == "user.two_factor_on");
        (two_factor, codes)
    }

    /// PPL-8. The codes are those of RFC 6238, appendix B, their last six digits.
    #[test]
    fn a_code_is_taken_once_and_a_step_before_and_after_its_own() {
        let (two_factor, _) = on();
        let admit = |code, seconds| two_factor.clone().admit(SECRET, code, at(seconds)).is_some();
        assert!(!admit("287082", 59), "taken already");
        for (code, second) in
            [("081804", 1_111_111_109), ("005924", 1_234_567_890), ("279037", 2_000_000_000)]
        {
            for shift in [-30, 0, 30] {
                assert!(admit(code, second + shift), "{code}");
            }
            assert!(!admit(code, second + 90) && !admit(code, second - 90));
        }
    }

    /// PPL-8.
    #[test]
    fn a_recovery_code_is_good_once_however_it_is_written() {
        let (two_factor, codes) = on();
        assert_eq!((codes.len(), codes[0].len()), (RECOVERY_CODES, 23));
        let code = codes[3].to_uppercase().replace('-', " ");
        let left = two_factor.admit(SECRET, &code, at(100)).unwrap();
        assert_eq!(left.recovery.len(), RECOVERY_CODES - 1);
        assert_eq!(left.clone().admit(SECRET, &code, at(100)), None);
        assert_eq!(left.admit(SECRET, "", at(100)), None);
    }

    #[test]
    fn an_authenticator_app_reads_who_and_where() {
        let address = address("Acme & Co", "rosa@acme.example", "ABC");
        assert_eq!(
            address,
            "otpauth://totp/Acme%20%26%20Co:rosa@acme.example?secret=ABC&issuer=Acme%20%26%20Co"
        );
    }
}
