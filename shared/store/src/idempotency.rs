//! The answers to requests that may come twice (API-2).

use std::collections::BTreeMap;

use domain::{AccountId, CustomerId, Problem, Timestamp, link::Person};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    item::{Kept, Record, decode, encode},
    keys::{self, Key},
    leg::Leg,
    people,
};

/// How long an answer is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// How long a request may be under way before it counts as lost, and may be made again.
const UNDER_WAY: SignedDuration = SignedDuration::from_secs(60);

/// An answer as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// The HTTP status.
    pub status: u16,
    /// The headers that matter (`Location`, `ETag`, `Content-Type`).
    pub headers: BTreeMap<String, String>,
    /// The body, sealed.
    pub body: String,
}

impl Recorded {
    /// Whom it is about: the first customer, else the first user, whom its headers or its `body` name, before that is
    /// sealed.
    #[must_use]
    pub fn person(&self, body: &[u8]) -> Option<Person> {
        let body = String::from_utf8_lossy(body);
        let texts = || self.headers.values().map(String::as_str).chain([body.as_ref()]);
        ["cus_", "usr_"].iter().find_map(|prefix| texts().find_map(|text| named_in(text, prefix)))
    }
}

/// The first person whom a text names by an id with this prefix.
fn named_in(text: &str, prefix: &str) -> Option<Person> {
    let length = CustomerId::derived(Timestamp::UNIX_EPOCH, &[]).to_string().len();
    text.match_indices(prefix).find_map(|(at, _)| text.get(at..at + length)?.parse().ok())
}

/// A request with an `Idempotency-Key`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The account of the caller.
    pub account_id: AccountId,
    /// What tells caller, endpoint and key.
    pub fingerprint: String,
    /// Hash of the body, which must be the same when the key is.
    pub body_hash: String,
    /// When it came.
    pub at: Timestamp,
    /// The customer whom request or answer concern, if any.
    #[serde(default)]
    pub person: Option<Person>,
    /// Its answer, once there is one.
    pub answer: Option<Recorded>,
}

impl Claim {
    /// The same claim without what was answered. The same request is no longer the same, and can't be made again.
    #[must_use]
    pub fn erased(self) -> Self {
        let answer =
            self.answer.map(|answer| Recorded { headers: BTreeMap::new(), body: String::new(), ..answer });
        Self { body_hash: String::new(), answer, ..self }
    }
}

impl Record for Claim {
    const TYPE: &'static str = "idempotency";
    fn key(&self) -> Key {
        keys::idempotency(self.account_id, &self.fingerprint)
    }
    fn index(&self) -> Vec<(&'static str, String)> {
        let id = keys::idempotency(self.account_id, &self.fingerprint).pk;
        self.person.map(|person| people::index(self.account_id, person, id)).unwrap_or_default()
    }
    fn expires_at(&self) -> Option<Timestamp> {
        self.at.saturating_add(KEPT).ok()
    }
}

impl Store {
    /// Claims a request: `None` when it is new, else the answer that it was given before.
    pub async fn claim_request(&self, claim: &Claim) -> Result<Option<Recorded>, Problem> {
        let leg = Leg::put_new(self, claim, Problem::conflict("idempotency_in_progress"))?;
        let Some(refusal) = self.try_commit(&[leg]).await?.into_iter().next() else { return Ok(None) };
        let found = refusal.found.ok_or_else(|| Problem::Bug("a refused claim without the item".into()))?;
        let found: Kept<Claim> = decode(found)?;
        let age = claim.at.duration_since(found.thing.at);
        if age >= KEPT || (found.thing.answer.is_none() && age >= UNDER_WAY) {
            self.put_at(encode(claim, found.version + 1)?, found.version).await?;
            return Ok(None);
        }
        if found.thing.body_hash != claim.body_hash {
            return Err(Problem::conflict("idempotency_mismatch"));
        }
        found.thing.answer.map(Some).ok_or(refusal.problem)
    }

    /// Keeps the answer to a claimed request.
    pub async fn answer_request(&self, claim: &Claim, answer: Recorded) -> Result<(), Problem> {
        self.put(encode(&Claim { answer: Some(answer), ..claim.clone() }, 2)?).await
    }

    /// Gives a claim up, because the request failed in a way that trying again may mend.
    pub async fn release_request(&self, claim: &Claim) -> Result<(), Problem> {
        self.delete(claim.key()).await
    }
}
