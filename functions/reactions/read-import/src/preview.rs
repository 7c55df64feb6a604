//! Keeping the preview, a chunk at a time: the rows in the bucket, then chunk and counts in one transaction.

use std::collections::HashMap;

use domain::{
    Actor, Changed, CustomerId, Problem,
    account::Account,
    csv_file::{Format, Header},
    denylist::Denied,
    import::{CHUNK_BYTES, CHUNK_ROWS, Counts, Import, Known, Mode, Row, Sighting},
    text::Email,
};
use futures::future::try_join;
use runtime::App;
use store::{Chunk, Kept};

use crate::update::Updates;

/// The preview of an import as far as it is kept, and the rows of its next chunk.
pub(crate) struct Preview<'a> {
    app: &'a App,
    updates: Updates<'a>,
    /// The import as this reader keeps it.
    pub import: Kept<Import>,
    rows: Vec<Result<Sighting, Row>>,
    bytes: usize,
}

impl<'a> Preview<'a> {
    pub(crate) fn new(app: &'a App, account: &'a Account, import: Kept<Import>) -> Self {
        Self { app, updates: Updates::new(app, account), import, rows: vec![], bytes: 0 }
    }

    /// Whether a row is kept already.
    pub(crate) fn has(&self, row: u64) -> bool {
        row <= self.import.thing.counts.rows
    }

    /// Adds a row to the next chunk.
    pub(crate) fn add(&mut self, judged: Result<Sighting, Row>) {
        let row = judged.as_ref().map_or_else(|row| row, |sighting| &sighting.row);
        self.bytes += row.cells.iter().map(String::len).sum::<usize>();
        self.rows.push(judged);
    }

    /// Whether the next chunk is large enough.
    pub(crate) fn is_full(&self) -> bool {
        self.rows.len() >= CHUNK_ROWS || self.bytes >= CHUNK_BYTES
    }

    /// Keeps the next chunk, whose rows end at the file's byte `read_to`.
    pub(crate) async fn keep(&mut self, read_to: u64, file: (Format, Header)) -> Result<(), Problem> {
        if self.rows.is_empty() {
            return Ok(());
        }
        self.bytes = 0;
        let (rows, denied) = self.settle(&file.1).await?;
        let import = self.import.thing.clone();
        let counts = Counts::of(rows.iter().map(|row| row.verdict));
        let chunk = Chunk {
            account_id: import.account_id,
            import_id: import.id,
            number: import.chunks,
            first_row: rows.first().map_or(0, |row| row.row),
            counts,
            kept: 0,
        };
        self.app
            .files()?
            .save(&import.rows_key(chunk.number), "application/x-ndjson", Row::write_all(&rows))
            .await?;
        let events = denied.hits().events(&mut self.app.moment(), import.account_id, Actor::System);
        let now = import.chunk_read(self.app.now(), &counts, read_to, file);
        let (store, changed) = (self.app.store(), Changed { now, events });
        self.import = store.keep_work(self.import.version, changed, vec![store.put_chunk(&chunk)?]).await?;
        Ok(())
    }

    /// Looks up all addresses of the chunk that the file itself says nothing against.
    async fn settle(&mut self, header: &Header) -> Result<(Vec<Row>, Denied), Problem> {
        let rows = std::mem::take(&mut self.rows);
        let sightings = rows.iter().filter_map(|row| row.as_ref().ok());
        let addresses: Vec<Email> = sightings.flat_map(|sighting| sighting.addresses.clone()).collect();
        let (taken, denied) = self.look_up(addresses).await?;
        if self.import.thing.mode == Mode::Update {
            let rows = self.updates.settle(&self.import.thing, header, rows, (&taken, &denied)).await?;
            return Ok((rows, denied));
        }
        let known = |address: &Email| known(address, (&taken, &denied));
        let settled =
            rows.into_iter().map(|row| row.map_or_else(|row| row, |sighting| sighting.settle(known)));
        Ok((settled.collect(), denied))
    }

    /// Whose the addresses are, and which are denied. Somebody who is changed keeps the addresses that they have.
    async fn look_up(&self, addresses: Vec<Email>) -> Result<(HashMap<String, CustomerId>, Denied), Problem> {
        let (store, account) = (self.app.store(), self.import.thing.account_id);
        let keys: Vec<String> = addresses.iter().map(Email::key).collect();
        if self.import.thing.mode == Mode::Create {
            return try_join(store.taken(account, &keys), self.app.denied_of_many(account, &addresses)).await;
        }
        let taken = store.taken(account, &keys).await?;
        let free = addresses.into_iter().filter(|address| !taken.contains_key(&address.key()));
        let denied = self.app.denied_of_many(account, &free.collect::<Vec<_>>()).await?;
        Ok((taken, denied))
    }
}

/// What the account knows of an address.
pub(crate) fn known(
    address: &Email,
    (taken, denied): (&HashMap<String, CustomerId>, &Denied),
) -> Option<Known> {
    if taken.contains_key(&address.key()) {
        Some(Known::Customer)
    } else {
        denied.by(address).map(|_| Known::Denylisted)
    }
}
