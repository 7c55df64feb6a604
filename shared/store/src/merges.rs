//! Merging companies: both are kept with the merge that they are in, and an old id leads to the company that stayed.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    AccountId, CompanyId, JobId, Problem, Timestamp,
    company::{
        Company,
        merge::{Begun, Merge, Merged},
    },
    customer::Customer,
    job::{Job, Work},
};

use crate::{
    Store,
    figures::movement_of,
    item::{Kept, Record, decode},
    keys::{self, Key},
    leg::Leg,
    table::{BATCH, Range, end_of},
    users::is_a,
};

/// Along how many merges an old id is followed.
const HOPS: usize = 10;

impl Record for Merged {
    const TYPE: &'static str = "merged_company";
    fn key(&self) -> Key {
        keys::merged_company(self.account_id, self.from)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        self.forgotten_at()
    }
}

impl Store {
    /// Keeps a merge that begins, and both companies as they are in it.
    pub async fn begin_merge(
        &self,
        (from, into): (&Kept<Company>, &Kept<Company>),
        begun: Begun,
    ) -> Result<Kept<Job<Merge>>, Problem> {
        let legs = vec![self.rewrite(from, &begun.from)?, self.rewrite(into, &begun.into)?];
        self.create_work(begun.merge, legs).await
    }

    /// Writes a thing over the version that was read; a conflict, if it has been changed since.
    pub fn rewrite<T: Record>(&self, before: &Kept<T>, now: &T) -> Result<Leg, Problem> {
        Ok(Leg::replace(self, now, before.version)?.otherwise(Problem::conflict("conflict")))
    }

    /// What moves in the figures when customers change as an event tells; none, if nothing does.
    pub fn customers_moved<'a>(
        &self,
        event: &domain::Event,
        changes: impl IntoIterator<Item = &'a (Kept<Customer>, Customer)>,
    ) -> Result<Option<Leg>, Problem> {
        let changes = changes.into_iter().map(|(before, now)| (Some(&before.thing), Some(now)));
        self.moved(movement_of(std::slice::from_ref(event))?, changes)
    }

    /// Both companies at the end of a merge: the one stays, the other is no more, and its id leads there.
    pub fn end_merge(
        &self,
        (from, into): (&Kept<Company>, &Kept<Company>),
        now: Timestamp,
    ) -> Result<Vec<Leg>, Problem> {
        let Company { account_id, id, .. } = from.thing;
        let stays = Company { merge: None, ..into.thing.clone() };
        let merged = Merged { account_id, from: id, into: stays.id, at: now };
        let mut legs = vec![self.rewrite(into, &stays)?, Leg::put_over(self, &merged)?];
        let gone = self.removed_company(from)?.into_iter();
        legs.extend(gone.map(|leg| leg.otherwise(Problem::conflict("conflict"))));
        Ok(legs)
    }

    /// The newest merge of companies: whoever remembers companies looks whether there is a new one. 1 read.
    pub async fn newest_merge(&self, account: AccountId) -> Result<Option<JobId>, Problem> {
        let range = Range { to: end_of(""), descending: true, ..Range::of(keys::jobs(account, Merge::NAME)) };
        let newest = self.query_now(&range).await?.items.into_iter().next();
        Ok(newest.map(decode::<Job<Merge>>).transpose()?.map(|job| job.thing.id))
    }

    /// The companies to which these ids lead, by id: where one is being merged or has been, the one that stays. A round trip
    /// for each fifty, and one more where ids lead on.
    pub async fn companies_now(
        &self,
        account: AccountId,
        ids: &[CompanyId],
    ) -> Result<BTreeMap<CompanyId, Company>, Problem> {
        let mut leads: BTreeMap<CompanyId, CompanyId> = ids.iter().map(|id| (*id, *id)).collect();
        let mut found: BTreeMap<CompanyId, Company> = BTreeMap::new();
        for _ in 0..HOPS {
            let open: BTreeSet<_> = leads.values().copied().filter(|id| !found.contains_key(id)).collect();
            if open.is_empty() {
                break;
            }
            let (there, gone) = self.companies_or_merged(account, open).await?;
            found.extend(there);
            leads.retain(|_, id| found.contains_key(&*id) || gone.contains_key(&*id));
            for id in leads.values_mut() {
                *id = gone.get(&*id).copied().unwrap_or(*id);
            }
        }
        Ok(leads.into_iter().filter_map(|(asked, id)| Some((asked, found.get(&id)?.clone()))).collect())
    }

    /// Those of the companies that stay, and where the others have gone or go.
    async fn companies_or_merged(
        &self,
        account: AccountId,
        ids: BTreeSet<CompanyId>,
    ) -> Result<(BTreeMap<CompanyId, Company>, BTreeMap<CompanyId, CompanyId>), Problem> {
        let (mut there, mut gone) = (BTreeMap::new(), BTreeMap::new());
        let keys = |id| [keys::company(account, id), keys::merged_company(account, id)];
        let keys: Vec<Key> = ids.into_iter().flat_map(keys).collect();
        for keys in keys.chunks(BATCH) {
            for item in self.batch_get(keys.to_vec(), true).await? {
                if is_a::<Merged>(&item) {
                    let merged: Kept<Merged> = decode(item)?;
                    gone.insert(merged.thing.from, merged.thing.into);
                    continue;
                }
                let company = decode::<Company>(item)?.thing;
                match company.leaves() {
                    Some(into) => drop(gone.insert(company.id, into)),
                    None => drop(there.insert(company.id, company)),
                }
            }
        }
        Ok((there, gone))
    }
}
