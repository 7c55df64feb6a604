//! Writing an import from its first chunk to its last, with checkpoints.

use domain::{
    AccountId, Changed, Event, ImportId, Moment, Problem,
    account::Account,
    denylist::Hits,
    import::{Import, Phase},
    service::Service,
};
use runtime::{
    Ahead, App, Deadline,
    work::{self, Held, Next, Worker},
};
use store::{Chunk, keys};

use crate::{
    chunk,
    companies::Companies,
    finish,
    load::{Loaded, chunks},
};

/// What a writer works with.
pub(crate) struct Writer {
    pub app: App,
    pub account: Account,
    pub services: Vec<Service>,
    pub companies: Companies,
    /// The chunks that are not written yet, once the first is wanted.
    chunks: Option<Ahead<Loaded>>,
}

/// Writes the import, unless another writer is at it.
pub(crate) async fn run(
    app: &App,
    account: AccountId,
    id: ImportId,
    deadline: Deadline,
) -> Result<(), Problem> {
    let services = app.store().all_services(account).await?;
    let key = keys::import(account, id);
    let account = app.store().account(account).await?.thing;
    let companies = Companies::default();
    let mut writer = Writer { app: app.clone(), account, services, companies, chunks: None };
    work::run(app, key, deadline, &mut writer).await
}

impl Worker for Writer {
    type Work = Import;

    fn wants(&self, import: &Import) -> bool {
        import.phase() == Some(Phase::Writing)
    }

    async fn step(&mut self, held: &mut Held<Import>) -> Result<Next, Problem> {
        let import = held.now();
        // A chunk that somebody died in is ended before anything else, so that the counts are true.
        let stops = import.cancel_requested && !held.is_after_death();
        if stops || import.chunks_written == import.chunks {
            return finish::finish(self, held).await.map(|()| Next::Ended);
        }
        let done = chunk::write(self, import).await?;
        let chunk = Chunk { counts: done.after, ..done.chunk.clone() };
        let step = |import: Import, moment: &mut Moment| {
            let now = import.chunk_written(moment.now, &done.chunk.counts, &done.after);
            Changed { events: done.events(moment, &now), now }
        };
        held.keep(vec![self.app.store().put_chunk(&chunk)?], step).await.map(|()| Next::Step)
    }
}

impl Writer {
    /// The next chunk that is to be written.
    pub(crate) async fn next(&mut self, import: &Import) -> Result<Loaded, Problem> {
        let chunks = self.chunks.get_or_insert_with(|| chunks(&self.app, import));
        let loaded = chunks.next().await?.filter(|loaded| loaded.chunk.number == import.chunks_written);
        loaded.ok_or_else(|| Problem::Bug(format!("{} has no chunk {}", import.id, import.chunks_written)))
    }
}

/// What has become of a chunk.
pub(crate) struct Done {
    /// The chunk as the preview had it.
    pub chunk: Chunk,
    /// How many of its rows have which verdict now, and how many are written.
    pub after: domain::import::Counts,
    /// The ids of the new customers.
    pub customers: Vec<String>,
    /// The ids of the customers changed.
    pub updated: Vec<String>,
    /// The ids of their mails.
    pub mails: Vec<String>,
    /// Which entries of the denylist have kept somebody out.
    pub hits: Hits,
}

impl Done {
    /// One event for the chunk with the ids, not one for each row.
    fn events(&self, moment: &mut Moment, import: &Import) -> Vec<Event> {
        let event = |moment: &mut Moment, name| {
            Event::new(moment, import.account_id, domain::Actor::System, name, import.id)
        };
        let written = event(moment, "import.chunk_written").with("customer_ids", self.customers.clone());
        let written = written.with("updated_customer_ids", self.updated.clone());
        let mut events = vec![written.with("chunk", self.chunk.number)];
        if !self.mails.is_empty() {
            events.push(event(moment, "mail.queued").with("mail_ids", self.mails.clone()));
        }
        events.extend(self.hits.events(moment, import.account_id, domain::Actor::System));
        events
    }
}
