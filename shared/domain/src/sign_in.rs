//! A sign-in: somebody at one browser, from password to sign-out (PPL-9).

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{AccountId, Moment, Problem, SignInId, Timestamp, link::Person, text::clip};

/// How long an access token is good for.
pub const ACCESS: SignedDuration = SignedDuration::from_mins(15);
/// How long a sign-in lasts that nobody uses.
pub const IDLE: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How long a sign-in lasts at the most.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(90 * 24);
/// How long the refresh token before the present one is still good, because its answer may have been lost on the way.
pub const GRACE: SignedDuration = SignedDuration::from_secs(20);

/// A sign-in as it is kept. Its secrets are kept as hashes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SignIn {
    /// Its id; access tokens name it.
    pub id: SignInId,
    /// The account of the person.
    pub account_id: AccountId,
    /// Who is signed in: staff, or a customer in the portal.
    pub person: Person,
    /// SHA-256 of the present refresh secret, in hex.
    pub secret: String,
    /// The one before.
    pub previous: Option<String>,
    /// When the present secret was given out.
    pub rotated_at: Timestamp,
    /// When the password was given.
    pub created_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// The browser, as it calls itself; at most 255 characters.
    pub device: String,
    /// Whether it is good for setting up a second factor alone, until there is one (PPL-8).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub restricted: bool,
}

/// What the browser keeps in its cookie: which sign-in, and its secret of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshToken {
    /// The account of the sign-in.
    pub account_id: AccountId,
    /// Whose sign-in it is.
    pub person: Person,
    /// The sign-in.
    pub sign_in_id: SignInId,
    /// 256 random bits in hex.
    pub secret: String,
}

impl RefreshToken {
    /// The token as the cookie holds it.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{}.{}.{}.{}", self.account_id, self.person, self.sign_in_id, self.secret)
    }

    /// Reads a cookie.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let parts: Vec<&str> = text.split('.').collect();
        let [account_id, person, sign_in_id, secret] = parts.as_slice() else {
            return Err(Problem::Unauthenticated);
        };
        let wrong = |_| Problem::Unauthenticated;
        Ok(Self {
            account_id: account_id.parse().map_err(wrong)?,
            person: person.parse().map_err(wrong)?,
            sign_in_id: sign_in_id.parse().map_err(wrong)?,
            secret: (*secret).to_owned(),
        })
    }
}

/// What becomes of a sign-in when a refresh token is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Refresh {
    /// It goes on, with a new secret.
    Rotated(Box<SignIn>, RefreshToken),
    /// The secret has been used before: somebody has a copy, so the sign-in ends for everybody.
    Reused,
    /// It has ended by itself.
    Expired,
}

impl SignIn {
    /// Begins a sign-in of `person`.
    pub fn begin(
        moment: &mut Moment,
        account_id: AccountId,
        person: Person,
        device: &str,
    ) -> (Self, RefreshToken) {
        let token = RefreshToken {
            account_id,
            person,
            sign_in_id: SignInId::new(moment),
            secret: hex(&moment.bytes::<32>()),
        };
        let sign_in = Self {
            id: token.sign_in_id,
            account_id,
            person,
            secret: digest(&token.secret),
            previous: None,
            rotated_at: moment.now,
            created_at: moment.now,
            expires_at: later(moment.now, IDLE),
            device: clip(device),
            restricted: false,
        };
        (sign_in, token)
    }

    /// Shows a refresh token.
    pub fn refresh(self, moment: &mut Moment, token: &RefreshToken) -> Refresh {
        if self.expires_at <= moment.now {
            return Refresh::Expired;
        }
        let shown = digest(&token.secret);
        let in_grace =
            self.previous.as_ref() == Some(&shown) && moment.now.duration_since(self.rotated_at) <= GRACE;
        if shown != self.secret && !in_grace {
            return Refresh::Reused;
        }
        let token = RefreshToken { secret: hex(&moment.bytes::<32>()), ..token.clone() };
        let expires_at = later(moment.now, IDLE).min(later(self.created_at, LONGEST));
        let previous = Some(self.secret);
        let now =
            Self { secret: digest(&token.secret), previous, rotated_at: moment.now, expires_at, ..self };
        Refresh::Rotated(Box::new(now), token)
    }
}

fn later(time: Timestamp, duration: SignedDuration) -> Timestamp {
    time.saturating_add(duration).unwrap_or(Timestamp::MAX)
}

/// SHA-256 of a secret with enough randomness of its own, in hex: what is kept in place of the secret.
#[must_use]
pub fn digest(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// Bytes as lower-case hex digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::testing::moment;

    fn begun() -> (SignIn, RefreshToken) {
        let user = crate::user::testing::user();
        SignIn::begin(&mut moment(0), user.account_id, user.id.into(), "Firefox")
    }

    fn rotated(refresh: Refresh) -> (SignIn, RefreshToken) {
        let Refresh::Rotated(sign_in, token) = refresh else { panic!("{refresh:?}") };
        (*sign_in, token)
    }

    /// PPL-9.
    #[test]
    fn a_refresh_token_is_good_once_and_its_reuse_ends_the_sign_in() {
        let (sign_in, first) = begun();
        let (sign_in, second) = rotated(sign_in.refresh(&mut moment(60), &first));
        assert_ne!(first.secret, second.secret);
        assert_eq!(sign_in.clone().refresh(&mut moment(120), &first), Refresh::Reused);
        let (sign_in, _) = rotated(sign_in.refresh(&mut moment(120), &second));
        assert_eq!(sign_in.refresh(&mut moment(121), &first), Refresh::Reused, "older than the one before");
    }

    #[test]
    fn the_token_before_is_good_for_a_few_seconds_because_an_answer_may_be_lost() {
        let (sign_in, first) = begun();
        let (sign_in, _lost) = rotated(sign_in.refresh(&mut moment(60), &first));
        rotated(sign_in.refresh(&mut moment(70), &first));
    }

    #[test]
    fn a_sign_in_ends_by_itself_when_nobody_uses_it() {
        let (sign_in, token) = begun();
        assert_eq!(sign_in.refresh(&mut moment(IDLE.as_secs()), &token), Refresh::Expired);
    }

    #[test]
    fn a_token_reads_back_and_anything_else_is_refused() {
        let (_, token) = begun();
        assert_eq!(RefreshToken::parse(&token.to_text()), Ok(token.clone()));
        let customer = crate::CustomerId::new(&mut moment(0));
        let token = RefreshToken { person: customer.into(), ..token };
        assert_eq!(RefreshToken::parse(&token.to_text()), Ok(token));
        assert_eq!(RefreshToken::parse("a.b.c.d"), Err(Problem::Unauthenticated));
        assert_eq!(RefreshToken::parse(""), Err(Problem::Unauthenticated));
    }
}
