//! The answers to requests that may come twice (API-2).

use std::collections::BTreeMap;

use domain::{AccountId, CustomerId, Problem, Timestamp, link::Person};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{
    Ledger, Store,
    commit::join,
    item::{Kept, Record, decode},
    keys::{self, Key},
    leg::Leg,
    people,
};

/// How long an answer is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The account of the caller.
    pub account_id: AccountId,
    /// What tells caller, endpoint and key.
    pub fingerprint: String,
    /// Hash of the body, which must be the same when the key is.
    pub body_hash: String,
    /// When it came.
    pub at: Timestamp,
}

/// The reply to a request with an `Idempotency-Key`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The account of the caller.
    pub account_id: AccountId,
    /// What tells caller, endpoint and key.
    pub fingerprint: String,
    /// Hash of the body that was answered.
    pub body_hash: String,
    /// When that came.
    pub at: Timestamp,
    /// The customer or user whom request or answer concern, if any.
    pub person: Option<Person>,
    /// What was answered.
    pub answer: Recorded,
}

impl Reply {
    /// What `asked` is answered.
    #[must_use]
    pub fn new(asked: Asked, person: Option<Person>, answer: Recorded) -> Self {
        let Asked { account_id, fingerprint, body_hash, at } = asked;
        Self { account_id, fingerprint, body_hash, at, person, answer }
    }

    /// The same without what was answered. The same request is no longer the same, and can't be made again.
    #[must_use]
    pub fn erased(self) -> Self {
        let answer = Recorded { headers: BTreeMap::new(), body: String::new(), ..self.answer };
        Self { body_hash: String::new(), answer, ..self }
    }

    /// The answer to a request with the same key, which must have the same body.
    fn to(self, body_hash: &str) -> Result<Recorded, Problem> {
        let same = self.body_hash == body_hash;
        if same { Ok(self.answer) } else { Err(Problem::conflict("idempotency_mismatch")) }
    }
}

impl Record for Reply {
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
    /// What a request was answered before; `None` when it is new. 1 read.
    pub async fn replied(&self, asked: &Asked) -> Result<Option<Recorded>, Problem> {
        let found: Option<Kept<Reply>> =
            self.get(keys::idempotency(asked.account_id, &asked.fingerprint)).await?;
        // The table forgets late.
        let fresh = found.filter(|kept| kept.thing.expires_at().is_some_and(|end| end > asked.at));
        fresh.map(|kept| kept.thing.to(&asked.body_hash)).transpose()
    }

    /// Keeps the reply together with all that its request has written, or neither. Gives the answer that holds: an earlier
    /// one when the same request was faster.
    pub async fn keep_reply(&self, ledger: &Ledger, reply: Reply) -> Result<Recorded, Problem> {
        let taken = Problem::conflict("conflict");
        let mut legs = vec![Leg::put_expired(self, &reply, reply.at, taken)?];
        legs.extend(ledger.legs());
        let mut refusals = self.try_commit(&legs).await?;
        if refusals.is_empty() {
            return Ok(reply.answer);
        }
        let faster = refusals.iter_mut().find(|refusal| refusal.leg == 0).and_then(|leg| leg.found.take());
        match faster {
            Some(item) => decode::<Reply>(item)?.thing.to(&reply.body_hash),
            None => Err(join(refusals)),
        }
    }
}
