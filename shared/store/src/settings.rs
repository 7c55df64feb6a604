//! Settings: they lie in accounts and companies; the upload of a logo lies beside its account (SET-1).

use domain::{
    AccountId, Changed, CompanyId, LogoId, Moment, Problem,
    account::Account,
    company::Company,
    logo::LogoUpload,
    picture::Fault,
    service::Service,
    settings::{Logo, default_service_id},
};

use crate::{
    Store,
    item::{Kept, Record},
    keys::{self, Key},
    leg::Leg,
    users::of_type,
};

/// How often a change is decided again that met another one.
const TRIES: u32 = 5;

impl Record for LogoUpload {
    const TYPE: &'static str = "logo_upload";
    fn key(&self) -> Key {
        keys::logo_upload(self.account_id)
    }
}

impl Store {
    /// An account and the upload of its logo, at version 0 when none was ever asked for; one round trip.
    pub async fn account_and_logo(
        &self,
        id: AccountId,
    ) -> Result<(Kept<Account>, Kept<LogoUpload>), Problem> {
        let items = self.batch_get(vec![keys::account(id), keys::logo_upload(id)], true).await?;
        let account = of_type(&items).transpose()?.ok_or(Problem::NotFound)?;
        let none = || Kept { thing: LogoUpload::none(id), version: 0 };
        Ok((account, of_type(&items).transpose()?.unwrap_or_else(none)))
    }

    /// An account and one of its companies; one round trip.
    pub async fn account_and_company(
        &self,
        account: AccountId,
        id: CompanyId,
    ) -> Result<(Account, Kept<Company>), Problem> {
        let items = self.batch_get(vec![keys::account(account), keys::company(account, id)], true).await?;
        let found = of_type::<Account>(&items).ok_or(Problem::NotFound)??;
        Ok((found.thing, of_type(&items).ok_or(Problem::NotFound)??))
    }

    /// The service with which an account was opened, if it was opened with one (SET-2). 1 read.
    pub async fn default_service(&self, account: AccountId) -> Result<Option<Kept<Service>>, Problem> {
        let items = self.batch_get(vec![keys::service(account, default_service_id(account))], true).await?;
        of_type(&items).transpose()
    }

    /// Keeps what an account says for itself.
    pub async fn update_account(
        &self,
        before: &Kept<Account>,
        changed: Changed<Account>,
    ) -> Result<Kept<Account>, Problem> {
        self.commit_change(before.version, changed, vec![]).await
    }

    /// Keeps that the upload of a logo was asked for; decided again when somebody else was faster.
    pub async fn request_logo(
        &self,
        account: AccountId,
        mut decide: impl FnMut(LogoUpload) -> Result<Changed<LogoUpload>, Problem>,
    ) -> Result<LogoUpload, Problem> {
        for _ in 0..TRIES {
            let (_, before) = self.account_and_logo(account).await?;
            let changed = decide(before.thing)?;
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
        Err(Problem::Unavailable("a logo kept changing".into()))
    }

    /// Keeps what was read of an upload, if it is the one that is waited for: the logo from now on, or why it can't be one. Decided
    /// again when settings were changed meanwhile.
    pub async fn settle_logo(
        &self,
        (account, upload): (AccountId, LogoId),
        moment: &mut Moment,
        read: Result<Logo, Fault>,
    ) -> Result<(), Problem> {
        for _ in 0..TRIES {
            let (account, before) = self.account_and_logo(account).await?;
            let Some(actor) = before.thing.awaited(upload) else { return Ok(()) };
            let (version, waiting) = (before.version, before.thing);
            let (legs, events) = match read.clone() {
                Err(fault) => {
                    let refused = waiting.refuse(moment, fault);
                    (vec![Leg::replace(self, &refused.now, version)?], refused.events)
                }
                Ok(logo) => {
                    let changed = account.thing.take_logo(moment, actor, logo);
                    let mut legs = vec![Leg::replace(self, &waiting.read(), version)?];
                    if !changed.events.is_empty() {
                        legs.push(Leg::replace(self, &changed.now, account.version)?);
                    }
                    (legs, changed.events)
                }
            };
            match self.commit(legs, &events).await {
                Ok(()) => return Ok(()),
                Err(Problem::Stale) => {}
                Err(problem) => return Err(problem),
            }
        }
        Err(Problem::Unavailable("settings kept changing".into()))
    }
}
