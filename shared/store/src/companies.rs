//! Companies.

use std::collections::BTreeMap;

use domain::{
    AccountId, Changed, CompanyId, Problem, company::Company, company_access::CompanyAccess,
    settings::Settings, text::fold,
};
use futures::{StreamExt, TryStreamExt, stream};

use crate::{
    Size, Store,
    item::{Kept, Record, attribute},
    keys::{self, Key},
    leg::Leg,
    page::{Page, Position},
    table::{BATCH, Range, after, end_of},
    users::of_type,
};

/// How many batches of companies are read at once.
const AT_ONCE: usize = 4;

impl Record for Company {
    const TYPE: &'static str = "company";
    fn key(&self) -> Key {
        keys::company(self.account_id, self.id)
    }
    fn index(&self) -> Vec<(&'static str, String)> {
        vec![("list", keys::companies(self.account_id)), ("name", by_name(self))]
    }
    fn summary(&self) -> Option<serde_json::Value> {
        // Lists show no settings, and indexes stay small.
        serde_json::to_value(Self { settings: Settings::default(), ..self.clone() }).ok()
    }
}

/// Where a company stands in the list by name.
pub(crate) fn by_name(company: &Company) -> String {
    format!("{}#{}", fold(&company.name), company.id)
}

fn taken() -> Problem {
    Problem::field("name", "name_taken")
}

impl Store {
    /// A company. 1 read.
    pub async fn company(&self, account: AccountId, id: CompanyId) -> Result<Kept<Company>, Problem> {
        self.find(keys::company(account, id)).await
    }

    /// A company that somebody names in `field`. 1 read.
    pub async fn named_company(
        &self,
        account: AccountId,
        field: &str,
        id: CompanyId,
    ) -> Result<Kept<Company>, Problem> {
        let found = self.get(keys::company(account, id)).await?;
        found.ok_or_else(|| Problem::field(field, "company_unknown"))
    }

    /// A company, and how many customers it has, as they are counted. 1 read.
    pub async fn company_and_size(
        &self,
        account: AccountId,
        id: CompanyId,
    ) -> Result<(Kept<Company>, i64), Problem> {
        let wanted = vec![keys::company(account, id), keys::company_size(account, id)];
        let items = self.batch_get(wanted, true).await?;
        let company = of_type::<Company>(&items).ok_or(Problem::NotFound)??;
        let size = of_type::<Size>(&items).transpose()?;
        // Somebody may be counted as gone a moment before they are counted as come.
        Ok((company, size.map_or(0, |size| size.thing.customers.max(0))))
    }

    /// Those of `ids` that there are, by id; a hundred each round trip, a few at once.
    pub async fn companies_by_id(
        &self,
        account: AccountId,
        ids: &[CompanyId],
    ) -> Result<BTreeMap<CompanyId, Company>, Problem> {
        let keys = |ids: &[CompanyId]| ids.iter().map(|id| keys::company(account, *id)).collect();
        let batches: Vec<_> = ids.chunks(BATCH).map(|ids| self.things::<Company>(keys(ids), false)).collect();
        let companies: Vec<_> = stream::iter(batches).buffered(AT_ONCE).try_concat().await?;
        Ok(companies.into_iter().map(|company| (company.thing.id, company.thing)).collect())
    }

