//! Imports, the chunks of their previews, and the customers that they make.

use std::collections::BTreeMap;

use domain::{
    AccountId, Changed, CompanyId, ImportId, Problem,
    company::Company,
    customer::Customer,
    import::{CHUNK_ROWS, Counts, Import},
    mail::Mail,
    text::fold,
};
use futures::{StreamExt, TryStreamExt};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    commit::{LEGS, Leg, Refusal},
    item::{Kept, Record, decode},
    keys::{self, Key},
    page::{Page, Position},
    table::{BATCH, Range},
};

/// How many transactions of a chunk are under way at once.
const AT_ONCE: usize = 8;

impl Record for Import {
    const TYPE: &'static str = "import";
    fn key(&self) -> Key {
        keys::import(self.account_id, self.id)
    }
    fn index(&self) -> Vec<(&'static str, String)> {
        let Some(due) = self.due_at() else { return vec![] };
        let shard = keys::shard(self.id.bytes(), keys::DUE_SHARDS);
        vec![
            ("due", keys::due("IMPORT", shard)),
            ("due_at", keys::due_at(due, self.account_id, &self.id.to_string())),
        ]
    }
}

/// A chunk of a preview: which rows it holds, and how many of them have which verdict. The rows are in the bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// The account of the import.
    pub account_id: AccountId,
    /// The import.
    pub import_id: ImportId,
    /// Its number, from 0.
    pub number: u32,
    /// Its first row.
    pub first_row: u64,
    /// How many of its rows have which verdict.
    pub counts: Counts,
}

impl Record for Chunk {
    const TYPE: &'static str = "chunk";
    fn key(&self) -> Key {
        keys::chunk(self.account_id, self.import_id, self.number)
    }
}

/// What became of a row's customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// They are there, by this row, now or by an earlier attempt.
    Created,
    /// Somebody else has one of the addresses: the one at this place (0 is the e-mail).
    Taken(usize),
}

impl Store {
    /// An import. 1 read.
    pub async fn import(&self, account: AccountId, id: ImportId) -> Result<Kept<Import>, Problem> {
        self.find(keys::import(account, id)).await
    }

    /// Keeps a new import; one that is there already (a drop told twice) stays as it is.
    pub async fn create_import(&self, changed: Changed<Import>) -> Result<(), Problem> {
        let there = Problem::conflict("conflict");
        let leg = Leg::put_new(self, &changed.now, there.clone())?;
        match self.commit(vec![leg], &changed.events).await {
            Err(problem) if problem == there => Ok(()),
            outcome => outcome,
        }
    }

    /// Keeps a chunk with the step that read or wrote it.
    pub fn put_chunk(&self, chunk: &Chunk) -> Result<Leg, Problem> {
        Leg::put_over(self, chunk)
    }

