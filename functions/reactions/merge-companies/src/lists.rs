//! Services, users and contacts that name the company that goes: the first round gives them the other one besides, the last
//! one takes it off their lists.

use domain::{
    CompanyId, Problem, company::Belongings, contact::Contact, service::Service, user::Duties, user::User,
};
use store::{Kept, Record};

use crate::work::{AT_ONCE, Along, Done, Merging};

pub(crate) async fn services(along: &Along, held: &Merging) -> Result<Done, Problem> {
    let page = held.app.store().services_naming(Along::of(held), along.behind(), AT_ONCE).await?;
    let work = &held.now().work;
    let now = |service: &Service| {
        let list = work.listed(&service.company_ids.iter().copied().collect(), along.last)?;
        Some(Service { company_ids: list.into_iter().collect::<Vec<CompanyId>>(), ..service.clone() })
    };
    let done = rewritten(along, held, (page, "service_ids"), now)?;
    let moved = |services| Belongings { services, ..Belongings::default() };
    Ok(counted(done, along, moved))
}

pub(crate) async fn users(along: &Along, held: &Merging) -> Result<Done, Problem> {
    let page = held.app.store().users_naming(Along::of(held), along.behind(), AT_ONCE).await?;
    let work = &held.now().work;
    let now = |user: &User| {
        let company_access = work.access(&user.duties.company_access, along.last)?;
        Some(User { duties: Duties { company_access, ..user.duties.clone() }, ..user.clone() })
    };
    let done = rewritten(along, held, (page, "user_ids"), now)?;
    let moved = |users| Belongings { users, ..Belongings::default() };
    Ok(counted(done, along, moved))
}

pub(crate) async fn contacts(along: &Along, held: &Merging) -> Result<Done, Problem> {
    let page = held.app.store().contacts_naming(Along::of(held), along.behind(), AT_ONCE).await?;
    let work = &held.now().work;
    let now = |contact: &Contact| {
        let company_access = work.access(&contact.company_access, along.last)?;
        Some(Contact { company_access, ..contact.clone() })
    };
    let done = rewritten(along, held, (page, "contact_ids"), now)?;
    let moved = |contacts| Belongings { contacts, ..Belongings::default() };
    Ok(counted(done, along, moved))
}

/// A thing with a list of companies.
trait Lists: Record {
    fn name(&self) -> String;
}

impl Lists for Service {
    fn name(&self) -> String {
        self.id.to_string()
    }
}

impl Lists for User {
    fn name(&self) -> String {
        self.id.to_string()
    }
}

impl Lists for Contact {
    fn name(&self) -> String {
        self.id.to_string()
    }
}

/// Those of a page whose lists change, and how many they are.
fn rewritten<T: Lists>(
    along: &Along,
    held: &Merging,
    ((page, next), field): ((Vec<Kept<T>>, Option<String>), &str),
    now: impl Fn(&T) -> Option<T>,
) -> Result<(Done, u64), Problem> {
    let (mut legs, mut ids) = (vec![], vec![]);
    for before in &page {
        if let Some(now) = now(&before.thing) {
            legs.push(held.app.store().rewrite(before, &now)?);
            ids.push(now.name());
        }
    }
    let (count, happened) = (ids.len() as u64, if along.last { "access_moved" } else { "access_given" });
    let event = || held.now().event(&mut held.app.moment(), happened, field, ids);
    let event = (count > 0).then(event);
    Ok((Done { legs, event, next, ..Done::default() }, count))
}

/// They have moved when the company that goes is off their lists.
fn counted((done, count): (Done, u64), along: &Along, moved: impl Fn(u64) -> Belongings) -> Done {
    Done { moved: if along.last { moved(count) } else { Belongings::default() }, ..done }
}
