//! Companies.

use std::collections::BTreeMap;

use domain::{
    AccountId, Changed, CompanyId, CustomerId, FieldError, Problem, company::Company,
    company_access::CompanyAccess, settings::Settings, text::fold,
};
use futures::future::try_join;

use crate::{
    CustomerLine, Store,
    item::{Kept, Record, attribute, decode},
    keys::{self, Key},
    leg::Leg,
    page::{Page, Position},
    table::{BATCH, Range, after, end_of},
};

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

    /// Those of `ids` that there are, by id; one round trip for each hundred.
    pub async fn companies_by_id(
        &self,
        account: AccountId,
        ids: &[CompanyId],
    ) -> Result<BTreeMap<CompanyId, Company>, Problem> {
        let mut found = BTreeMap::new();
        for ids in ids.chunks(BATCH) {
            let keys = ids.iter().map(|id| keys::company(account, *id)).collect();
            for item in self.batch_get(keys, false).await? {
                let company: Kept<Company> = decode(item)?;
                found.insert(company.thing.id, company.thing);
            }
        }
        Ok(found)
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

    /// Refuses the ids in `field` of companies that there are not; one round trip for each hundred.
    pub async fn check_companies(
        &self,
        account: AccountId,
        field: &str,
        ids: &[CompanyId],
    ) -> Result<(), Problem> {
        let known = self.companies_by_id(account, ids).await?;
        let unknown = ids.iter().enumerate().filter(|(_, id)| !known.contains_key(id));
        let errors: Vec<_> =
            unknown.map(|(at, _)| FieldError::new(format!("{field}.{at}"), "company_unknown")).collect();
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

    /// Deletes a company that no customer works for and that has no device.
    pub async fn delete_company(
        &self,
        before: &Kept<Company>,
        changed: Changed<Company>,
    ) -> Result<(), Problem> {
        let (account, id) = (before.thing.account_id, before.thing.id);
        let left = try_join(self.has_customers(account, id), self.has_devices(account, id)).await?;
        let what = match left {
            (false, false) => None,
            (true, false) => Some("customers"),
            (false, true) => Some("devices"),
            (true, true) => Some("customers_and_devices"),
        };
        if let Some(what) = what {
            return Err(Problem::conflict_with("in_use", "what", what));
        }
        self.commit(self.removed_company(before)?, &changed.events).await
    }

    /// The legs that remove a company with all that hangs on it.
    pub(crate) fn removed_company(&self, before: &Kept<Company>) -> Result<Vec<Leg>, Problem> {
        let company = &before.thing;
        Ok(vec![
            Leg::delete(self, company.key(), before.version)?,
            Leg::release(self, keys::company_name(company.account_id, &fold(&company.name)))?,
        ])
    }

    /// Whether anybody works for a company. 1 read when nobody does. The index lags behind a little: those whom it names
    /// are looked up, so that a company is free as soon as its last customer is gone.
    pub async fn has_customers(&self, account: AccountId, company: CompanyId) -> Result<bool, Problem> {
        let mut range = Range {
            index: Some(("by_company", "company")),
            sort: "name",
            partition: keys::company_customers(account, company),
            from: start_of(""),
            to: end_of(""),
            descending: false,
            limit: 25,
            filter: None,
        };
        loop {
            let slice = self.query(&range).await?;
            let lines = slice.items.into_iter().map(|mut entry| attribute(&mut entry, "summary"));
            let lines: Vec<CustomerLine> = lines.collect::<Result<_, _>>()?;
            let ids: Vec<CustomerId> = lines.iter().map(|line| line.id).collect();
            let there = self.customers_by_id(account, &ids).await?;
            if there.iter().any(|customer| customer.thing.company_id == Some(company)) {
                return Ok(true);
            }
            let Some(last) = slice.last else { return Ok(false) };
            range.from = after(&last);
        }
    }
}

/// Where a range of names begins: keys can't be empty.
pub(crate) fn start_of(prefix: &str) -> String {
    if prefix.is_empty() { " ".into() } else { prefix.into() }
}
