//! The second factors of users, in their partitions (PPL-8).

use domain::{AccountId, Changed, Problem, UserId, two_factor::TwoFactor, user::User};

use crate::{
    Store,
    item::{Kept, Record},
    keys::{self, Key},
    leg::Leg,
    users::of_type,
};

impl Record for TwoFactor {
    const TYPE: &'static str = "two_factor";
    fn key(&self) -> Key {
        keys::two_factor(self.account_id, self.user_id)
    }
}

impl Store {
    /// A user and their second factor, if they have asked for one; one round trip.
    pub async fn user_and_two_factor(
        &self,
        account: AccountId,
        id: UserId,
    ) -> Result<(Kept<User>, Option<Kept<TwoFactor>>), Problem> {
        let wanted = vec![keys::user(account, id), keys::two_factor(account, id)];
        let items = self.batch_get(wanted, true).await?;
        let user = of_type::<User>(&items).ok_or(Problem::NotFound)??;
        Ok((user, of_type(&items).transpose()?))
    }

    /// Keeps a second factor that is not yet asked for, in place of an earlier one that never was; one that is asked for must be at
    /// `version` still.
    pub async fn request_two_factor(
        &self,
        two_factor: &TwoFactor,
        version: Option<u64>,
    ) -> Result<(), Problem> {
        let leg = match version {
            Some(version) => Leg::replace(self, two_factor, version)?,
            None => Leg::put_over(self, two_factor)?,
        };
        self.commit(vec![leg], &[]).await
    }

    /// Switches the second factor of a user on, or off when there is none any more. Two at once: one of them is stale.
    pub async fn switch_two_factor(
        &self,
        before: &Kept<User>,
        changed: Changed<User>,
        on: Option<(TwoFactor, u64)>,
    ) -> Result<(), Problem> {
        let second = match on {
            Some((two_factor, version)) => Leg::replace(self, &two_factor, version)?,
            None => Leg::release(self, keys::two_factor(before.thing.account_id, before.thing.id))?,
        };
        self.commit_change(before.version, changed, vec![second]).await.map(drop)
    }

    /// Takes note of a code that was taken, so that it is taken once: whoever comes second is stale.
    pub async fn use_two_factor(&self, two_factor: &TwoFactor, version: u64) -> Result<(), Problem> {
        let leg = Leg::replace(self, two_factor, version)?.otherwise(Problem::field("code", "code_wrong"));
        self.commit(vec![leg], &[]).await
    }
}
