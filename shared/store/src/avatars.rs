//! Avatars, each beside its customer.

use domain::{AccountId, Changed, CustomerId, Problem, avatar::Avatar, customer::Customer};

use crate::{
    Store,
    item::{Kept, Record},
    keys::{self, Key},
    leg::Leg,
    users::of_type,
};

/// How often a change is decided again that met another one.
const TRIES: u32 = 5;

impl Record for Avatar {
    const TYPE: &'static str = "avatar";
    fn key(&self) -> Key {
        keys::avatar(self.account_id, self.customer_id)
    }
}

impl Store {
    /// A customer and their avatar, at version 0 when they never had one; one round trip.
    pub async fn customer_and_avatar(
        &self,
        account: AccountId,
        id: CustomerId,
    ) -> Result<(Kept<Customer>, Kept<Avatar>), Problem> {
        let keys = vec![keys::customer(account, id), keys::avatar(account, id)];
        let items = self.batch_get(keys, true).await?;
        let customer = of_type(&items).transpose()?.ok_or(Problem::NotFound)?;
        let none = || Kept { thing: Avatar::none(account, id), version: 0 };
        Ok((customer, of_type(&items).transpose()?.unwrap_or_else(none)))
    }

    /// Decides on a customer's avatar as it is and keeps the outcome; decides again when somebody else was faster.
    pub async fn change_avatar(
        &self,
        account: AccountId,
        id: CustomerId,
        mut decide: impl FnMut(Avatar) -> Result<Changed<Avatar>, Problem>,
    ) -> Result<Avatar, Problem> {
        for _ in 0..TRIES {
            let (_, before) = self.customer_and_avatar(account, id).await?;
            let changed = decide(before.thing)?;
            if changed.events.is_empty() {
                return Ok(changed.now);
            }
            let leg = match before.version {
                0 => Leg::put_new(self, &changed.now, Problem::Stale)?,
                version => Leg::replace(self, &changed.now, version)?,
            };
            match self.commit(vec![leg], &changed.events).await {
                Ok(()) => return Ok(changed.now),
                Err(Problem::Stale) => {}
                Err(problem) => return Err(problem),
            }
        }
        Err(Problem::Unavailable("an avatar kept changing".into()))
    }
}
