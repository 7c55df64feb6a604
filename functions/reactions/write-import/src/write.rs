//! Writing an import from its first chunk to its last, with checkpoints.

use domain::{
    AccountId, Changed, Event, ImportId, Moment, Problem,
    account::Account,
    denylist::Hits,
    import::{Import, Lease, State},
    service::Service,
};
use jiff::SignedDuration;
use runtime::{App, Deadline};
use store::{Chunk, Kept};

use crate::{chunk, companies::Companies, finish};

/// A writer that has less time left than this stops at its checkpoint.
const SPARE: SignedDuration = SignedDuration::from_secs(60);
/// How often a checkpoint is decided anew because somebody has asked to cancel meanwhile.
const TRIES: usize = 10;

/// What a writer works with.
pub(crate) struct Writer<'a> {
    pub app: &'a App,
    pub account: Account,
    pub services: Vec<Service>,
    pub companies: Companies,
    lease: Lease,
}

/// Writes the import, unless another writer is at it.
pub(crate) async fn run(
    app: &App,
    account: AccountId,
    id: ImportId,
    deadline: Deadline,
) -> Result<(), Problem> {
    let Some(import) = begin(app, account, id).await? else { return Ok(()) };
    let Some(lease) = import.thing.lease.clone() else { return Ok(()) };
    let services = app.store().all_services(account).await?;
    let account = app.store().account(account).await?.thing;
    let mut writer = Writer { app, account, services, companies: Companies::default(), lease };
    match writer.write(import, deadline).await {
        // It took us so long that another writer has taken over.
        Err(Problem::Stale) => Ok(()),
        outcome => outcome,
    }
}

/// Leases the import; `None` when there is nothing to write, or another writer is at it.
async fn begin(app: &App, account: AccountId, id: ImportId) -> Result<Option<Kept<Import>>, Problem> {
    for _ in 0..TRIES {
        let kept = app.store().import(account, id).await?;
        if kept.thing.state != State::Writing {
            return Ok(None);
        }
        let Some(import) = kept.thing.lease(&mut app.moment()) else { return Ok(None) };
        match app.store().update_import(kept.version, Changed { now: import, events: vec![] }, None).await {
            Ok(kept) => return Ok(Some(kept)),
            // Another writer was faster, or somebody has asked to cancel.
            Err(Problem::Stale) => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(None)
}

impl Writer<'_> {
    async fn write(&mut self, mut import: Kept<Import>, deadline: Deadline) -> Result<(), Problem> {
        loop {
            let state = &import.thing;
            if state.cancel_requested || state.chunks_written == state.chunks {
                return finish::finish(self, import).await;
            }
            if deadline.is_near(self.app.now(), SPARE) {
                return self.step(import, None, Import::pause).await.map(drop);
            }
            let done = chunk::write(self, &import.thing).await?;
            let chunk = Chunk { counts: done.after, ..done.chunk.clone() };
            let step = |import: Import, moment: &mut Moment| {
                let now = import.chunk_written(moment.now, &done.chunk.counts, &done.after);
                Changed { events: done.events(moment, &now), now }
            };
            import = self.step(import, Some(&chunk), step).await?;
        }
    }

    /// Takes a step, as long as the import is ours. Somebody who asks to cancel may move it at the same moment.
    pub(crate) async fn step(
        &self,
        mut import: Kept<Import>,
        chunk: Option<&Chunk>,
        decide: impl Fn(Import, &mut Moment) -> Changed<Import>,
    ) -> Result<Kept<Import>, Problem> {
        let (account, id) = (import.thing.account_id, import.thing.id);
        for _ in 0..TRIES {
            let changed = decide(import.thing, &mut self.app.moment());
            match self.app.store().update_import(import.version, changed, chunk).await {
                Err(Problem::Stale) => import = self.app.store().import(account, id).await?,
                outcome => return outcome,
            }
            if import.thing.lease.as_ref().is_none_or(|lease| lease.owner != self.lease.owner) {
                break;
            }
        }
        Err(Problem::Stale)
    }
}

/// What has become of a chunk.
pub(crate) struct Done {
    /// The chunk as the preview had it.
    pub chunk: Chunk,
    /// How many of its rows have which verdict now, and how many are written.
    pub after: domain::import::Counts,
    /// The ids of the customers written.
    pub customers: Vec<String>,
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
        let mut events = vec![written.with("chunk", self.chunk.number)];
        if !self.mails.is_empty() {
            events.push(event(moment, "mail.queued").with("mail_ids", self.mails.clone()));
        }
        events.extend(self.hits.events(moment, import.account_id, domain::Actor::System));
        events
    }
}
