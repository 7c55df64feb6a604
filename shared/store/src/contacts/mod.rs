//! Contacts: those who never sign in, and users, of whom only the methods are kept here.

mod list;

pub use list::ContactQuery;

use domain::{
    AccountId, Changed, Problem,
    contact::{Contact, Destination, Holder},
    link::{Newest, Person, Purpose},
    mail::Mail,
    text::fold,
    user::User,
};

use crate::{
    Store,
    item::{Kept, Record},
    keys::{self, Key},
    leg::Leg,
    users::of_type,
};

impl Record for Contact {
    const TYPE: &'static str = "contact";
    fn key(&self) -> Key {
        keys::contact_of(self.account_id, self.id)
    }
    fn index(&self) -> Vec<(&'static str, String)> {
        match self.id {
            Holder::Contact(id) => vec![
                ("list", keys::contacts(self.account_id)),
                ("name", format!("{}#{id}", fold(&self.name))),
            ],
            // A user stands in lists by themselves.
            Holder::User(_) => vec![],
        }
    }
    fn summary(&self) -> Option<serde_json::Value> {
        serde_json::to_value(self).ok()
    }
}

impl Store {
    /// A contact. 1 read. A user whose methods nobody has said anything of is at version 0.
    pub async fn contact(&self, account: AccountId, holder: Holder) -> Result<Kept<Contact>, Problem> {
        let key = keys::contact_of(account, holder);
        let Holder::User(user) = holder else { return self.find(key).await };
        let items = self.batch_get(vec![keys::user(account, user), key], true).await?;
        let user = of_type::<User>(&items).ok_or(Problem::NotFound)??.thing;
        let kept = of_type::<Contact>(&items).transpose()?;
        Ok(of_user(user, kept))
    }

    /// Keeps a new contact.
    pub async fn create_contact(&self, changed: Changed<Contact>) -> Result<Kept<Contact>, Problem> {
        let legs = vec![Leg::put_new(self, &changed.now, Problem::conflict("conflict"))?];
        self.commit(legs, &changed.events).await?;
        Ok(Kept { thing: changed.now, version: 1 })
    }

    /// Keeps a changed contact, with the mail that is sent for the change, whose link is the newest from now on.
    pub async fn update_contact(
        &self,
        before: &Kept<Contact>,
        changed: Changed<Contact>,
        mail: Option<Changed<Mail>>,
    ) -> Result<Kept<Contact>, Problem> {
        let mut legs = vec![];
        let Changed { now, mut events } = changed;
        if let Some(mail) = mail {
            legs.extend(self.mail_with_link(&mail.now)?);
            events.extend(mail.events);
        }
        self.keep_contact(before, Changed { now, events }, legs).await
    }

    /// Keeps a contact without a method that it had, of whose links none is good any more.
    pub async fn remove_method(
        &self,
        before: &Kept<Contact>,
        changed: Changed<Contact>,
        removed: domain::MethodId,
    ) -> Result<Kept<Contact>, Problem> {
        let link = self.released_link(&before.thing, removed)?;
        self.keep_contact(before, changed, vec![link]).await
    }

    /// Keeps a verified contact, and ends the link that verified it.
    pub async fn verify_contact(
        &self,
        before: &Kept<Contact>,
        changed: Changed<Contact>,
        token: &str,
    ) -> Result<(), Problem> {
        let link = self.use_link(token)?;
        self.keep_contact(before, changed, vec![link]).await.map(drop)
    }

    async fn keep_contact(
        &self,
        before: &Kept<Contact>,
        changed: Changed<Contact>,
        mut legs: Vec<Leg>,
    ) -> Result<Kept<Contact>, Problem> {
        if before.version > 0 || changed.events.is_empty() {
            return self.commit_change(before.version, changed, legs).await;
        }
        legs.push(Leg::put_new(self, &changed.now, Problem::Stale)?);
        self.commit(legs, &changed.events).await?;
        Ok(Kept { thing: changed.now, version: 1 })
    }

    /// Deletes a contact with all that hangs on it.
    pub async fn delete_contact(
        &self,
        before: &Kept<Contact>,
        changed: Changed<Contact>,
    ) -> Result<(), Problem> {
        let contact = &before.thing;
        let mut legs = vec![Leg::delete(self, contact.key(), before.version)?];
        for method in &contact.methods {
            legs.push(self.released_link(contact, method.id)?);
        }
        self.commit(legs, &changed.events).await
    }

    /// Which of a method's verifications is the newest, if one has been sent. 1 read.
    pub async fn newest_verification(
        &self,
        contact: &Contact,
        method: domain::MethodId,
    ) -> Result<Option<Kept<Newest>>, Problem> {
        self.get(newest_of(contact, method)).await
    }

    fn released_link(&self, contact: &Contact, method: domain::MethodId) -> Result<Leg, Problem> {
        Leg::release(self, newest_of(contact, method))
    }
}

fn newest_of(contact: &Contact, method: domain::MethodId) -> Key {
    let to = Person::Method(Destination { holder: contact.id, method });
    keys::newest_link(contact.account_id, to, Purpose::Verification)
}

/// The contact that a user is, with what is kept of their methods.
fn of_user(user: User, kept: Option<Kept<Contact>>) -> Kept<Contact> {
    match kept {
        Some(kept) => Kept { thing: Contact { user: Some(user), ..kept.thing }, ..kept },
        None => Kept { thing: Contact::of_user(user), version: 0 },
    }
}
