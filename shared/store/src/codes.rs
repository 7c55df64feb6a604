//! Codes of representatives: each in a place of its representative's, and found in the whole deployment by its digits.

use domain::{AccountId, Changed, Problem, Timestamp, UserId, code::Code};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    item::{Kept, Record},
    keys::{self, Key},
    leg::Leg,
};

impl Record for Code {
    const TYPE: &'static str = "code";
    fn key(&self) -> Key {
        keys::code(self.account_id, self.user_id, self.place)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        Some(self.expires_at)
    }
}

/// Whose code digits are.
#[derive(Serialize, Deserialize)]
struct Door {
    digits: String,
    account_id: AccountId,
    user_id: UserId,
    place: u8,
    expires_at: Timestamp,
}

impl Record for Door {
    const TYPE: &'static str = "code_door";
    fn key(&self) -> Key {
        keys::code_door(&self.digits)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        Some(self.expires_at)
    }
}

impl From<&Code> for Door {
    fn from(code: &Code) -> Self {
        let Code { digits, account_id, user_id, place, expires_at, .. } = code.clone();
        Self { digits, account_id, user_id, place, expires_at }
    }
}

impl Store {
    /// The codes of a representative that wait at `now`. 1 read.
    pub async fn codes(
        &self,
        account: AccountId,
        user: UserId,
        now: Timestamp,
    ) -> Result<Vec<Kept<Code>>, Problem> {
        let mut all = self.all_of::<Code>(keys::codes(account, user)).await?;
        all.retain(|kept| kept.thing.waits(now));
        Ok(all)
    }

    /// Keeps a new code. Where its digits wait for somebody else already, or its place has been taken meanwhile, it is stale: then
    /// another one is made.
    pub async fn create_code(&self, changed: Changed<Code>) -> Result<Code, Problem> {
        let code = &changed.now;
        let legs = vec![
            Leg::put_expired(self, code, code.created_at, Problem::Stale)?,
            Leg::put_expired(self, &Door::from(code), code.created_at, Problem::Stale)?,
        ];
        self.commit(legs, &changed.events).await?;
        Ok(changed.now)
    }

    /// The code with these digits, if it waits in the account. 2 reads.
    pub async fn code(
        &self,
        account: AccountId,
        digits: &str,
        now: Timestamp,
    ) -> Result<Option<Kept<Code>>, Problem> {
        let door = self.get::<Door>(keys::code_door(digits)).await?.map(|kept| kept.thing);
        let Some(door) = door.filter(|door| door.account_id == account) else { return Ok(None) };
        let code = self.get::<Code>(keys::code(account, door.user_id, door.place)).await?;
        Ok(code.filter(|kept| kept.thing.digits == digits && kept.thing.waits(now)))
    }

    /// Takes a code back.
    pub async fn delete_code(&self, before: &Kept<Code>) -> Result<(), Problem> {
        self.commit(self.used_code(before)?, &[]).await
    }

    /// The legs by which a code is good no more; refused when it is not any more.
    pub(crate) fn used_code(&self, before: &Kept<Code>) -> Result<Vec<Leg>, Problem> {
        let code = &before.thing;
        let refused = Problem::field("code", "code_unknown");
        let digits = [("digits", code.digits.as_str())];
        Ok(vec![
            Leg::delete_with(self, code.key(), &digits, refused)?,
            Leg::release(self, keys::code_door(&code.digits))?,
        ])
    }
}
