//! The parts of the file, one after the other: made while the one before is sent, from customers that are read while others
//! become rows.

use domain::{
    Problem,
    export::{self, Export, Place},
    job::Job,
};
use futures::{StreamExt, stream};
use runtime::{Ahead, App};
use store::{SHARDS, Stretch, Way};

use crate::companies::Companies;

/// How many customers are read at once.
const PAGE: usize = 500;
/// How many such pages lie ready at the most.
const PAGES: usize = 2;

/// A part of the file, and how far the export is behind it.
#[derive(Debug)]
pub(crate) struct Part {
    pub bytes: Vec<u8>,
    pub place: Place,
    pub rows: u64,
    pub looked_at: u64,
}

/// The parts that an export still needs.
pub(crate) async fn parts(app: &App, job: &Job<Export>) -> Result<Ahead<Part>, Problem> {
    let (account_id, work) = (job.account_id, &job.work);
    let companies = app.store().companies_found(account_id, &work.whom).await?;
    let way = Way { account_id, whom: work.whom.clone().into(), companies: companies.into() };
    let behind = |shard| work.place.after.filter(|_| shard == work.place.shard);
    let shares: Vec<_> = (work.place.shard..SHARDS)
        .map(|shard| app.store().walk(&way, (shard, behind(shard)), PAGE))
        .collect();
    let reader = Reader {
        walk: Ahead::of(stream::iter(shares).flatten(), PAGES),
        app: app.clone(),
        way,
        companies: Companies::default(),
        made: work.draft.parts.len(),
        place: work.place,
        rows: work.rows,
        looked_at: work.looked_at,
    };
    Ok(Ahead::of(stream::try_unfold(reader, Reader::part), 1))
}

/// Somebody who makes rows of customers.
struct Reader {
    app: App,
    way: Way,
    walk: Ahead<Stretch>,
    companies: Companies,
    /// How many parts there are.
    made: usize,
    place: Place,
    rows: u64,
    looked_at: u64,
}

impl Reader {
    /// The next part; `None` behind the last one.
    async fn part(mut self) -> Result<Option<(Part, Self)>, Problem> {
        if self.place.shard >= SHARDS {
            return Ok(None);
        }
        let mut bytes = vec![];
        if self.made == 0 {
            export::head(&mut bytes);
        }
        while bytes.len() < Export::part_size(self.made) && self.place.shard < SHARDS {
            let stretch = self.walk.next().await?;
            let stretch =
                stretch.ok_or_else(|| Problem::Bug("customers ended before their last share".into()))?;
            self.append(&stretch, &mut bytes).await?;
            self.looked_at += stretch.looked_at;
            self.place.after = stretch.last;
            self.place.shard += u8::from(stretch.last.is_none());
        }
        self.made += 1;
        let Self { place, rows, looked_at, .. } = self;
        Ok(Some((Part { bytes, place, rows, looked_at }, self)))
    }

    async fn append(&mut self, stretch: &Stretch, bytes: &mut Vec<u8>) -> Result<(), Problem> {
        self.companies.meet(&self.app, self.way.account_id, &stretch.customers).await?;
        let filter = self.way.whom.filter();
        for customer in stretch.customers.iter().map(|kept| &kept.thing) {
            // The index may have told of how they were a moment ago.
            if filter.is_none_or(|filter| filter.matches(customer, &self.way.companies)) {
                export::row(customer, self.companies.of(customer), bytes);
                self.rows += 1;
            }
        }
        Ok(())
    }
}