    /// A page of imports, newest first.
    pub async fn imports(
        &self,
        account: AccountId,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<Import>, Problem> {
        self.newest_first(keys::imports(account), limit, position).await
    }

    /// The chunks of an import from number `from` on, at most `limit`.
    pub async fn chunks(
        &self,
        account: AccountId,
        import: ImportId,
        from: u32,
        limit: usize,
    ) -> Result<Vec<Chunk>, Problem> {
        let from = keys::chunk(account, import, from).sk;
        let range = Range { from, limit: limit_of(limit), ..Range::of(keys::chunks(account, import)) };
        let slice = self.query(&range).await?;
        slice.items.into_iter().map(|item| decode(item).map(|kept| kept.thing)).collect()
    }

    /// The chunk that holds a row. 1 query: chunks are never larger than they may be, and rarely smaller.
    pub async fn chunk_of(
        &self,
        account: AccountId,
        import: ImportId,
        row: u64,
    ) -> Result<Option<u32>, Problem> {
        let full = u64::try_from(CHUNK_ROWS).unwrap_or(u64::MAX);
        let mut from = u32::try_from(row.saturating_sub(1) / full).unwrap_or(u32::MAX);
        loop {
            let chunks = self.chunks(account, import, from, BATCH).await?;
            let holds = |chunk: &&Chunk| chunk.first_row <= row && row < chunk.first_row + chunk.counts.rows;
            if let Some(chunk) = chunks.iter().find(holds) {
                return Ok(Some(chunk.number));
            }
            match chunks.last() {
                Some(last) if chunks.len() == BATCH => from = last.number + 1,
                _ => return Ok(None),
            }
        }
    }

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

    /// Makes companies, unless somebody has just made one of that name; gives the id of each by its folded name.
    pub async fn create_companies(
        &self,
        companies: Vec<Changed<Company>>,
    ) -> Result<BTreeMap<String, CompanyId>, Problem> {
        let making: Vec<_> = companies.into_iter().map(|company| self.find_or_create(company)).collect();
        futures::stream::iter(making).buffer_unordered(AT_ONCE).try_collect().await
    }

    async fn find_or_create(&self, changed: Changed<Company>) -> Result<(String, CompanyId), Problem> {
        let company = &changed.now;
        let name = fold(&company.name);
        let there = Problem::conflict("conflict");
        let mut legs = vec![
            Leg::claim(
                self,
                keys::company_name(company.account_id, &name),
                &company.id.to_string(),
                there.clone(),
            )?,
            Leg::put_new(self, company, there.clone())?,
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

    /// Keeps the customers of a chunk, each with a mail or none, in as few transactions as fit. Keeping them again
    /// finds them there. Events are the chunk's, not theirs.
    pub async fn create_customers(
        &self,
        customers: Vec<(Customer, Option<Mail>)>,
    ) -> Result<Vec<Written>, Problem> {
        let work: Vec<_> = batches(customers).into_iter().map(|batch| self.create_batch(batch)).collect();
        let written: Vec<Vec<Written>> = futures::stream::iter(work).buffered(AT_ONCE).try_collect().await?;
        Ok(written.into_iter().flatten().collect())
    }

    /// Keeps those of a batch whose addresses are free: each refusal takes one out, and the rest is tried again.
    async fn create_batch(&self, batch: Vec<(Customer, Option<Mail>)>) -> Result<Vec<Written>, Problem> {
        let mut outcome = vec![Written::Created; batch.len()];
        let mut open: Vec<usize> = (0..batch.len()).collect();
        while !open.is_empty() {
            let (mut legs, mut places) = (vec![], vec![]);
            for (at, (customer, mail)) in
                open.iter().filter_map(|at| batch.get(*at).map(|entry| (*at, entry)))
            {
                let own = self.new_customer(customer)?;
                places.extend((0..own.len()).map(|leg| (at, leg)));
                legs.extend(own);
                if let Some(mail) = mail {
                    legs.push(self.put_mail(mail)?);
                    places.push((at, usize::MAX));
                }
            }
            let refusals = self.try_commit(&legs).await?;
            if refusals.is_empty() {
                break;
            }
            for refusal in refusals {
                let Some((at, leg)) = places.get(refusal.leg).copied() else { continue };
                open.retain(|open| *open != at);
                let ours = batch.get(at).is_some_and(|(customer, _)| refusal.is_of(customer));
                if let Some(outcome) = outcome.get_mut(at).filter(|_| !ours && (1..usize::MAX).contains(&leg))
                {
                    *outcome = Written::Taken(leg - 1);
                }
            }
        }
        Ok(outcome)
    }
}

impl Refusal {
    /// Whether what stood in the way is the customer's own, from an earlier attempt.
    fn is_of(&self, customer: &Customer) -> bool {
        self.found.as_ref().is_some_and(|found| owner(found) == Some(customer.id))
    }
}

/// Whose claim an item is.
fn owner<T: std::str::FromStr>(item: &crate::item::Attributes) -> Option<T> {
    item.get("owner").and_then(|owner| owner.as_s().ok()).and_then(|owner| owner.parse().ok())
}

/// As many customers a transaction as its legs allow.
fn batches(customers: Vec<(Customer, Option<Mail>)>) -> Vec<Vec<(Customer, Option<Mail>)>> {
    let mut batches: Vec<Vec<_>> = vec![];
    let mut free = 0;
    for entry in customers {
        let legs = 1 + entry.0.addresses().count() + usize::from(entry.1.is_some());
        if legs > free {
            batches.push(vec![]);
            free = LEGS;
        }
        free -= legs;
        if let Some(batch) = batches.last_mut() {
            batch.push(entry);
        }
    }
    batches
}

fn limit_of(limit: usize) -> i32 {
    i32::try_from(limit).unwrap_or(i32::MAX)
}
