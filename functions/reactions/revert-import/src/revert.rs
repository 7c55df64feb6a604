//! Taking back an import from its first chunk to its last company, with checkpoints.

use domain::{
    AccountId, Changed, Event, ImportId, Moment, Problem,
    account::Account,
    import::{Import, Phase},
    service::Service,
};
use runtime::{
    App, Deadline,
    work::{self, Held, Next, Worker},
};
use store::keys;

use crate::{chunk, companies};

/// What taking back works with.
pub(crate) struct Reverter {
    pub app: App,
    pub account: Account,
    pub services: Vec<Service>,
}

/// Takes the import back, unless another worker is at it.
pub(crate) async fn run(
    app: &App,
    account: AccountId,
    id: ImportId,
    deadline: Deadline,
) -> Result<(), Problem> {
    let services = app.store().all_services(account).await?;
    let key = keys::import(account, id);
    let account = app.store().account(account).await?.thing;
    let mut reverter = Reverter { app: app.clone(), account, services };
    work::run(app, key, deadline, &mut reverter).await
}

impl Worker for Reverter {
    type Work = Import;

    fn wants(&self, import: &Import) -> bool {
        import.phase() == Some(Phase::Undoing)
    }

    async fn step(&mut self, held: &mut Held<Import>) -> Result<Next, Problem> {
        let import = held.now();
        let Some(undo) = import.undo.clone() else { return Ok(Next::Ended) };
        if undo.chunks < import.chunks_written {
            return self.one_chunk(held, undo.chunks).await.map(|()| Next::Step);
        }
        let Some((last, counts)) = companies::take_back(self, import, undo.company).await? else {
            return held.keep(vec![], Import::undone).await.map(|()| Next::Ended);
        };
        let step = |import: Import, moment: &mut Moment| Changed {
            now: import.companies_undone(moment.now, last, &counts),
            events: vec![],
        };
        held.keep(vec![], step).await.map(|()| Next::Step)
    }
}

impl Reverter {
    async fn one_chunk(&self, held: &mut Held<Import>, number: u32) -> Result<(), Problem> {
        let done = chunk::take_back(self, held.now(), number).await?;
        // One event for the chunk with the ids, not one for each customer.
        let event = |import: &Import, moment: &mut Moment| {
            Event::new(moment, import.account_id, domain::Actor::System, "import.chunk_undone", import.id)
                .with("chunk", number)
                .with("removed_customer_ids", done.removed.clone())
                .with("restored_customer_ids", done.restored.clone())
        };
        let step = |import: Import, moment: &mut Moment| Changed {
            events: vec![event(&import, moment)],
            now: import.chunk_undone(moment.now, &done.counts),
        };
        held.keep(vec![self.app.store().put_chunk(&done.chunk)?], step).await
    }
}
