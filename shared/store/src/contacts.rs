//! Contacts: those who never sign in, and users, of whom only the methods are kept here.

use std::collections::BTreeMap;

use domain::{
    AccountId, Changed, Problem, UserId,
    company_access::CompanyAccess,
    contact::{Contact, Destination, Holder},
    link::{Newest, Person, Purpose},
    mail::Mail,
    text::fold,
    user::User,
};
use futures::future::try_join;

use crate::{
    Store,
    companies::start_of,
    item::{Attributes, Kept, Record, attribute, decode},
    keys::{self, Key},
    leg::Leg,
    page::{Page, Position},
    table::{BATCH, Range, after, end_of},
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

    /// A page of contacts and users by name, of those whose name begins with `text` and who share a company with whoever
    /// looks. One round trip, and one more when there are users on the page. A page may be short although more follow.
    pub async fn contacts(
        &self,
        (account, seen): (AccountId, &CompanyAccess),
        text: &str,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<Contact>, Problem> {
        let range = |index, sort, partition| Range {
            index: Some((index, "list")),
            sort,
            from: position.map_or_else(|| start_of(&fold(text)), |position| after(&position.after)),
            to: end_of(&fold(text)),
            limit,
            ..Range::of(partition)
        };
        let contacts = range("by_name", "name", keys::contacts(account));
        let users = range("by_first_name", "first_name", keys::users(account));
        let (contacts, users) = try_join(self.query(&contacts), self.query(&users)).await?;
        // Behind the place up to which either list has been read, something of it may be missing.
        let horizon = contacts.last.iter().chain(&users.last).min().cloned();
        let mut lines = vec![];
        for item in contacts.items {
            let place = place_of(&item, "name")?;
            lines.push((place, Line::Contact(item)));
        }
        for item in users.items {
            let place = place_of(&item, "first_name")?;
            lines.push((place, Line::User(item)));
        }
        lines.retain(|(place, _)| horizon.as_ref().is_none_or(|horizon| place <= horizon));
        lines.sort_by(|(one, _), (other, _)| one.cmp(other));
        let more = lines.len() > limit || horizon.is_some();
        lines.truncate(limit);
        let last = lines.last().map(|(place, _)| place.clone()).or(horizon);
        let mut items = self.whole(account, lines.into_iter().map(|(_, line)| line).collect()).await?;
        items.retain(|contact| contact.companies().meets(seen));
        Ok(Page { items, next: last.filter(|_| more).map(|after| Position { source: 0, after }) })
    }

    /// The contacts behind entries of the two indexes; users are looked up.
    async fn whole(&self, account: AccountId, lines: Vec<Line>) -> Result<Vec<Contact>, Problem> {
        let ids: Vec<UserId> = lines.iter().filter_map(Line::user).collect();
        let mut keys: Vec<Key> = ids.iter().map(|id| keys::user(account, *id)).collect();
        keys.extend(ids.iter().map(|id| keys::contact_of(account, Holder::User(*id))));
        let (mut users, mut methods) = (BTreeMap::new(), BTreeMap::new());
        for keys in keys.chunks(BATCH) {
            for item in self.batch_get(keys.to_vec(), false).await? {
                if item.get("type").and_then(|kind| kind.as_s().ok()).is_some_and(|kind| kind == User::TYPE) {
                    let user: Kept<User> = decode(item)?;
                    users.insert(user.thing.id, user.thing);
                } else {
                    let contact: Kept<Contact> = decode(item)?;
                    methods.insert(contact.thing.id, contact);
                }
            }
        }
        let mut found = vec![];
        for line in lines {
            match line {
                Line::Contact(mut item) => found.push(attribute(&mut item, "summary")?),
                // The index forgets late whoever is gone.
                user @ Line::User(_) => {
                    let user = user.user().and_then(|id| users.remove(&id));
                    let contact = user.map(|user| {
                        let kept = methods.remove(&Holder::User(user.id));
                        of_user(user, kept).thing
                    });
                    found.extend(contact);
                }
            }
        }
        Ok(found)
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

/// An entry of one of the two indexes.
enum Line {
    Contact(Attributes),
    User(Attributes),
}

impl Line {
    fn user(&self) -> Option<UserId> {
        let Self::User(item) = self else { return None };
        item.get("pk")?.as_s().ok()?.rsplit('#').next()?.parse().ok()
    }
}

fn place_of(item: &Attributes, sort: &str) -> Result<String, Problem> {
    let place = item.get(sort).and_then(|place| place.as_s().ok()).cloned();
    place.ok_or_else(|| Problem::Bug(format!("an entry of an index without {sort}")))
}
