//! The list of contacts and users by name.

use std::collections::BTreeMap;

use domain::{
    AccountId, CompanyId, Problem, UserId,
    company_access::CompanyAccess,
    contact::{Contact, Holder},
    text::fold,
    user::User,
};
use futures::future::try_join;

use super::of_user;
use crate::{
    Store,
    companies::start_of,
    item::{Attributes, Kept, attribute, decode},
    keys::{self, Key},
    page::{Page, Position},
    table::{BATCH, Range, after, end_of},
    users::is_a,
};

/// Which contacts.
#[derive(Debug, Clone)]
pub struct ContactQuery {
    /// The beginning of the name.
    pub text: String,
    /// Those that have to do with this company.
    pub company_id: Option<CompanyId>,
    /// Those that share a company with these, and may be told of.
    pub companies: CompanyAccess,
}

impl ContactQuery {
    fn admits(&self, access: &CompanyAccess) -> bool {
        access.meets(&self.companies) && self.company_id.is_none_or(|company| access.includes(Some(company)))
    }
}

impl Store {
    /// A page of contacts and users by name. One round trip, and one more when there are users on the page. A page may be short
    /// although more follow.
    pub async fn contacts(
        &self,
        account: AccountId,
        query: &ContactQuery,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<Contact>, Problem> {
        let text = &query.text;
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
        items.retain(|contact| query.admits(contact.companies()));
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
                if is_a::<User>(&item) {
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
