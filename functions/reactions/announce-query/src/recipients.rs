//! Who is told of a query: whoever was chosen; else the representatives who serve its subportal; where there are none, the company
//! managers.

use std::collections::BTreeSet;

use domain::{
    Problem, UserId,
    company_access::CompanyAccess,
    query::Query,
    user::{Role, Status},
};
use store::{Store, UserQuery};

/// How many are told at the most.
const MOST: usize = 20;

/// Who is told, at most twenty.
pub(crate) async fn of(store: &Store, query: &Query) -> Result<BTreeSet<UserId>, Problem> {
    let Some(portal) = store.portal(query.account_id, query.portal_id).await? else {
        return company_managers(store, query).await;
    };
    let all = store.representatives(&portal.thing).await?;
    let serving = all.iter().filter(|serving| serving.serves(query.subportal_id));
    let serving: Vec<UserId> = serving.map(|serving| serving.user.id).collect();
    let chosen = query.representative_id.filter(|chosen| serving.contains(chosen));
    match chosen {
        Some(chosen) => Ok([chosen].into()),
        None if serving.is_empty() => company_managers(store, query).await,
        None => Ok(serving.into_iter().take(MOST).collect()),
    }
}

async fn company_managers(store: &Store, query: &Query) -> Result<BTreeSet<UserId>, Problem> {
    let wanted = UserQuery {
        text: String::new(),
        role: Some(Role::CompanyManager),
        status: Some(Status::Active),
        company_id: None,
        team: (None, None),
        companies: CompanyAccess::ALL,
    };
    let (mut found, mut position) = (BTreeSet::new(), None);
    loop {
        let page = store.users(query.account_id, &wanted, MOST - found.len(), position.as_ref()).await?;
        found.extend(page.items.into_iter().map(|user| user.id));
        position = page.next;
        if found.len() >= MOST || position.is_none() {
            return Ok(found);
        }
    }
}
