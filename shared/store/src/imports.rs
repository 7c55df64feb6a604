//! Imports, and the chunks of their previews.

use domain::{
    AccountId, Changed, ImportId, Problem,
    import::{CHUNK_ROWS, Counts, Import},
};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    item::{Kept, Record, decode},
    keys::{self, Key},
    leg::Leg,
    page::{Page, Position},
    table::{BATCH, Range},
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

    /// The chunks of an import from number `from` on, at most `limit`. Those of an earlier reading are left out.
    pub async fn chunks(&self, import: &Import, from: u32, limit: usize) -> Result<Vec<Chunk>, Problem> {
        if from >= import.chunks {
            return Ok(vec![]);
        }
        let (account, id, last) = (import.account_id, import.id, import.chunks - 1);
        let (from, to) = (keys::chunk(account, id, from).sk, keys::chunk(account, id, last).sk);
        let range = Range { from, to, limit, ..Range::of(keys::of_import(account, id)) };
        let slice = self.query(&range).await?;
        slice.items.into_iter().map(|item| decode(item).map(|kept| kept.thing)).collect()
    }

    /// The chunk that holds a row. 1 query: chunks are never larger than they may be, and rarely smaller.
    pub async fn chunk_of(&self, import: &Import, row: u64) -> Result<Option<u32>, Problem> {
        let full = u64::try_from(CHUNK_ROWS).unwrap_or(u64::MAX);
        let mut from = u32::try_from(row.saturating_sub(1) / full).unwrap_or(u32::MAX);
        loop {
            let chunks = self.chunks(import, from, BATCH).await?;
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
}