    /// A page of companies by name, of those whose name begins with `text`.
    pub async fn companies(
        &self,
        account: AccountId,
        text: &str,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<Company>, Problem> {
        let prefix = fold(text);
        let from = position.map_or_else(|| start_of(&prefix), |position| after(&position.after));
        let range = Range {
            index: Some(("by_name", "list")),
            sort: "name",
            partition: keys::companies(account),
            from,
            to: end_of(&prefix),
            descending: false,
            limit,
            filter: None,
            bare: false,
        };
        let slice = self.query(&range).await?;
        let items = slice
            .items
            .into_iter()
            .map(|mut item| attribute(&mut item, "summary"))
            .collect::<Result<_, _>>()?;
        Ok(Page { items, next: slice.last.map(|after| Position { source: 0, after }) })
    }

    /// A page of those companies to which somebody has access, by name. 1 round trip.
    pub async fn companies_within(
        &self,
        (account, access): (AccountId, &CompanyAccess),
        text: &str,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<Company>, Problem> {
        let Some(ids) = access.listed() else { return self.companies(account, text, limit, position).await };
        let ids: Vec<CompanyId> = ids.iter().copied().collect();
        let text = fold(text);
        let behind = |company: &Company| position.is_none_or(|position| by_name(company) > position.after);
        let mut items: Vec<Company> = self.companies_by_id(account, &ids).await?.into_values().collect();
        items.retain(|company| fold(&company.name).starts_with(&text) && behind(company));
        items.sort_by_cached_key(by_name);
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(by_name);
        Ok(Page { items, next: next.map(|after| Position { source: 0, after }) })
    }

    /// Refuses the ids in `field` of companies that there are not, or that go; one round trip for each hundred. One that goes,
    /// or has gone, since it was named `before` is no obstacle to another change.
    pub async fn check_companies(
        &self,
        account: AccountId,
        field: &str,
        ids: &[CompanyId],
        before: &[CompanyId],
    ) -> Result<(), Problem> {
        let new: Vec<CompanyId> = ids.iter().filter(|id| !before.contains(id)).copied().collect();
        let known = self.companies_by_id(account, &new).await?;
        let refused =
            |(at, id): (usize, &CompanyId)| Company::refused(known.get(id), format!("{field}.{at}"));
        let errors: Vec<_> =
            ids.iter().enumerate().filter(|(_, id)| new.contains(id)).filter_map(refused).collect();
        if errors.is_empty() { Ok(()) } else { Err(Problem::Invalid(errors)) }
    }

    /// Keeps a new company, whose name must be free.
    pub async fn create_company(&self, changed: Changed<Company>) -> Result<Kept<Company>, Problem> {
        let company = &changed.now;
        let name = keys::company_name(company.account_id, &fold(&company.name));
        let legs = vec![
            Leg::put_new(self, company, Problem::conflict("conflict"))?,
            Leg::claim(self, name, &company.id.to_string(), taken())?,
        ];
        self.commit(legs, &changed.events).await?;
        Ok(Kept { thing: changed.now, version: 1 })
    }

    /// Keeps a changed company; a new name must be free.
    pub async fn update_company(
        &self,
        before: &Kept<Company>,
        changed: Changed<Company>,
    ) -> Result<Kept<Company>, Problem> {
        let account = before.thing.account_id;
        let (old, new) = (fold(&before.thing.name), fold(&changed.now.name));
        let mut legs = vec![];
        if old != new {
            legs.push(Leg::release(self, keys::company_name(account, &old))?);
            legs.push(Leg::claim(
                self,
                keys::company_name(account, &new),
                &changed.now.id.to_string(),
                taken(),
            )?);
        }
        self.commit_change(before.version, changed, legs).await
    }

    /// Deletes a company of which nothing is left ([`Store::left_of`]).
    pub async fn delete_company(
        &self,
        before: &Kept<Company>,
        changed: Changed<Company>,
    ) -> Result<(), Problem> {
        let mut legs = self.removed_company(before)?;
        legs.push(self.without_portal(before.thing.account_id, before.thing.id)?);
        self.commit(legs, &changed.events).await
    }

    /// The legs that remove a company with all that hangs on it.
    pub fn removed_company(&self, before: &Kept<Company>) -> Result<Vec<Leg>, Problem> {
        let company = &before.thing;
        Ok(vec![
            Leg::delete(self, company.key(), before.version)?,
            Leg::release(self, keys::company_name(company.account_id, &fold(&company.name)))?,
        ])
    }
}

/// Where a range of names begins: keys can't be empty.
pub(crate) fn start_of(prefix: &str) -> String {
    if prefix.is_empty() { " ".into() } else { prefix.into() }
}
