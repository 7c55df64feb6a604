//! Accounts.

use domain::{
    AccountId, Changed, Problem, account::Account, mail::Mail, password::Credential, service::Service,
    user::User,
};

use crate::{
    Store,
    item::{Kept, Record},
    keys::{self, Key},
    leg::Leg,
};

impl Record for Account {
    const TYPE: &'static str = "account";
    fn key(&self) -> Key {
        keys::account(self.id)
    }
}

impl Store {
    /// An account. 1 read.
    pub async fn account(&self, id: AccountId) -> Result<Kept<Account>, Problem> {
        self.find(keys::account(id)).await
    }

    /// Makes an account with its first user, who is sent `mail`, if any, and what it is opened with.
    pub async fn create_account(
        &self,
        account: Changed<Account>,
        user: Changed<User>,
        mail: Option<Changed<Mail>>,
        service: Option<Changed<Service>>,
    ) -> Result<(), Problem> {
        let credential =
            Credential { account_id: account.now.id, user_id: user.now.id, password: None, set_at: None };
        let mut legs = vec![
            Leg::put_new(self, &account.now, Problem::conflict("conflict"))?,
            Leg::put_new(self, &user.now, Problem::conflict("conflict"))?,
            self.put_login(&user.now.login, &credential)?,
        ];
        let mut events = [account.events, user.events].concat();
        if let Some(mail) = mail {
            legs.push(self.put_mail(&mail.now)?);
            events.extend(mail.events);
        }
        if let Some(service) = service {
            legs.extend(self.new_service(&service.now)?);
            events.extend(service.events);
        }
        self.commit(legs, &events).await
    }
}
