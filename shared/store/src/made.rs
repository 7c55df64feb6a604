//! The companies that imports make (IMP-5), and take back (IMP-7).

use std::collections::BTreeMap;

use domain::{AccountId, Changed, CompanyId, Event, ImportId, Problem, company::Company, text::fold};
use futures::{StreamExt, TryStreamExt};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    commit::Refusal,
    groups::AT_ONCE,
    item::{Kept, Record, decode, encode, owner},
    keys::{self, Key},
    leg::Leg,
    table::{BATCH, Range, after, end_of},
};

/// A company that an import has made, and what undoing has made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeCompany {
    /// The account.
    pub account_id: AccountId,
    /// The import.
    pub import_id: ImportId,
    /// The company.
    pub company_id: CompanyId,
    /// Whether it has been removed, once that is decided.
    pub removed: Option<bool>,
}

impl Record for MadeCompany {
    const TYPE: &'static str = "made_company";
    fn key(&self) -> Key {
        keys::made_company(self.account_id, self.import_id, self.company_id)
    }
}

impl Store {
    /// Those of the companies (by folded name) that there are, with their ids; one round trip for each hundred.
    pub async fn companies_by_name(
        &self,
        account: AccountId,
        names: &[String],
    ) -> Result<BTreeMap<String, CompanyId>, Problem> {
        let by_key: BTreeMap<String, &String> =
            names.iter().map(|name| (keys::company_name(account, name).pk, name)).collect();
        let keys: Vec<Key> = by_key.keys().map(|pk| Key { pk: pk.clone(), sk: keys::ONLY.into() }).collect();
        let mut found = BTreeMap::new();
        for keys in keys.chunks(BATCH) {
            for item in self.batch_get(keys.to_vec(), true).await? {
                let name = item.get("pk").and_then(|pk| pk.as_s().ok()).and_then(|pk| by_key.get(pk));
                let owner = owner(&item);
                found.extend(name.zip(owner).map(|(name, id)| ((*name).clone(), id)));
            }
        }
        Ok(found)
    }

    /// Makes companies for an import, unless somebody has just made one of that name; gives the id of each by its folded
    /// name.
    pub async fn create_companies(
        &self,
        import: ImportId,
        companies: Vec<Changed<Company>>,
    ) -> Result<BTreeMap<String, CompanyId>, Problem> {
        let making: Vec<_> =
            companies.into_iter().map(|company| self.find_or_create(import, company)).collect();
        futures::stream::iter(making).buffer_unordered(AT_ONCE).try_collect().await
    }

    async fn find_or_create(
        &self,
        import_id: ImportId,
        changed: Changed<Company>,
    ) -> Result<(String, CompanyId), Problem> {
        let company = &changed.now;
        let (account_id, name) = (company.account_id, fold(&company.name));
        let there = Problem::conflict("conflict");
        let claim = keys::company_name(account_id, &name);
        let made = MadeCompany { account_id, import_id, company_id: company.id, removed: None };
        let mut legs = vec![
            Leg::claim(self, claim, &company.id.to_string(), there.clone())?,
            Leg::put_new(self, company, there.clone())?,
            Leg::put_new(self, &made, there.clone())?,
        ];
        for event in &changed.events {
            legs.push(Leg::put_new(self, event, there.clone())?);
        }
        let refusals = self.try_commit(&legs).await?;
        match refusals.first() {
            None => Ok((name, company.id)),
            Some(Refusal { found: Some(claim), .. }) => {
                let id = owner(claim).ok_or_else(|| Problem::Bug("a claim without owner".into()))?;
                Ok((name, id))
            }
            Some(refusal) => Err(refusal.problem.clone()),
        }
    }

    /// The companies that an import made, in the order of their ids, those behind `last`.
    pub async fn made_companies(
        &self,
        account: AccountId,
        import: ImportId,
        last: Option<CompanyId>,
        limit: usize,
    ) -> Result<Vec<Kept<MadeCompany>>, Problem> {
        let from = last.map_or_else(
            || keys::MADE_COMPANY.to_owned(),
            |last| after(&keys::made_company(account, import, last).sk),
        );
        let to = end_of(keys::MADE_COMPANY);
        let range = Range { from, to, limit, ..Range::of(keys::of_import(account, import)) };
        self.query(&range).await?.items.into_iter().map(decode).collect()
    }

    /// Removes a company that an import made and that nobody has changed since it was read, and notes that; stale when
    /// somebody has.
    pub async fn remove_made_company(
        &self,
        made: &Kept<MadeCompany>,
        before: &Kept<Company>,
        events: &[Event],
    ) -> Result<(), Problem> {
        let mut legs = self.removed_company(before)?;
        let settled = MadeCompany { removed: Some(true), ..made.thing.clone() };
        legs.push(Leg::replace(self, &settled, made.version)?);
        self.commit(legs, events).await
    }

    /// Notes what undoing has made of a company that was not removed now.
    pub async fn settle_made_company(&self, made: &Kept<MadeCompany>, removed: bool) -> Result<(), Problem> {
        let settled = MadeCompany { removed: Some(removed), ..made.thing.clone() };
        self.put_at(encode(&settled, made.version + 1)?, made.version).await
    }
}
