//! Taking back an import from its first chunk to its last company, with checkpoints.

use domain::{
    AccountId, Changed, Event, ImportId, Moment, Problem,
    account::Account,
    import::{Import, Phase, Undo},
    service::Service,
};
use jiff::SignedDuration;
use runtime::{App, Deadline};
use store::Kept;
use write_import::hold::Hold;

use crate::{chunk, companies};

/// A worker that has less time left than this stops at its checkpoint.
const SPARE: SignedDuration = SignedDuration::from_secs(60);

/// What taking back works with.
pub(crate) struct Reverter<'a> {
    pub app: &'a App,
    pub account: Account,
    pub services: Vec<Service>,
    hold: Hold<'a>,
}

/// Takes the import back, unless another worker is at it.
pub(crate) async fn run(
    app: &App,
    account: AccountId,
    id: ImportId,
    deadline: Deadline,
) -> Result<(), Problem> {
    let Some((hold, import)) = Hold::take(app, account, id, Phase::Undoing).await? else { return Ok(()) };
    let services = app.store().all_services(account).await?;
    let account = app.store().account(account).await?.thing;
    let reverter = Reverter { app, account, services, hold };
    match reverter.revert(import, deadline).await {
        // It took us so long that another worker has taken over.
        Err(Problem::Stale) => Ok(()),
        outcome => outcome,
    }
}

impl Reverter<'_> {
    async fn revert(&self, mut import: Kept<Import>, deadline: Deadline) -> Result<(), Problem> {
        loop {
            if deadline.is_near(self.app.now(), SPARE) {
                return self.hold.step(import, None, Import::pause).await.map(drop);
            }
            let Some(undo) = import.thing.undo.clone() else { return Ok(()) };
            if undo.chunks < import.thing.chunks_written {
                import = self.one_chunk(import, &undo).await?;
                continue;
            }
            let made = companies::take_back(self, &import.thing, undo.company).await?;
            let Some((last, counts)) = made else {
                return self.hold.step(import, None, Import::undone).await.map(drop);
            };
            let step = |import: Import, moment: &mut Moment| Changed {
                now: import.companies_undone(moment.now, last, &counts),
                events: vec![],
            };
            import = self.hold.step(import, None, step).await?;
        }
    }

    async fn one_chunk(&self, import: Kept<Import>, undo: &Undo) -> Result<Kept<Import>, Problem> {
        let done = chunk::take_back(self, &import.thing, undo.chunks).await?;
        // One event for the chunk with the ids, not one for each customer.
        let event = |import: &Import, moment: &mut Moment| {
            Event::new(moment, import.account_id, domain::Actor::System, "import.chunk_undone", import.id)
                .with("chunk", undo.chunks)
                .with("removed_customer_ids", done.removed.clone())
                .with("restored_customer_ids", done.restored.clone())
        };
        let step = |import: Import, moment: &mut Moment| Changed {
            events: vec![event(&import, moment)],
            now: import.chunk_undone(moment.now, &done.counts),
        };
        self.hold.step(import, Some(&done.chunk), step).await
    }
}
