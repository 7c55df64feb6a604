//! Keeping the preview, a chunk at a time: the rows in the bucket, then chunk and counts in one transaction.

use std::collections::HashMap;

use domain::{
    Changed, CustomerId, Problem,
    account::Account,
    csv_file::{Format, Header},
    import::{CHUNK_BYTES, CHUNK_ROWS, Counts, Import, Known, Mode, Row, Sighting},
    text::Email,
};
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
        let rows = self.settle(&file.1).await?;
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
        let now = import.chunk_read(self.app.now(), &counts, read_to, file);
        self.import = self
            .app
            .store()
            .update_import(self.import.version, Changed { now, events: vec![] }, Some(&chunk))
            .await?;
        Ok(())
    }

    /// Looks up all addresses of the chunk that the file itself says nothing against.
    async fn settle(&mut self, header: &Header) -> Result<Vec<Row>, Problem> {
        let rows = std::mem::take(&mut self.rows);
        let sightings = rows.iter().filter_map(|row| row.as_ref().ok());
        let addresses: Vec<String> =
            sightings.flat_map(|sighting| sighting.addresses.iter().map(Email::key)).collect();
        let taken: HashMap<String, CustomerId> =
            self.app.store().taken(self.import.thing.account_id, &addresses).await?;
        if self.import.thing.mode == Mode::Update {
            return self.updates.settle(&self.import.thing, header, rows, &taken).await;
        }
        let known = |address: &Email| taken.contains_key(&address.key()).then_some(Known::Customer);
        Ok(rows
            .into_iter()
            .map(|row| row.map_or_else(|row| row, |sighting| sighting.settle(known)))
            .collect())
    }
}
