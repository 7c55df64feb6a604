//! Imports, and the chunks of their previews.

use domain::{
    AccountId, Changed, ImportId, Problem,
    import::{Counts, Import},
};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    commit::Leg,
    item::{Kept, Record, decode},
    keys::{self, Key},
    page::{Page, Position},
    table::{Range, end_of},
};

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
    /// How many of its customers undoing has left as they are.
    #[serde(default)]
    pub kept: u64,
}

impl Record for Chunk {
    const TYPE: &'static str = "chunk";
    fn key(&self) -> Key {
        keys::chunk(self.account_id, self.import_id, self.number)
    }
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

    /// Keeps a changed import, and with it the chunk that was read or written.
    pub async fn update_import(
        &self,
        version: u64,
        changed: Changed<Import>,
        chunk: Option<&Chunk>,
    ) -> Result<Kept<Import>, Problem> {
        let mut legs = vec![Leg::replace(self, &changed.now, version)?];
        if let Some(chunk) = chunk {
            legs.push(Leg::put_over(self, chunk)?);
        }
        self.commit(legs, &changed.events).await?;
        Ok(Kept { thing: changed.now, version: version + 1 })
    }

    /// A page of imports, newest first.
    pub async fn imports(
        &self,
        account: AccountId,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<Import>, Problem> {
        let to = position.map_or_else(|| end_of(""), |position| position.after.clone());
        let range =
            Range { to, descending: true, limit: limit_of(limit + 1), ..partition(keys::imports(account)) };
        let slice = self.query(&range).await?;
        let items = slice.items.into_iter().map(|item| decode(item).map(|kept: Kept<Import>| kept.thing));
        let mut items = items.collect::<Result<Vec<_>, _>>()?;
        items.retain(|import| position.is_none_or(|position| import.id.to_string() != position.after));
        let more = items.len() > limit || slice.last.is_some();
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(|last| last.id.to_string());
        Ok(Page { items, next: next.map(|after| Position { source: 0, after }) })
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
        let to = end_of(keys::CHUNK);
        let range = Range { from, to, limit: limit_of(limit), ..partition(keys::of_import(account, import)) };
        let slice = self.query(&range).await?;
        slice.items.into_iter().map(|item| decode(item).map(|kept| kept.thing)).collect()
    }
}

pub(crate) fn partition(partition: String) -> Range {
    Range {
        index: None,
        sort: "sk",
        partition,
        from: " ".into(),
        to: end_of(""),
        descending: false,
        limit: 1,
        filter: None,
    }
}

pub(crate) fn limit_of(limit: usize) -> i32 {
    i32::try_from(limit).unwrap_or(i32::MAX)
}
