//! API keys: a small catalogue in one partition, and a door for each, by which a key is found.

use std::collections::BTreeMap;

use domain::{
    AccountId, ApiKeyId, Changed, Problem, Timestamp, UserId,
    api_key::{ApiKey, Token},
};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    companies::start_of,
    item::{Kept, Record, decode, encode},
    keys::{self, Key},
    leg::Leg,
    newest::before,
    page::{Page, Position},
    table::{Range, end_of},
};

/// How long a key that has expired is still listed.
const LISTED: SignedDuration = SignedDuration::from_hours(90 * 24);

impl Record for ApiKey {
    const TYPE: &'static str = "api_key";
    fn key(&self) -> Key {
        keys::api_key(self.account_id, self.id)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        self.expires_at.and_then(|at| at.saturating_add(LISTED).ok())
    }
}

/// What a key opens. It never changes, so it tells all by itself; there are two of it while the key is good.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Door(ApiKey);

impl Record for Door {
    const TYPE: &'static str = "api_key_door";
    fn key(&self) -> Key {
        keys::api_key_door(&self.0.hash)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        self.0.expires_at
    }
}

/// When a key was last used. An item of its own, so that whoever takes note of it can't change the key.
#[derive(Serialize, Deserialize)]
struct Use {
    account_id: AccountId,
    id: ApiKeyId,
    at: Timestamp,
    expires_at: Option<Timestamp>,
}

impl Record for Use {
    const TYPE: &'static str = "api_key_use";
    fn key(&self) -> Key {
        keys::api_key_use(self.account_id, self.id)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        self.expires_at.and_then(|at| at.saturating_add(LISTED).ok())
    }
}

impl Store {
    /// A key. 1 read.
    pub async fn api_key(&self, account: AccountId, id: ApiKeyId) -> Result<Kept<ApiKey>, Problem> {
        self.find(keys::api_key(account, id)).await
    }

    /// The key that somebody shows, if there is one. 1 read.
    pub async fn api_key_by_token(&self, token: &Token) -> Result<Option<ApiKey>, Problem> {
        let kept: Option<Kept<Door>> = self.get(keys::api_key_door(&token.hash())).await?;
        Ok(kept.map(|kept| kept.thing.0))
    }

    /// Takes note that a key is being used. 1 write.
    pub async fn api_key_used(&self, key: &ApiKey, at: Timestamp) -> Result<(), Problem> {
        let ApiKey { account_id, id, expires_at, .. } = *key;
        self.put(encode(&Use { account_id, id, at, expires_at }, 1)?).await
    }

    /// Keeps a new key.
    pub async fn create_api_key(&self, changed: Changed<ApiKey>) -> Result<ApiKey, Problem> {
        let conflict = || Problem::conflict("conflict");
        let legs = vec![
            Leg::put_new(self, &changed.now, conflict())?,
            Leg::put_new(self, &Door(changed.now.clone()), conflict())?,
        ];
        self.commit(legs, &changed.events).await?;
        Ok(changed.now)
    }

    /// Ends a key; its door may have gone before it.
    pub async fn revoke_api_key(&self, version: u64, changed: Changed<ApiKey>) -> Result<(), Problem> {
        let key = &changed.now;
        let legs = vec![
            Leg::delete(self, key.key(), version)?,
            Leg::release(self, keys::api_key_door(&key.hash))?,
            Leg::release(self, keys::api_key_use(key.account_id, key.id))?,
        ];
        self.commit(legs, &changed.events).await
    }

    /// A page of the account's keys, newest first, each with its last use. Those of one user are picked from the small
    /// catalogue, so that their pages may be short. Two reads, at once.
    pub async fn api_keys(
        &self,
        account: AccountId,
        of: Option<UserId>,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<(ApiKey, Option<Timestamp>)>, Problem> {
        let range = |partition| Range {
            index: None,
            sort: "sk",
            partition,
            from: start_of(""),
            to: position.map_or_else(|| end_of(""), |position| before(&position.after)),
            descending: true,
            limit,
            filter: None,
            bare: false,
        };
        // A key that was never used has no use: those of a page are among as many uses as the page has keys.
        let (keys, uses) = (range(keys::api_keys(account)), range(keys::api_key_uses(account)));
        let (keys, uses) = futures::future::try_join(self.query(&keys), self.query(&uses)).await?;
        let uses = uses.items.into_iter().map(|item| decode(item).map(|kept: Kept<Use>| kept.thing));
        let uses =
            uses.map(|used| used.map(|used| (used.id, used.at))).collect::<Result<BTreeMap<_, _>, _>>()?;
        let mut items = vec![];
        for item in keys.items {
            let key: ApiKey = decode(item)?.thing;
            if of.is_none_or(|user| user == key.user_id) {
                let last = uses.get(&key.id).copied();
                items.push((key, last));
            }
        }
        Ok(Page { items, next: keys.last.map(|after| Position { source: 0, after }) })
    }
}
