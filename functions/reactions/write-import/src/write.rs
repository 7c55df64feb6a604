//! Writing an import from its first chunk to its last, with checkpoints.

use domain::{
    AccountId, Changed, Event, ImportId, Moment, Problem,
    account::Account,
    import::{Import, Phase},
    service::Service,
};
use jiff::SignedDuration;
use runtime::{App, Deadline};
use store::{Chunk, Kept};

use crate::{chunk, companies::Companies, finish, hold::Hold};

/// A writer that has less time left than this stops at its checkpoint.
const SPARE: SignedDuration = SignedDuration::from_secs(60);

/// What a writer works with.
pub(crate) struct Writer<'a> {
    pub app: &'a App,
    pub account: Account,
    pub services: Vec<Service>,
    pub companies: Companies,
    pub hold: Hold<'a>,
}

/// Writes the import, unless another writer is at it.
pub(crate) async fn run(
    app: &App,
    account: AccountId,
    id: ImportId,
    deadline: Deadline,
) -> Result<(), Problem> {
    let Some((hold, import)) = Hold::take(app, account, id, Phase::Writing).await? else { return Ok(()) };
    let services = app.store().all_services(account).await?;
    let account = app.store().account(account).await?.thing;
    let mut writer = Writer { app, account, services, companies: Companies::default(), hold };
    match writer.write(import, deadline).await {
        // It took us so long that another writer has taken over.
        Err(Problem::Stale) => Ok(()),
        outcome => outcome,
    }
}

impl Writer<'_> {
    async fn write(&mut self, mut import: Kept<Import>, deadline: Deadline) -> Result<(), Problem> {
        // A chunk that somebody died in is ended before anything else, so that the counts are true.
        let mut amid_chunk = self.hold.after_death;
        loop {
            let state = &import.thing;
            if state.chunks_written == state.chunks || (state.cancel_requested && !amid_chunk) {
                return finish::finish(self, import).await;
            }
            if deadline.is_near(self.app.now(), SPARE) {
                return self.hold.step(import, None, Import::pause).await.map(drop);
            }
            let done = chunk::write(self, &import.thing).await?;
            let chunk = Chunk { counts: done.after, ..done.chunk.clone() };
            let step = |import: Import, moment: &mut Moment| {
                let now = import.chunk_written(moment.now, &done.chunk.counts, &done.after);
                Changed { events: done.events(moment, &now), now }
            };
            import = self.hold.step(import, Some(&chunk), step).await?;
            amid_chunk = false;
        }
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
        events
    }
}
